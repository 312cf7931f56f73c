import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { z } from 'zod'
import { placeIn } from '../db/embedded/place.ts'
import { readRunning, stopServer } from '../db/embedded/server.ts'
import { ensureBuilt } from './build.ts'
import { runTool } from './child.ts'
import { findChromium } from './chromium.ts'
import type { Tally } from './tally.ts'

const usualPort = 3111

/** What the browser tests need of the world: a browser, a port, a data directory, perhaps a database of their own. */
interface Stage {
  env: Record<string, string>
  clear(): Promise<void>
}

export interface BrowserRun {
  tally: Tally
  output: string
}

/** Builds when needed, starts the platform on an empty data directory and walks through it in a browser. */
export async function runBrowserTests(args: readonly string[] = [], show = false): Promise<BrowserRun> {
  const chromium = await findChromium()
  await ensureBuilt()
  const stage = await setStage(chromium)
  const report = join(tmpdir(), `robot-plus-e2e-${process.pid}.json`)
  try {
    const reporters = show ? 'list,json' : 'json'
    const { code, output } = await runTool(
      '@playwright/test:playwright',
      ['test', '--config', 'tests/playwright.config.ts', `--reporter=${reporters}`, ...args],
      { env: { ...stage.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, show },
    )
    return readReport(report, code, output)
  } finally {
    await stage.clear()
    rmSync(report, { force: true })
  }
}

async function setStage(chromium: string): Promise<Stage> {
  const dataDir = mkdtempSync(join(tmpdir(), 'robot-plus-e2e-'))
  const port = (await tryPort(usualPort)) ?? (await tryPort(0)) ?? usualPort
  const database = await ownDatabase()
  return {
    env: { CHROMIUM_PATH: chromium, E2E_PORT: `${port}`, E2E_DATA_DIR: dataDir, ...database?.env },
    async clear() {
      // A platform that was killed leaves its database server behind.
      const left = readRunning(placeIn(dataDir))
      if (left) await stopServer(placeIn(dataDir), left)
      rmSync(dataDir, { recursive: true, force: true })
      await database?.clear()
    },
  }
}

/** With DATABASE_URL set, the platform under test gets a new database on that server. */
async function ownDatabase(): Promise<Stage | undefined> {
  const given = process.env.DATABASE_URL
  if (!given) return undefined
  const name = `e2e_${randomBytes(8).toString('hex')}`
  const asAdmin = async (statement: string) => {
    const sql = postgres(given, { max: 1, onnotice: () => {} })
    await sql.unsafe(statement).finally(() => sql.end())
  }
  await asAdmin(`create database ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return {
    env: { DATABASE_URL: url.href },
    clear: () => asAdmin(`drop database if exists ${name} with (force)`),
  }
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', () => resolve(undefined))
    probe.listen(port, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(address && typeof address === 'object' ? address.port : undefined))
    })
  })
}

const Report = z.object({
  stats: z.object({
    expected: z.number(),
    skipped: z.number(),
    unexpected: z.number(),
    flaky: z.number(),
  }),
  errors: z.array(z.object({ message: z.string().optional() })),
  suites: z.array(z.unknown()),
})

function readReport(path: string, code: number, output: string): BrowserRun {
  if (!existsSync(path)) return { tally: { passed: 0, failed: 1, skipped: 0 }, output }
  const { stats, errors, suites } = Report.parse(JSON.parse(readFileSync(path, 'utf8')))
  const failed = stats.unexpected + stats.flaky + errors.length
  const words = [...errors.map(error => error.message ?? ''), ...suites.flatMap(suite => failures(suite))]
  return {
    // A run that ends badly without a failed test has failed all the same.
    tally: {
      passed: stats.expected,
      failed: failed === 0 && code !== 0 ? 1 : failed,
      skipped: stats.skipped,
    },
    output: [...words, output].join('\n').trim(),
  }
}

interface Suite {
  suites?: Suite[] | undefined
  specs?: Spec[] | undefined
}
interface Spec {
  title: string
  ok: boolean
  file: string
  line: number
  tests: { results: { error?: { message?: string | undefined } | undefined }[] }[]
}
const Suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    suites: z.array(Suite).optional(),
    specs: z
      .array(
        z.object({
          title: z.string(),
          ok: z.boolean(),
          file: z.string(),
          line: z.number(),
          tests: z.array(
            z.object({
              results: z.array(z.object({ error: z.object({ message: z.string().optional() }).optional() })),
            }),
          ),
        }),
      )
      .optional(),
  }),
)

function failures(input: unknown): string[] {
  const { suites = [], specs = [] } = Suite.parse(input)
  const own = specs
    .filter(spec => !spec.ok)
    .map(spec => {
      const messages = spec.tests.flatMap(test => test.results.map(result => result.error?.message ?? ''))
      return `✗ ${spec.file}:${spec.line} ${spec.title}\n${messages.join('\n')}`
    })
  return [...own, ...suites.flatMap(failures)]
}
