import type { IncomingMessage } from 'node:http'
import type { Limits } from './limits.ts'

/** Why a request is turned away before any code of the product sees it. */
export interface Denied {
  status: 400 | 403 | 404 | 405 | 408 | 413 | 414 | 415 | 431
  why: string
}

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS'])
export const allowedMethods = 'GET, HEAD, POST, OPTIONS'

/**
 * Resource routes that carry no cookie authority and may be posted to from any site: a calculation, and the letters'
 * one-click stop, which mail providers send for their readers (RFC 8058).
 */
const openToAllSites = new Set([
  '/api/v1/rewards/estimate',
  '/searches/unsubscribe',
  '/notifications/matches/unsubscribe',
])
const bodyTypes = new Set(['application/x-www-form-urlencoded', 'multipart/form-data'])

export const isApi = (pathname: string) => pathname === '/api' || pathname.startsWith('/api/')
export const isOpenToAllSites = (pathname: string) => openToAllSites.has(pathname)

/**
 * The URL of a request on the public origin, or why there is none. Neither Host nor X-Forwarded-Host has a say.
 */
export function readTarget(target: string, publicOrigin: string, limits: Limits): URL | Denied {
  if (target.length > limits.urlBytes) return { status: 414, why: 'url too long' }
  const path = target.split('?', 1)[0] ?? ''
  if (!path.startsWith('/') || path.startsWith('//')) return { status: 400, why: 'not a path' }
  if (/\\|#|%5c/i.test(path) || target.includes('%00') || !isVisibleAscii(target)) {
    return { status: 400, why: 'forbidden character in url' }
  }
  if (!isDecodable(path)) return { status: 400, why: 'url is not utf-8' }
  if (path.split('/').length - 1 > limits.pathSegments) return { status: 404, why: 'too many segments' }
  const url = new URL(publicOrigin + target)
  return url.pathname.startsWith('//') ? { status: 400, why: 'not a path' } : url
}

const isVisibleAscii = (text: string) => /^[!-~]*$/.test(text)

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path)
    return true
  } catch {
    return false
  }
}

/** The origins that are ours: the public one, and its loopback names when it is a loopback one itself. */
export function ownOrigins(publicOrigin: string): ReadonlySet<string> {
  const { protocol, hostname, port, origin } = new URL(publicOrigin)
  if (!loopbackNames.includes(hostname)) return new Set([origin])
  return new Set(loopbackNames.map(name => `${protocol}//${name}${port ? `:${port}` : ''}`))
}
const loopbackNames = ['localhost', '127.0.0.1', '[::1]']

/** Whether the request line and headers may pass; bodies are counted while they are read. */
export function checkRequest(incoming: IncomingMessage, url: URL, own: ReadonlySet<string>): Denied | null {
  const method = incoming.method ?? ''
  if (!methods.has(method)) return { status: 405, why: `method ${method}` }
  if (method !== 'POST') return null
  return checkOrigin(incoming, url, own) ?? checkBodyType(incoming, url)
}

/** The same test for pages, `.data` requests and resource routes; Remix looks at pages only. */
function checkOrigin({ headers }: IncomingMessage, url: URL, own: ReadonlySet<string>): Denied | null {
  if (isOpenToAllSites(url.pathname)) return null
  const site = headers['sec-fetch-site']
  const origin = headers.origin
  if (origin !== undefined && !own.has(origin)) return { status: 403, why: 'foreign origin' }
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, why: 'foreign site' }
  }
  return site === undefined && origin === undefined ? { status: 403, why: 'no origin' } : null
}

function checkBodyType({ headers }: IncomingMessage, url: URL): Denied | null {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
  const fits = bodyTypes.has(type) || (type === 'application/json' && isApi(url.pathname))
  return fits ? null : { status: 415, why: 'content type' }
}

/** The body, read no further than `cap` bytes and no longer than `patienceMs`, whatever Content-Length says. */
export async function readBody(
  request: Request,
  cap: number,
  patienceMs: number,
): Promise<Uint8Array<ArrayBuffer> | Denied> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'late'>(resolve => {
    timer = setTimeout(resolve, patienceMs, 'late').unref()
  })
  try {
    return await within(request, cap, late)
  } finally {
    clearTimeout(timer)
  }
}

async function within(
  request: Request,
  cap: number,
  late: Promise<'late'>,
): Promise<Uint8Array<ArrayBuffer> | Denied> {
  const tooLarge: Denied = { status: 413, why: `more than ${cap} bytes` }
  if (Number(request.headers.get('content-length') ?? 0) > cap) return tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (;;) {
    const next = await Promise.race([reader?.read(), late])
    if (next === 'late') {
      reader?.cancel().catch(() => {})
      return { status: 408, why: 'the body did not come' }
    }
    if (!next || next.done) break
    size += next.value.length
    if (size > cap) {
      reader?.cancel().catch(() => {})
      return tooLarge
    }
    chunks.push(next.value)
  }
  const body = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    body.set(chunk, offset)
    offset += chunk.length
  }
  return body
}

/**
 * The body, unless it is a form of more parts than any page sends: taking apart 100,000 of them would keep everybody
 * else waiting. Every `&` counts, also those of a JSON text, where nobody needs so many either.
 */
export function withFewFields(
  body: Uint8Array<ArrayBuffer> | Denied,
  most: number,
): Uint8Array<ArrayBuffer> | Denied {
  if ('status' in body) return body
  let [count, at] = [0, -1]
  do {
    at = body.indexOf(ampersand, at + 1)
    count += 1
  } while (at >= 0 && count <= most)
  return count > most ? { status: 413, why: `more than ${most} fields` } : body
}
const ampersand = 0x26
