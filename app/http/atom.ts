import { createHash } from 'node:crypto'

export interface AtomEntry {
  id: string
  title: string
  author: string
  summary: string
  updated: Date
  link: string
}

export interface AtomFeed {
  id: string
  title: string
  language: string
  /** The feed's own address, and the page that shows the same. */
  self: string
  alternate: string
  author: string
  entries: readonly AtomEntry[]
}

/** RFC 4151: names that stay when the site moves, for the year in which they were first given. */
export function tagOf(publicOrigin: string, name: string): string {
  return `tag:${new URL(publicOrigin).hostname},2026:${name}`
}

/** RFC 4287. Everything is text: what people wrote is escaped and never parsed as markup. */
export function atomOf(feed: AtomFeed): string {
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    `<id>${escaped(feed.id)}</id>`,
    `<title>${escaped(feed.title)}</title>`,
    `<updated>${lastChange(feed).toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escaped(feed.alternate)}"/>`,
    `<author><name>${escaped(feed.author)}</name></author>`,
    ...feed.entries.map(entryOf),
    '</feed>',
  ]
  return `${lines.join('\n')}\n`
}

function entryOf({ id, title, author, summary, updated, link }: AtomEntry): string {
  const parts = [
    `<id>${escaped(id)}</id>`,
    `<title>${escaped(title)}</title>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="alternate" type="text/html" href="${escaped(link)}"/>`,
    `<author><name>${escaped(author)}</name></author>`,
    `<summary type="text">${escaped(summary)}</summary>`,
  ]
  return `<entry>${parts.join('')}</entry>`
}

/** The newest entry's instant; a feed without entries has not changed since the beginning of time. */
export function lastChange({ entries }: Pick<AtomFeed, 'entries'>): Date {
  return new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())))
}

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text between tags or quotes: what XML 1.0 has no place for (control characters, half a pair) is left out. */
export function escaped(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll(/[&<>"']/g, mark => marks[mark] ?? '')
}

/** The feed as an answer. Caches may keep it, but have to ask: what was withdrawn is gone from the next answer on. */
export function answerFeed(request: Request, feed: AtomFeed): Response {
  const body = atomOf(feed)
  const etag = `W/"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  const changed = lastChange(feed)
  const headers = new Headers({
    'Content-Type': 'application/atom+xml; charset=utf-8',
    'Cache-Control': 'public, no-cache',
    ETag: etag,
    ...(changed.getTime() > 0 && { 'Last-Modified': changed.toUTCString() }),
  })
  if (isKnown(request.headers, { etag, changed })) return new Response(null, { status: 304, headers })
  return new Response(body, { headers })
}

/** Whether the reader has this very feed; a tag, where there is one, decides before the date (RFC 9110, 13.2.2). */
function isKnown(headers: Headers, { etag, changed }: { etag: string; changed: Date }): boolean {
  const tags = headers.get('if-none-match')
  if (tags !== null) return tags.split(',').some(tag => ['*', etag].includes(weak(tag.trim())))
  const since = Date.parse(headers.get('if-modified-since') ?? '')
  return changed.getTime() > 0 && since >= Math.floor(changed.getTime() / 1000) * 1000
}

const weak = (tag: string) => (tag.startsWith('"') ? `W/${tag}` : tag)
