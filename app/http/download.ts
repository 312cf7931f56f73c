import type { Download } from '#services/imports/download.ts'

/** A file of our own making, handed out and never shown in place. */
export function downloaded({ name, type, bytes }: Download): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
