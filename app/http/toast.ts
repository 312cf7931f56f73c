import { createHmac, timingSafeEqual } from 'node:crypto'
import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { isSecure, readCookie, writeCookie } from './cookies.ts'
import type { LoadContext } from './load-context.ts'
import { safeRedirect } from './safe-redirect.ts'

/** A word after a deed, shown once on the next page: a dictionary key and the facts that fill it. */
const Toast = z.object({
  key: z.string().max(120),
  params: z.record(z.string().max(40), z.union([z.string().max(200), z.number()])).default({}),
  tone: z.enum(['good', 'warn']).default('good'),
})
export type Toast = z.infer<typeof Toast>

const name = 'toast'
const maxAgeSeconds = 60

/** Redirects inside the site and has the next page say `key`. `headers` may bring more cookies. */
export function redirectWithToast(
  context: LoadContext,
  to: string,
  toast: z.input<typeof Toast> & { headers?: Headers },
): Response {
  const headers = new Headers(toast.headers)
  const { key, params, tone } = Toast.parse(toast)
  const body = Buffer.from(JSON.stringify({ key, params, tone })).toString('base64url')
  const value = `${body}.${sign(body, context)}`
  headers.append('Set-Cookie', writeCookie(name, value, { secure: isSecure(context.env), maxAgeSeconds }))
  return redirect(safeRedirect(to), { headers, status: 303 })
}

/** The waiting word, and the Set-Cookie that takes it away; a forged or broken one is none. */
export function readToast(request: Request, context: LoadContext): { toast: Toast | null; headers: Headers } {
  const headers = new Headers()
  const value = readCookie(request.headers.get('cookie'), name)
  if (value === null) return { toast: null, headers }
  headers.append('Set-Cookie', writeCookie(name, '', { secure: isSecure(context.env), maxAgeSeconds: 0 }))
  const [body = '', signature = ''] = value.split('.')
  return { toast: isSigned(body, signature, context) ? parse(body) : null, headers }
}

function parse(body: string): Toast | null {
  try {
    return Toast.parse(JSON.parse(Buffer.from(body, 'base64url').toString()))
  } catch {
    return null
  }
}

const sign = (body: string, { env }: LoadContext) =>
  createHmac('sha256', env.SECRET_KEY).update(`toast:${body}`).digest('base64url')

function isSigned(body: string, signature: string, context: LoadContext): boolean {
  const expected = Buffer.from(sign(body, context))
  const given = Buffer.from(signature)
  return expected.length === given.length && timingSafeEqual(expected, given)
}
