/** Quotation marks that keep words together. */
const quotes = '"＂“”「」『』《》'
const quoted = new RegExp(`[${quotes}]`, 'g')
/** A minus before a word or a phrase; before a digit it is a sign of the number, inside a code a part of it. */
const excluded = new RegExp(
  `(^|\\s)[-－](?![-－\\d\\s])(?:[${quotes}][^${quotes}]{0,200}[${quotes}]?|[^\\s${quotes}]{1,200})`,
  'gu',
)

/** The query without what it excludes; the same text when it excludes nothing. */
export function withoutExclusions(q: string): string {
  return tidy(q, q.replaceAll(excluded, ' '))
}

/** The query with the words of its phrases as single words. What it excludes stays as it is. */
export function withoutPhrases(q: string): string {
  const kept: string[] = []
  const open = q.replaceAll(excluded, found => {
    kept.push(found.trim())
    return ' '
  })
  const loose = open.replaceAll(quoted, ' ')
  return loose === open ? q : tidy(q, [loose, ...kept].join(' '))
}

function tidy(q: string, changed: string): string {
  return changed === q ? q : changed.replaceAll(/\s+/g, ' ').trim()
}
