import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import postgres from 'postgres'
import { findBinaries } from './embedded/binaries.ts'
import { serverUser } from './embedded/identity.ts'
import { initialize } from './embedded/initialize.ts'
import { identity, isAlive, underLock } from './embedded/lock.ts'
import { ensureWritable, type Place, placeIn } from './embedded/place.ts'
import {
  dropStalePid,
  type Running,
  readRunning,
  type ServerOptions,
  startServer,
  stopServer,
} from './embedded/server.ts'
import { StartProblem } from './start-problem.ts'

export interface Embedded {
  url: string
  /** True for the process that stops the server at its end; others leave it running. */
  readonly owned: boolean
  stop(): Promise<void>
}

export interface EmbeddedOptions {
  dataDir: string
  log?: (sentence: string) => void
  /** False only for databases that may be lost: several times faster writing, nothing survives a crash. */
  durable?: boolean
}

const database = 'robot_plus'
const watchEveryMs = 500
const readyPatienceMs = 60_000

/**
 * A real PostgreSQL below `dataDir`, from the programs that came with npm. Whoever finds one running there uses it.
 * The server outlives our sudden death; the next start finds and adopts it. Throws StartProblem.
 */
export async function startEmbedded({
  dataDir,
  log = () => {},
  durable = true,
}: EmbeddedOptions): Promise<Embedded> {
  ensureWritable(dataDir)
  const place = placeIn(dataDir)
  const begin = () => underLock(place.lock, () => findOrStart(place, durable, log))
  let current = await begin()
  const url = await prepareDatabase(place, current.running)
  const watch = new AbortController()
  const watching = keepAlive(watch.signal, place, async () => {
    log('The database server is gone; starting it again.')
    current = await begin()
  })
  return {
    url,
    get owned() {
      return current.owned
    },
    async stop() {
      watch.abort()
      await watching
      if (current.owned) await underLock(place.lock, () => end(place, current.running))
    },
  }
}

async function findOrStart(place: Place, durable: boolean, log: (sentence: string) => void) {
  const found = await findRunning(place)
  if (found) {
    const owner = existsSync(place.owner) ? readFileSync(place.owner, 'utf8') : ''
    if (owner !== identity(process.pid) && isAlive(owner)) return { running: found, owned: false }
    log('Found the database server of a process that died; taking it over.')
    own(place)
    return { running: found, owned: true }
  }
  const user = serverUser(place.cluster)
  const options: ServerOptions = { bin: findBinaries(user), place, user, durable }
  initialize(options)
  dropStalePid(place)
  const running = await startServer(options)
  writeFileSync(place.port, `${running.port}\n`)
  own(place)
  return { running, owned: true }
}

function own(place: Place): void {
  writeFileSync(place.owner, identity(process.pid))
}

/** A server that is just starting, or recovering from a crash, is worth waiting for. */
async function findRunning(place: Place): Promise<Running | undefined> {
  const until = Date.now() + readyPatienceMs
  while (true) {
    const running = readRunning(place)
    if (!running || running.ready) return running
    if (Date.now() > until) {
      throw new StartProblem(
        `A PostgreSQL (process ${running.pid}) runs in ${place.cluster} but is not ready after a minute: read ${place.log}, or end that process.`,
      )
    }
    await sleep(25)
  }
}

async function end(place: Place, running: Running): Promise<void> {
  rmSync(place.owner, { force: true })
  await stopServer(place, running)
}

/** Restarts the server on its old port whenever it ends before we do, be it by accident or with its owner. */
async function keepAlive(signal: AbortSignal, place: Place, restart: () => Promise<void>): Promise<void> {
  while (!signal.aborted) {
    await sleep(watchEveryMs, undefined, { signal, ref: false }).catch(() => {})
    // Without its data there is nothing to keep alive: somebody removed the folder on purpose.
    if (signal.aborted || readRunning(place) || !existsSync(place.cluster)) continue
    await restart().catch(() => {})
  }
}

/** Our own database in the cluster, made once; its address works for any client on this machine. */
async function prepareDatabase(place: Place, { port }: Running): Promise<string> {
  const password = existsSync(place.password) ? readFileSync(place.password, 'utf8').trim() : ''
  const at = (name: string) => `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${name}`
  const sql = postgres(at('postgres'), { max: 1, onnotice: () => {}, connect_timeout: 10 })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${database}`
    // Two processes may come here at once; the second finds the name taken, which is as good.
    if (!found) await sql`create database ${sql(database)}`.catch(ignoreDuplicate)
    return at(database)
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === '28P01') {
      throw new StartProblem(
        `The password in ${place.password} does not open the database beside it: restore that file from a backup, or set DATA_DIR to a new folder.`,
      )
    }
    throw error
  } finally {
    await sql.end({ timeout: 1 })
  }
}

function ignoreDuplicate(error: unknown): void {
  const taken = error instanceof postgres.PostgresError && ['42P04', '23505'].includes(error.code)
  if (!taken) throw error
}
