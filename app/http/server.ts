import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { createRequestHandler, type ServerBuild } from '@remix-run/node'
import type { Logger } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import { openAside } from './aside.ts'
import { type AddressReader, addressReader, isLoopback } from './client-address.ts'
import { type Connections, watchConnections } from './connections.ts'
import { application, type Exchange, type House } from './edge.ts'
import { type Denied, ownOrigins, readTarget } from './guard.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { HttpEnv } from './load-context.ts'
import { withoutTokens } from './log.ts'
import { createMetrics, type Metrics, routeGroups } from './metrics.ts'
import { openQuota } from './quota.ts'
import { handlerByRoom } from './rooms.ts'
import { staticFiles } from './static.ts'

/** The part of Vite's development server that the edge needs. */
interface Vite {
  middlewares(incoming: IncomingMessage, outgoing: ServerResponse, next: () => void): void
  ssrLoadModule(id: string): Promise<Record<string, unknown>>
}

export interface ServerOptions {
  env: HttpEnv
  db: Db
  /** The database connection itself, only to ask whether it answers. */
  sql: (statement: TemplateStringsArray) => PromiseLike<unknown>
  search: SearchEngine
  log: Logger
  metrics?: Metrics
  /** Where `npm run build` wrote `client/` and `server/`. */
  buildDir?: string
  build?: ServerBuild
  vite?: Vite
  limits?: Partial<Limits>
}

export interface RunningServer {
  url: string
  /** Says "not ready" at once, takes nothing new, answers what has arrived (at most 10 s), hangs up. */
  close(): Promise<void>
}

/** Listens on HOST:PORT; rejects with the system's error (`EADDRINUSE`, `EACCES`) when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { env } = options
  const limits = { ...defaultLimits, ...options.limits }
  const addresses = addressReader(env.TRUSTED_PROXY)
  const server = createServer({
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeoutMs,
    // Ordinary bodies have less time, see `readBody`.
    requestTimeout: Math.max(limits.uploadTimeoutMs, limits.headersTimeoutMs),
    connectionsCheckingInterval: Math.min(1000, limits.headersTimeoutMs / 4),
    // A proxy reuses its lines for up to a minute; hanging up first would lose the request it just sent.
    keepAliveTimeout: env.TRUSTED_PROXY ? 75_000 : 10_000,
  })
  const uncounted = (address: string) => isLoopback(address) || addresses.trusts(address)
  const connections = watchConnections(server, limits, uncounted)
  const house = await furnish(options, limits, () => connections.stopping)
  server.on('request', listener({ house, addresses, uncounted, connections, limits, vite: options.vite }))
  await listen(server, env)
  let closing: Promise<void> | undefined
  return {
    url: urlOf(server, env.HOST),
    close: () => {
      closing ??= connections.stop().then(() => house.aside.settled())
      return closing
    },
  }
}

async function furnish(options: ServerOptions, limits: Limits, isStopping: () => boolean): Promise<House> {
  const { env, db, sql, search, log, vite } = options
  const buildDir = options.buildDir ?? 'build'
  const build = await buildOf(options, buildDir)
  const patterns = typeof build === 'function' ? [] : Object.values(build.routes).map(route => route?.path)
  const remix =
    typeof build === 'function' ? createRequestHandler(build, 'development') : handlerByRoom(build)
  return {
    env,
    limits,
    origin: new URL(env.PUBLIC_ORIGIN).origin,
    own: ownOrigins(env.PUBLIC_ORIGIN),
    services: { db, search, log },
    metrics: options.metrics ?? createMetrics(),
    quota: openQuota(db, limits, log),
    aside: openAside(),
    routeGroup: routeGroups(patterns),
    files: staticFiles(vite || options.build ? (options.buildDir ?? null) : join(buildDir, 'client')),
    remix: (request, context) => remix(request, { ...context }),
    dev: vite !== undefined,
    isStopping,
    async isReady() {
      await sql`select 1`
    },
  }
}

async function buildOf(
  { build, vite }: ServerOptions,
  buildDir: string,
): Promise<ServerBuild | (() => Promise<ServerBuild>)> {
  if (build) return build
  if (vite) return async () => asBuild(await vite.ssrLoadModule('virtual:remix/server-build'))
  return asBuild(await import(pathToFileURL(join(buildDir, 'server', 'index.js')).href))
}

/** A module is a build when it has routes and assets; the rest is Remix's own contract with itself. */
function asBuild(module: Record<string, unknown>): ServerBuild {
  if (!isBuild(module)) throw new Error('not a server build; run npm run build')
  return module
}
const isBuild = (module: object): module is ServerBuild => 'routes' in module && 'assets' in module

interface Door {
  house: House
  addresses: AddressReader
  uncounted: (address: string) => boolean
  connections: Connections
  limits: Limits
  vite: Vite | undefined
}

/** Gives each request its id, nonce and URL before anything else looks at it, and counts it on its line. */
function listener({ house, addresses, uncounted, connections, limits, vite }: Door) {
  const exchanges = new WeakMap<IncomingMessage, Exchange>()
  const app = application(house)
  const answer = getRequestListener(
    (request, { incoming, outgoing }) => {
      const exchange = isPlain(incoming) ? exchanges.get(incoming) : undefined
      return exchange ? app(request, exchange) : outgoing.destroy()
    },
    { overrideGlobalObjects: false },
  )
  return (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const target = readTarget(incoming.url ?? '', house.origin, limits)
    const clientIp = addresses.clientOf(incoming)
    const exchange: Exchange = {
      incoming,
      outgoing,
      target,
      requestId: randomUUID(),
      nonce: randomBytes(18).toString('base64'),
      clientIp,
      counted: !uncounted(clientIp),
    }
    exchanges.set(incoming, exchange)
    connections.begin(incoming.socket)
    const begun = performance.now()
    outgoing.once('close', () => {
      connections.end(incoming.socket)
      note(house, exchange, performance.now() - begun)
    })
    const next = () => {
      makePlain(incoming, target, house.origin)
      void answer(incoming, outgoing)
    }
    if (vite && target instanceof URL) vite.middlewares(incoming, outgoing, next)
    else next()
  }
}

const isPlain = (incoming: unknown): incoming is IncomingMessage => incoming instanceof Object

/** Takes Host and odd targets out of the game: what follows sees our host and a path that has been judged. */
function makePlain(incoming: IncomingMessage, target: URL | Denied, origin: string): void {
  incoming.headers.host = new URL(origin).host
  incoming.url = target instanceof URL ? target.pathname + target.search : '/'
}

/** One line a request: the path without the values of its query, which may be what somebody searched for. */
function note({ services: { log }, metrics, routeGroup }: House, exchange: Exchange, ms: number): void {
  const { incoming, outgoing, target, requestId } = exchange
  const path = target instanceof URL ? withoutTokens(target.pathname) : null
  const route = target instanceof URL ? routeGroup(target.pathname) : 'other'
  const aborted = !outgoing.writableFinished
  const status = aborted && !outgoing.headersSent ? 499 : outgoing.statusCode
  metrics.observe({ method: incoming.method ?? '', route, status }, ms)
  const keys = target instanceof URL ? [...new Set(target.searchParams.keys())] : []
  const line = {
    requestId,
    method: incoming.method,
    path,
    ...(keys.length > 0 && { query: keys.slice(0, 20) }),
    status,
    ms: Math.round(ms * 10) / 10,
    ...(aborted && { aborted }),
    ...(exchange.denied && { denied: exchange.denied }),
  }
  log[status >= 500 ? 'error' : 'info'](line, 'request')
}

async function listen(server: Server, { PORT, HOST }: HttpEnv): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(PORT, HOST, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

function urlOf(server: Server, host: string): string {
  const address: AddressInfo | string | null = server.address()
  const port = address && typeof address === 'object' ? address.port : ''
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}
