import { Writable } from 'node:stream'
import type { ServerBuild } from '@remix-run/node'
import { createLog } from '#http/log.ts'
import { startServer } from '#http/server.ts'
import { postgresEngine } from '#search/postgres.ts'
import { ensureBuilt } from '../../../scripts/build.ts'
import type { TestDatabase } from '../database.ts'

/** The key of the platform under test, with which its letters are sealed. */
export const platformSecret = 'k'.repeat(32)

const origin = 'http://platform.test'

export interface Asked {
  method?: string
  cookie?: string | undefined
  /** As pairs where a name is sent more than once. */
  fields?: Record<string, string> | [name: string, value: string][]
  file?: { name: string; content: Buffer } | undefined
}

export interface Platform {
  ask(
    path: string,
    asked?: Asked,
  ): Promise<{ status: number; location: string | null; text: string; headers: Headers }>
  close(): Promise<void>
}

/** The platform as it is built and served, in this process, over this database. */
export async function servePlatform({ db, sql }: TestDatabase): Promise<Platform> {
  await ensureBuilt()
  const server = await startServer({
    env: { PORT: 0, HOST: '127.0.0.1', PUBLIC_ORIGIN: origin, SECRET_KEY: platformSecret },
    ...{ db, sql, search: postgresEngine(db) },
    log: createLog({ level: 'error', destination: new Writable({ write: (_line, _code, done) => done() }) }),
  })
  return {
    close: server.close,
    async ask(path, { method = 'GET', cookie, fields, file } = {}) {
      const answer = await fetch(server.url + path, {
        method,
        redirect: 'manual',
        headers: {
          // To compress twenty thousand answers and to unpack them again is most of what they cost.
          'accept-encoding': 'identity',
          ...(cookie && { cookie }),
          ...(method !== 'GET' && { origin }),
          ...(method !== 'GET' && !file && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(fields && { body: file ? withFile(fields, file) : new URLSearchParams(fields).toString() }),
      })
      const { status, headers } = answer
      return { status, headers, location: headers.get('location'), text: await answer.text() }
    },
  }
}

function withFile(
  fields: NonNullable<Asked['fields']>,
  { name, content }: { name: string; content: Buffer },
): FormData {
  const form = new FormData()
  for (const [field, value] of new URLSearchParams(fields)) form.append(field, value)
  form.append('file', new Blob([new Uint8Array(content)]), name)
  return form
}

/** Every route of the build: its whole pattern, and what its module answers to. */
export async function builtRoutes(): Promise<
  { path: string; loader: boolean; action: boolean; page: boolean }[]
> {
  const { routes } = await theBuild()
  return Object.values(routes)
    .flatMap(route => route ?? [])
    .filter(route => route.id !== 'root')
    .map(({ path = '', module }) => ({
      path,
      loader: 'loader' in module,
      action: 'action' in module,
      page: 'default' in module,
    }))
}

/** The server build of the site; made when there is none or it is stale. */
export async function theBuild(): Promise<ServerBuild> {
  await ensureBuilt()
  return import(new URL('../../../build/server/index.js', import.meta.url).href)
}
