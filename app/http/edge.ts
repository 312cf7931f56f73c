import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import type { Aside } from './aside.ts'
import { isFromThisMachine } from './client-address.ts'
import { compress } from './compress.ts'
import { allowedMethods, checkRequest, type Denied, isApi, readBody, withFewFields } from './guard.ts'
import { innerHeaders, secure } from './headers.ts'
import { bodyCap, isUpload, type Limits, uploadCap } from './limits.ts'
import type { HttpEnv, LoadContext } from './load-context.ts'
import type { Metrics } from './metrics.ts'
import type { Quota } from './quota.ts'
import { hasSession } from './session.ts'
import type { StaticFiles } from './static.ts'

/** What the server owns for as long as it runs. */
export interface House {
  env: HttpEnv
  limits: Limits
  origin: string
  own: ReadonlySet<string>
  services: { db: Db; search: SearchEngine; log: Logger }
  metrics: Metrics
  quota: Quota
  aside: Aside
  routeGroup(pathname: string): string
  files: StaticFiles
  remix(request: Request, context: LoadContext): Promise<Response>
  dev: boolean
  isStopping(): boolean
  isReady(): Promise<void>
}

/** One request and its answer. */
export interface Exchange {
  incoming: IncomingMessage
  outgoing: ServerResponse
  target: URL | Denied
  requestId: string
  nonce: string
  clientIp: string
  /** Whether what the client asks counts; what this machine asks of itself does not. */
  counted: boolean
  denied?: string
  isFile?: boolean
}

type Edge = { Bindings: { exchange: Exchange; url: URL } }

/** Request in, finished answer out: guard, routes of the edge, Remix, then compression and headers. */
export function application(house: House): (request: Request, exchange: Exchange) => Promise<Response> {
  const routes = routesOf(house)
  return async (request, exchange) => {
    try {
      return finish(house, exchange, await compress(request, await answer(request, exchange)))
    } catch (error) {
      return finish(house, exchange, failed(house, exchange, error))
    }
  }

  async function answer(request: Request, exchange: Exchange): Promise<Response> {
    const { target, incoming } = exchange
    const denied = admit(house, exchange)
    if (denied || !(target instanceof URL)) return refuse(exchange, denied ?? { status: 400, why: 'no url' })
    if (incoming.method === 'OPTIONS')
      return new Response(null, { status: 204, headers: { Allow: allowedMethods } })
    return routes.fetch(request, { exchange, url: target })
  }
}

function admit({ limits, own }: House, { incoming, target }: Exchange): Denied | null {
  if (incoming.rawHeaders.length / 2 > limits.headers) return { status: 431, why: 'too many headers' }
  return target instanceof URL ? checkRequest(incoming, target, own) : target
}

function routesOf(house: House): Hono<Edge> {
  const app = new Hono<Edge>()
  app.get('/healthz', c => c.text('ok\n'))
  app.get('/readyz', async c => {
    if (house.isStopping()) return c.text('stopping\n', 503)
    const ready = await Promise.race([house.isReady().then(() => true), later(2000)]).catch(() => false)
    return ready ? c.text('ready\n') : c.text('database does not answer\n', 503)
  })
  app.get('/metrics', async c => {
    // For a collector on this machine; whoever comes through a proxy or the network finds nothing here.
    if (!isFromThisMachine(c.env.exchange.incoming)) return c.text('Not found\n', 404)
    const { type, body } = await house.metrics.text()
    return c.body(body, 200, { 'Content-Type': type })
  })
  app.all('*', async c => {
    const { exchange, url } = c.env
    const file = house.files.answer(c.req.raw, url.pathname)
    exchange.isFile = file !== null
    return file ?? page(house, exchange, c.req.raw)
  })
  app.onError((error, c) => failed(house, c.env.exchange, error))
  return app
}

const later = (ms: number) => new Promise<false>(resolve => setTimeout(resolve, ms, false).unref())

/**
 * The body as the action gets it: read and counted, or, of a form with files, as it comes, for `uploaded()` to count.
 */
async function bodyFor(
  { limits }: House,
  url: URL,
  request: Request,
): Promise<Uint8Array<ArrayBuffer> | ReadableStream | Denied | undefined> {
  if (request.method !== 'POST') return undefined
  if (!isUpload(url.pathname, request.headers.get('content-type')))
    return withFewFields(
      await readBody(request, bodyCap(url.pathname, limits), limits.requestTimeoutMs),
      limits.formFields,
    )
  // Up to some times the cap the page itself says what is too large; beyond, nothing is worth waiting for.
  const hopeless = Number(request.headers.get('content-length') ?? 0) > uploadCap(limits) * 4
  return hopeless ? { status: 413, why: 'a form far too large' } : (request.body ?? undefined)
}

/** Hands the request to Remix with a body that is read no further than its path allows. */
async function page(house: House, exchange: Exchange, request: Request): Promise<Response> {
  const { target: url, requestId, nonce, clientIp, outgoing } = exchange
  if (!(url instanceof URL)) return refuse(exchange, url)
  const body = await bodyFor(house, url, request)
  if (body && 'status' in body) return refuse(exchange, body)

  const aborting = new AbortController()
  outgoing.once('close', () => outgoing.writableFinished || aborting.abort())
  const inner = new Request(url, {
    method: request.method,
    headers: innerHeaders(request.headers, url),
    signal: aborting.signal,
    ...(body && { body }),
    ...(body instanceof ReadableStream && { duplex: 'half' as const }),
  })
  const { db, search, log } = house.services
  const context: LoadContext = {
    ...{ nonce, requestId, clientIp, env: house.env, db, search, log: log.child({ requestId }) },
    limits: house.limits,
    quota: exchange.counted ? house.quota : null,
    answer: new Headers(),
    after: work => house.aside.after(outgoing, work),
  }
  const response = await house.remix(inner, context)
  for (const [name, value] of context.answer) response.headers.set(name, value)
  return response
}

const sentences: Record<Denied['status'], string> = {
  400: '请求地址无效。 The address of this request is not valid.',
  403: '请求不是从本站页面发出的，未予处理。请回到原页面重试。 This request did not come from a page of this site.',
  404: '没有这个页面。 There is no such page.',
  405: '不支持这种请求方法。 This method is not supported.',
  408: '提交的内容没有在时限内传完，未予处理，请重试。 The content did not arrive in time; please try again.',
  413: '提交的内容过大，未予处理。 The content sent is too large.',
  414: '请求地址过长。 The address of this request is too long.',
  415: '不支持这种内容类型。 This content type is not supported.',
  431: '请求头过多。 This request has too many headers.',
}

function refuse(exchange: Exchange, { status, why }: Denied): Response {
  exchange.denied = why
  const headers = new Headers(status === 405 ? { Allow: allowedMethods } : {})
  // What is still coming of a body that nobody reads must not be taken for the next request.
  if (exchange.incoming.method !== 'GET') headers.set('Connection', 'close')
  const detail = sentences[status]
  return plainAnswer(exchange, { status, detail, headers })
}

function failed({ services: { log } }: House, exchange: Exchange, error: unknown): Response {
  const { requestId, outgoing } = exchange
  if (!outgoing.destroyed) log.error({ requestId, err: error }, 'request failed')
  const detail = '服务器出错，请稍后再试。 Something went wrong on our side.'
  return plainAnswer(exchange, { status: 500, detail, headers: new Headers() })
}

interface Plain {
  status: number
  detail: string
  headers: Headers
}

function plainAnswer({ target, requestId }: Exchange, { status, detail, headers }: Plain): Response {
  if (target instanceof URL && isApi(target.pathname)) {
    headers.set('Content-Type', 'application/problem+json')
    const problem = { type: 'about:blank', title: STATUS_CODES[status], status, detail, requestId }
    return new Response(JSON.stringify(problem), { status, headers })
  }
  headers.set('Content-Type', 'text/plain; charset=utf-8')
  return new Response(`${status} ${STATUS_CODES[status]}\n${detail}\n${requestId}\n`, { status, headers })
}

function finish(house: House, exchange: Exchange, response: Response): Response {
  const { target, nonce, requestId, incoming } = exchange
  const headers = new Headers(response.headers)
  const url = target instanceof URL ? target : null
  const personal =
    !exchange.isFile && !(url && isApi(url.pathname)) && hasSession(incoming.headers.cookie, house.env)
  secure(headers, {
    url,
    nonce,
    requestId,
    personal,
    https: house.origin.startsWith('https:'),
    dev: house.dev,
  })
  if (house.isStopping()) headers.set('Connection', 'close')
  return new Response(response.body, { status: response.status, headers })
}
