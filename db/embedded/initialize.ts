import { spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '../start-problem.ts'
import { hasName } from './identity.ts'
import { secretIn } from './place.ts'
import { entrance, type ServerOptions } from './server.ts'

/** Its rules for Chinese trigrams and its order of letters come with PostgreSQL itself and never change under us. */
const locale = [
  '--encoding=UTF8',
  '--locale=C.UTF-8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
]

/** Makes the PostgreSQL data directory: whole, or not at all. Only its password opens it, and only from this machine. */
export function initialize({ bin, place, user, durable }: ServerOptions): void {
  if (existsSync(place.cluster)) return
  const draft = `${place.cluster}.new`
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { mode: 0o700 })
  const passwordFile = `${place.password}.new`
  writeFileSync(passwordFile, `${secretIn(place.password)}\n`, { mode: 0o600 })
  if (user) {
    chownSync(draft, user.uid, user.gid)
    chownSync(passwordFile, user.uid, user.gid)
  }
  const inside = entrance(draft, user)
  const password = openSync(passwordFile, 'r')
  const byPath = inside.descriptors.length === 0
  try {
    const options = ['-D', inside.path, '-U', 'postgres', '--auth=scram-sha-256', ...locale]
    const pwfile = byPath ? passwordFile : '/proc/self/fd/4'
    const [program, ...rest] = withName(join(bin, 'initdb'))
    const result = spawnSync(
      program,
      [...rest, ...options, `--pwfile=${pwfile}`, ...(durable ? [] : ['--no-sync'])],
      {
        ...user,
        cwd: '/',
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe', ...(byPath ? [] : [...inside.descriptors, password])],
      },
    )
    if (result.status !== 0) throw refusal(result.stderr)
    renameSync(draft, place.cluster)
  } finally {
    inside.close()
    closeSync(password)
    rmSync(passwordFile, { force: true })
    rmSync(draft, { recursive: true, force: true })
  }
}

/**
 * initdb asks the system for its user's name and gives up without one. Where the system allows it, a user namespace
 * lends the name of `nobody`; the files stay ours.
 */
function withName(initdb: string): [string, ...string[]] {
  if (process.platform === 'win32' || hasName()) return [initdb]
  const lend = ['--user', '--map-user=65534', '--map-group=65534']
  if (spawnSync('unshare', [...lend, initdb, '--version']).status === 0) return ['unshare', ...lend, initdb]
  throw new StartProblem(
    `The built-in PostgreSQL cannot be set up by user number ${process.getuid?.()}, which has no name on this machine: add it to /etc/passwd, run as another user, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}

function refusal(words: string): StartProblem {
  const complaint = /error: (.*)/.exec(words)?.[1] ?? words.trim().split('\n').at(-1) ?? ''
  return new StartProblem(
    `The built-in PostgreSQL could not be set up (${complaint}): check the free space and rights of DATA_DIR, or set DATABASE_URL to a PostgreSQL of your own.`,
  )
}
