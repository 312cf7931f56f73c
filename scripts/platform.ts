import { join } from 'node:path'
import type { Logger } from 'pino'
import type { Sql } from 'postgres'
import { embedderChoice } from '#http/embedder.ts'
import type { Environment, Settings } from '#http/env.ts'
import { openFileStore, openScanner } from '#http/files.ts'
import { createLog } from '#http/log.ts'
import { openMailer } from '#http/mailer.ts'
import { startWorker } from '#http/worker.ts'
import type { SearchEngine } from '#search/engine.ts'
import { openSearch } from '#search/open.ts'
import { checkDatabase } from '../db/check.ts'
import { connect, type Db } from '../db/client.ts'
import { ensureWritable, secretIn } from '../db/embedded/place.ts'
import { type Embedded, startEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { say, step } from './console.ts'
import { readSettings } from './settings.ts'

/** Everything a command may need, opened in order; `close` lets go in the opposite order. */
export interface Platform {
  env: Environment
  db: Db
  sql: Sql
  search: SearchEngine
  log: Logger
  close(): Promise<void>
}

export async function openPlatform(settings: Settings = readSettings()): Promise<Platform> {
  const closers: (() => Promise<void>)[] = []
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer()
  }
  try {
    const url = await step('database', () => openDatabase(settings, closers))
    await step('migrations', () => migrate(url))
    const env = { ...settings, DATABASE_URL: url, SECRET_KEY: secretOf(settings) }
    const log = createLog({ level: env.LOG_LEVEL })
    const { db, sql, close: disconnect } = connect(url)
    closers.push(disconnect)
    const search = openSearch({
      db,
      meiliUrl: env.MEILI_URL,
      meiliKey: env.MEILI_KEY,
      meiliSearchKey: env.MEILI_SEARCH_KEY,
      meiliPrefix: env.MEILI_PREFIX,
      onDegraded: problem => log.warn({ search: problem }, 'search answers from Postgres'),
    })
    return { env, db, sql, search, log, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** For commands that want the database as it is, neither migrated nor served. */
export async function withDatabase<T>(work: (url: string, settings: Settings) => Promise<T>): Promise<T> {
  const settings = readSettings()
  const closers: (() => Promise<void>)[] = []
  try {
    return await work(await step('database', () => openDatabase(settings, closers)), settings)
  } finally {
    for (const closer of closers) await closer()
  }
}

async function openDatabase(settings: Settings, closers: (() => Promise<void>)[]): Promise<string> {
  if (settings.DATABASE_URL) {
    await checkDatabase(settings.DATABASE_URL)
    return settings.DATABASE_URL
  }
  const embedded = await startEmbedded({ dataDir: settings.DATA_DIR, log: say })
  closers.push(() => embedded.stop())
  stopAtInterruption(embedded)
  return embedded.url
}

/** A short command that is interrupted stops the server it has started; long ones end in their own order. */
function stopAtInterruption(embedded: Embedded): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) === 0) {
      process.once(signal, () => void embedded.stop().finally(() => process.exit(130)))
    }
  }
}

/** Where nobody gave a secret, one is made once and kept beside the data. */
export function secretOf({ SECRET_KEY, DATA_DIR }: Settings): string {
  if (SECRET_KEY) return SECRET_KEY
  ensureWritable(DATA_DIR)
  return secretIn(join(DATA_DIR, 'secret.key'))
}

export function openWorker({ env, db, search, log }: Platform): Promise<{ stop(): Promise<void> }> {
  return startWorker({
    databaseUrl: env.DATABASE_URL,
    publicOrigin: env.PUBLIC_ORIGIN,
    db,
    search,
    files: openFileStore(env),
    scanner: openScanner(env),
    embedder: embedderChoice(env),
    mailer: openMailer(env),
    log,
    secret: env.SECRET_KEY,
    dataDir: env.DATA_DIR,
  })
}

export { readSettings }
