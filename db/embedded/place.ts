import { randomBytes } from 'node:crypto'
import {
  accessSync,
  constants,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { StartProblem } from '../start-problem.ts'

/** Where everything of the built-in database lies, below DATA_DIR. */
export interface Place {
  dataDir: string
  /** The PostgreSQL data directory; it belongs to the user the server runs as. */
  cluster: string
  password: string
  log: string
  lock: string
  owner: string
  port: string
}

export function placeIn(dataDir: string): Place {
  const at = (name: string) => join(resolve(dataDir), name)
  return {
    dataDir: resolve(dataDir),
    cluster: at('postgres'),
    password: at('postgres.password'),
    log: at('postgres.log'),
    lock: at('postgres.lock'),
    owner: at('postgres.owner'),
    port: at('postgres.port'),
  }
}

/** Makes DATA_DIR when it is missing and proves that we may write there. */
export function ensureWritable(dataDir: string): void {
  try {
    makeFolder(dataDir)
    accessSync(dataDir, constants.W_OK | constants.X_OK)
    // Root passes every check of rights, yet a read-only disk stops it too.
    const probe = join(dataDir, `.probe-${process.pid}`)
    writeFileSync(probe, '', { flag: 'wx' })
    rmSync(probe)
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? ` (${error.code})` : ''
    throw new StartProblem(
      `The data directory ${dataDir} cannot be written${why}: give this user the right to write there, or set DATA_DIR to a folder that it owns.`,
    )
  }
}

/** Folder by folder: Node's own recursive way never returns below /proc and the like. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

/** A random secret kept in a file of its own, readable by us alone; made on first use, whole or not at all. */
export function secretIn(path: string): string {
  if (!existsSync(path)) {
    const draft = `${path}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    try {
      linkSync(draft, path)
    } catch (error) {
      // Another process made it in the same moment: its secret counts.
      if (!existsSync(path)) throw error
    } finally {
      rmSync(draft)
    }
  }
  return readFileSync(path, 'utf8').trim()
}
