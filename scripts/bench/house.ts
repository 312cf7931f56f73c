import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { root } from '../child.ts'

/** Measures and prints; answers whether its budget was kept. Times are for ratios, never a test. */
export type Bench = (print: (what: string, figure: string) => void, files: BenchFiles) => Promise<boolean>

/** JSON to measure on instead of the bench's own, where it can. */
export interface BenchFiles {
  scenarios?: string | undefined
  products?: string | undefined
  pairs?: string | undefined
}

/** The benches' own data, kept between runs, so that a start is a start with data. */
export const dataDir = join(tmpdir(), 'robot-plus-bench')
export const port = 3977
export const origin = `http://localhost:${port}`

export interface House {
  /** From the spawn to the first page answered, in milliseconds. */
  ms: number
  stop(): Promise<void>
}

/** `npm start` as a child, awaited until its home page answers 200. */
export async function startHouse(): Promise<House> {
  const began = performance.now()
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    PORT: String(port),
    DATABASE_URL: '',
    PUBLIC_ORIGIN: origin,
    DEMO: '1',
  }
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'scripts/start.ts')], {
    cwd: root,
    env,
    stdio: 'ignore',
  })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  for (let waited = 0; waited < 300_000; waited += 10) {
    if (child.exitCode !== null) throw new Error('npm start ended; run it by hand to see why')
    if (await answers()) return { ms: performance.now() - began, stop: () => stopped(child, ended) }
    await sleep(10)
  }
  throw new Error('npm start answered nothing for five minutes')
}

function stopped(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGINT')
  return ended
}

async function answers(): Promise<boolean> {
  try {
    return (await fetch(origin, { signal: AbortSignal.timeout(5_000) })).ok
  } catch {
    return false
  }
}

export const isFirstRun = () => !existsSync(join(dataDir, 'postgres'))

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

/** Public pages by name, found by following the links of the running house. */
export async function publicPages(): Promise<Record<string, string>> {
  const first = async (list: string) => {
    const html = await (await fetch(origin + list)).text()
    return new RegExp(`${list}/[0-9a-f-]{36}`).exec(html)?.[0] ?? list
  }
  const scenario = await first('/scenarios')
  return {
    home: '/',
    'scenario list': '/scenarios',
    'scenario detail': scenario,
    'scenario matches': `${scenario}/matches`,
    'product detail': await first('/products'),
    'catalog entry': await first('/catalog'),
    'reward calculator': '/rewards',
  }
}
