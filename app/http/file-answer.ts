import { Readable } from 'node:stream'
import type { FetchedFile } from '#services/files/fetch.ts'

/**
 * A file as an answer. Documents are always saved and never shown in the page's own origin; thumbnails are our own
 * WebP and may be shown. What is not public is stored nowhere. `headers.ts` puts the sandbox around both.
 */
export function fileAnswer(file: FetchedFile, how: 'attachment' | 'inline'): Response {
  const headers = new Headers({
    'Content-Type': file.type === 'text/plain' ? 'application/octet-stream' : file.type,
    'Content-Disposition': how === 'inline' ? 'inline' : dispositionOf(file.name),
    'Cache-Control': file.isPublic ? 'public, max-age=300' : 'private, no-store',
  })
  if (file.bytes !== null) headers.set('Content-Length', String(file.bytes))
  return new Response(Readable.toWeb(file.body) as ReadableStream, { headers })
}

/** RFC 6266: a plain name for old readers, and the real one in UTF-8 (RFC 8187). */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w. -]/g, '_')
  const real = encodeURIComponent(name).replace(/['()*]/g, mark => `%${mark.charCodeAt(0).toString(16)}`)
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`
}
