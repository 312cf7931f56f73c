import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { underLock } from '../db/embedded/lock.ts'
import { StartProblem } from '../db/start-problem.ts'
import { root, runTool } from './child.ts'

const sources = [
  'app',
  'db',
  'search',
  'public',
  'scripts/vite.config.ts',
  'scripts/precompress.ts',
  'remix.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const folder = join(root, 'build')
const stamp = join(folder, '.stamp')

/** Builds when the sources differ from those of the last build. The stamp is taken off first and set last. */
export async function ensureBuilt(): Promise<'fresh' | 'built'> {
  const wanted = fingerprint()
  if (stampNow() === wanted) return 'fresh'
  openFolder()
  return underLock(join(folder, '.lock'), async () => {
    if (stampNow() === wanted) return 'fresh'
    rmSync(stamp, { force: true })
    const { code, output } = await runTool(
      '@remix-run/dev:remix',
      ['vite:build', '--config', 'scripts/vite.config.ts'],
      {
        env: { NODE_ENV: 'production' },
      },
    )
    if (code !== 0) throw new Error(`The production build failed.\n${complaint(output)}`)
    writeFileSync(stamp, wanted)
    return 'built'
  })
}

/** The build ends with a long list of files; what went wrong stands before it. */
function complaint(output: string): string {
  const lines = output.trim().split('\n')
  const from = lines.findIndex(line => /build failed|\berror\b/i.test(line))
  return lines.slice(Math.max(from, 0)).slice(0, 25).join('\n')
}

function openFolder(): void {
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, '.probe'), '')
    rmSync(join(folder, '.probe'))
  } catch {
    throw new StartProblem(
      `The pages have to be built, but ${folder} cannot be written: give this user the right to write there, or run "npm run build" once as its owner.`,
    )
  }
}

function stampNow(): string | undefined {
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const source of sources) addTo(hash, source)
  return hash.digest('hex')
}

function addTo(hash: ReturnType<typeof createHash>, path: string): void {
  const full = join(root, path)
  if (!existsSync(full)) return
  const entries = listing(full)
  if (!entries) {
    hash.update(`${path}\0`).update(readFileSync(full))
    return
  }
  for (const name of entries.sort()) addTo(hash, `${path}/${name}`)
}

function listing(path: string): string[] | undefined {
  try {
    return readdirSync(path)
  } catch {
    return undefined
  }
}
