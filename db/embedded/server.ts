import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fstatSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '../start-problem.ts'
import { canReach, type UnixUser } from './identity.ts'
import { pidLives, readIfThere } from './lock.ts'
import type { Place } from './place.ts'

const startPatienceMs = 60_000
const stopPatienceMs = 15_000
const largestLogBytes = 5_000_000

/** Fast and forgetful, for databases that live no longer than a test run. */
const forgetful = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'autovacuum=off']
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=100',
  // A failing statement quotes the row it failed on, which may be a draft or a sealed bid.
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_line_prefix=%m [%p] ',
  'log_checkpoints=off',
]

export interface Running {
  pid: number
  port: number
}

export interface ServerOptions {
  bin: string
  place: Place
  user: UnixUser | undefined
  durable: boolean
}

/**
 * Starts the server and waits until it takes work. It leads a process group of its own and logs to a file, so that
 * neither Ctrl-C in our terminal nor our sudden death reaches it.
 */
export async function startServer({ bin, place, user, durable }: ServerOptions): Promise<Running> {
  const port = await choosePort(place)
  trimLog(place.log)
  const log = openSync(place.log, 'a')
  const logBegun = fstatSync(log).size
  const cluster = entrance(place.cluster, user)
  const configuration = [...settings, ...(durable ? [] : forgetful)].flatMap(setting => ['-c', setting])
  try {
    const child = spawn(join(bin, 'postgres'), ['-D', cluster.path, '-p', `${port}`, ...configuration], {
      ...user,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log, ...cluster.descriptors],
    })
    await untilReady(child, place, logBegun)
    child.unref()
    return { pid: child.pid ?? 0, port }
  } finally {
    closeSync(log)
    cluster.close()
  }
}

/**
 * A path under which the server's user finds `folder`. Where a folder above it is closed to that user (a checkout in
 * /root), the child inherits the open folder and enters it through /proc, which asks nobody else.
 */
export function entrance(folder: string, user: UnixUser | undefined) {
  if (canReach(folder, user)) return { path: folder, descriptors: [], close: () => {} }
  const path = '/proc/self/fd/3'
  if (!existsSync('/proc/self/fd')) {
    throw new StartProblem(
      `PostgreSQL refuses to run as root and no other user may enter ${folder}: set DATA_DIR to a folder that every user may enter, or run as an ordinary user.`,
    )
  }
  const descriptor = openSync(folder, 'r')
  return { path, descriptors: [descriptor], close: () => closeSync(descriptor) }
}

/** What postmaster.pid says, when its process lives and is a PostgreSQL server. */
export function readRunning(place: Place): (Running & { ready: boolean }) | undefined {
  const lines = (readIfThere(join(place.cluster, 'postmaster.pid')) ?? '').split('\n')
  const pid = Number(lines[0])
  if (!Number.isInteger(pid) || pid <= 0 || !pidLives(pid) || !isPostgres(pid)) return undefined
  return { pid, port: Number(lines[3]), ready: lines[7]?.startsWith('ready') ?? false }
}

/** A number left in a stale file may belong to any program by now. Where the system cannot tell, we believe the file. */
function isPostgres(pid: number): boolean {
  const name = readIfThere(`/proc/${pid}/comm`)?.trim()
  return name === undefined ? !existsSync('/proc/self/comm') : name === 'postgres'
}

/** PostgreSQL itself would refuse to start while a stranger owns the number in the stale file. */
export function dropStalePid(place: Place): void {
  rmSync(join(place.cluster, 'postmaster.pid'), { force: true })
}

/** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
export async function stopServer(place: Place, { pid }: Running): Promise<void> {
  if (pidLives(pid)) process.kill(pid, 'SIGINT')
  const until = Date.now() + stopPatienceMs
  while (readRunning(place)?.pid === pid) {
    if (Date.now() > until) return
    await sleep(10)
  }
}

async function untilReady(child: ChildProcess, place: Place, logBegun: number): Promise<void> {
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', () => reject(new Error('it ended at once')))
  })
  failed.catch(() => {})
  const until = Date.now() + startPatienceMs
  while (true) {
    await Promise.race([sleep(10), failed]).catch(error => {
      throw new StartProblem(
        `The built-in PostgreSQL did not start (${lastWords(place.log, logBegun) ?? error.message}): read ${place.log}, or set DATABASE_URL to a PostgreSQL of your own.`,
      )
    })
    const running = readRunning(place)
    if (running?.ready && running.pid === child.pid) return
    if (Date.now() > until) {
      throw new StartProblem(
        `The built-in PostgreSQL was not ready after a minute: read ${place.log}, then start again.`,
      )
    }
  }
}

/** The last complaint of this start in the log, without time and process. */
function lastWords(log: string, begun: number): string | undefined {
  const complaint = /(?:FATAL|PANIC|ERROR|error|^postgres):\s+(.*)/
  const lines = readFileSync(log).subarray(begun).toString().split('\n')
  return lines.map(line => complaint.exec(line)?.[1]).findLast(words => words !== undefined)
}

/** The port of last time, so that whoever still knows it finds us again; any free one when it is taken. */
async function choosePort(place: Place): Promise<number> {
  const last = existsSync(place.port) ? Number(readFileSync(place.port, 'utf8')) : 0
  if (last > 0) {
    const again = await tryPort(last)
    if (again) return again
  }
  const port = await tryPort(0)
  if (!port)
    throw new StartProblem('No free port was found on 127.0.0.1: end some program that listens there.')
  return port
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      const taken = address && typeof address === 'object' ? address.port : undefined
      probe.close(() => resolve(taken))
    })
  })
}

function trimLog(log: string): void {
  if (existsSync(log) && statSync(log).size > largestLogBytes) truncateSync(log)
}
