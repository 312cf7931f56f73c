import { isApi, isOpenToAllSites } from './guard.ts'

/** Forwarding headers are read once, at the door, and never handed on. */
const forwarding = /^(x-forwarded-|forwarded$|x-real-ip$|x-original-|x-rewrite-)/

/** What Remix sees of the request's headers: our own host, no forwarding, and no cookie where none has authority. */
export function innerHeaders(headers: Headers, url: URL): Headers {
  const inner = new Headers()
  for (const [name, value] of headers) if (!forwarding.test(name)) inner.append(name, value)
  inner.set('host', url.host)
  // The guard has judged the origin; Remix compares it with Host, which must not undo that.
  if (inner.has('origin')) inner.set('origin', url.origin)
  if (isApi(url.pathname) || isOpenToAllSites(url.pathname)) inner.delete('cookie')
  inner.delete('content-length')
  inner.delete('transfer-encoding')
  return inner
}

function contentSecurityPolicy(nonce: string, { https, dev }: { https: boolean; dev: boolean }): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    // Vite's development server puts styles into the page and talks over a web socket.
    dev ? "style-src 'self' 'unsafe-inline'" : "style-src 'self'; style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    dev ? "connect-src 'self' ws:" : "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "frame-ancestors 'none'",
    ...(https ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}

/** Around what people have uploaded: nothing runs, nothing loads, no origin of ours. */
const sandbox = "sandbox; default-src 'none'"
const filePath = /^\/files\/[^/]+(\/thumbnail)?$/

const fixed = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
} as const

export interface Answering {
  url: URL | null
  nonce: string
  requestId: string
  /** The request carried a session, so the answer may be about one person. */
  personal: boolean
  https: boolean
  dev: boolean
}

/** Sets what every answer carries, over whatever the route said about security. */
export function secure(headers: Headers, answering: Answering): void {
  const { url, nonce, requestId, https } = answering
  for (const [name, value] of Object.entries(fixed)) headers.set(name, value)
  const isFile = url !== null && headers.has('Content-Disposition') && filePath.test(url.pathname)
  headers.set('Content-Security-Policy', isFile ? sandbox : contentSecurityPolicy(nonce, answering))
  headers.set('X-Request-Id', requestId)
  if (https) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
  if (url && isApi(url.pathname)) openApi(headers, url)
  if (answering.personal || headers.has('Set-Cookie')) headers.set('Cache-Control', 'no-store')
  else if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'private, max-age=0')
  headers.delete('X-Powered-By')
}

/** The read API has no cookie authority, so any site's script may read it, without credentials. */
function openApi(headers: Headers, { pathname }: URL): void {
  headers.set('Access-Control-Allow-Origin', '*')
  headers.set('Cross-Origin-Resource-Policy', 'cross-origin')
  if (isOpenToAllSites(pathname)) {
    headers.set('Access-Control-Allow-Methods', 'POST')
    headers.set('Access-Control-Allow-Headers', 'Content-Type')
  }
}
