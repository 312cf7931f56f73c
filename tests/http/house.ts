import { request } from 'node:http'
import { connect as open, type Socket } from 'node:net'
import { Writable } from 'node:stream'
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { connect } from '#db/client.ts'
import { createLog } from '#http/log.ts'
import { type RunningServer, type ServerOptions, startServer } from '#http/server.ts'
import { postgresEngine } from '#search/postgres.ts'

/** A connection that is never used: what is asked of the edge alone must not ask the database. */
const nobody = connect('postgres://nobody@127.0.0.1:1/nothing')

export const origin = 'http://platform.test'

type Handler = (args: LoaderFunctionArgs | ActionFunctionArgs) => unknown

export interface House extends RunningServer {
  port: number
  /** Every line the server logged. */
  lines: string[]
  /** How often code behind the guard ran, by route. */
  effects: Record<string, number>
}

export interface HouseOptions extends Partial<Omit<ServerOptions, 'env'>> {
  env?: Partial<ServerOptions['env']>
  /** Loaders and actions by path; a route without `page` is a resource route. */
  routes?: Record<string, { loader?: Handler; action?: Handler; page?: boolean }>
}

/** A server on loopback in front of a Remix build that is made here, so that only the edge is under test. */
export async function openHouse({ env, routes = {}, ...options }: HouseOptions = {}): Promise<House> {
  const lines: string[] = []
  const effects: Record<string, number> = {}
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk))
      done()
    },
  })
  const count = (name: string) => {
    effects[name] = (effects[name] ?? 0) + 1
  }
  const server = await startServer({
    env: { PORT: 0, HOST: '127.0.0.1', PUBLIC_ORIGIN: origin, SECRET_KEY: 'k'.repeat(32), ...env },
    db: nobody.db,
    search: postgresEngine(nobody.db),
    sql: async () => 1,
    log: createLog({ level: 'info', destination }),
    build: fakeBuild({ ...standing, ...routes }, count),
    ...options,
  })
  return { ...server, port: Number(new URL(server.url).port), lines, effects }
}

const standing: NonNullable<HouseOptions['routes']> = {
  '/': { page: true, loader: () => ({ hello: '你好' }) },
  form: { page: true, loader: () => ({}), action: () => ({ done: true }) },
  'sign-out': { action: () => new Response('out') },
  'api/v1/rewards/estimate': {
    action: async ({ request: { headers } }) => Response.json({ cookie: headers.get('cookie') }),
  },
  'api/v1/other': { loader: () => Response.json([1]), action: () => Response.json({ done: true }) },
}

function fakeBuild(routes: NonNullable<HouseOptions['routes']>, count: (name: string) => void): ServerBuild {
  const entries = Object.entries(routes).map(([path, { loader, action, page }]) => {
    const counted = (handler: Handler) => (args: LoaderFunctionArgs | ActionFunctionArgs) => {
      count(path)
      return handler(args)
    }
    const route = { id: path, path, parentId: 'root' }
    const module = {
      default: page ? () => null : undefined,
      ...(loader && { loader: counted(loader) }),
      ...(action && { action: counted(action) }),
    }
    return [path, { ...route, module }] as const
  })
  const handle: ServerBuild['entry']['module']['default'] = (
    _request,
    status,
    headers,
    { staticHandlerContext },
  ) => {
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return new Response(JSON.stringify(staticHandlerContext.loaderData), { status, headers })
  }
  return {
    mode: 'production',
    entry: { module: { default: handle, handleError: () => {} } },
    routes: {
      root: { id: 'root', path: '', module: { default: () => null } },
      ...Object.fromEntries(entries),
    },
    assets: {
      entry: { imports: [], module: '/assets/entry.js' },
      routes: {},
      url: '/assets/m.js',
      version: '1',
    },
    publicPath: '/',
    assetsBuildDirectory: 'build/client',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  }
}

export interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: Buffer
  text: string
}

export interface Asked {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** One request by node's own client, which sends every header as it is told. */
export function ask(
  house: { port: number },
  path: string,
  { method = 'GET', headers, body }: Asked = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port: house.port, path, method, headers, agent: false },
      answer => {
        const chunks: Buffer[] = []
        answer.on('data', chunk => chunks.push(chunk))
        answer.on('end', () => {
          const all = Buffer.concat(chunks)
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: all,
            text: all.toString(),
          })
        })
        answer.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

export const formHeaders = {
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': 'application/x-www-form-urlencoded',
}

/** A form as the browser sends it from a page of ours. */
export function post(
  house: { port: number },
  path: string,
  fields: Record<string, string> | string = {},
  headers = {},
) {
  const body = typeof fields === 'string' ? fields : new URLSearchParams(fields).toString()
  return ask(house, path, { method: 'POST', headers: { ...formHeaders, ...headers }, body })
}

/** Says exactly these bytes on a fresh line and returns what comes back until the server hangs up. */
export function say(house: { port: number }, ...words: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = line(house)
    let heard = ''
    socket.on('data', chunk => {
      heard += chunk
    })
    socket.on('close', () => resolve(heard))
    socket.on('error', error => (heard === '' ? reject(error) : resolve(heard)))
    for (const word of words) socket.write(word)
  })
}

export function line({ port }: { port: number }): Socket {
  return open({ host: '127.0.0.1', port })
}
