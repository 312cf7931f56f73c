import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { defineConfig } from '@playwright/test'

const port = Number(process.env.E2E_PORT ?? 3111)
const origin = `http://localhost:${port}`
const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const longest = /(joining|trip|wizard)\.spec\.ts$/

export default defineConfig({
  testDir: './e2e',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: true,
  // What takes longest begins first, so that neither worker has to wait for it alone at the end.
  projects: [
    { name: 'journeys', testMatch: longest },
    { name: 'pages', testIgnore: longest },
  ],
  retries: 0,
  forbidOnly: true,
  // Two walks, the server, its worker and two browsers share the machine, and nothing that is waited for takes long
  // by itself: who is slow here is the machine.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: {
    baseURL: origin,
    actionTimeout: 60_000,
    navigationTimeout: 60_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1280, height: 900 },
    // A trace costs about as much as the walk itself: `TRACE=1 npm run e2e -- NAME` keeps one of what fails.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH || undefined,
      args: chromiumFlags,
    },
  },
  webServer: {
    command: `"${process.execPath}" --import tsx scripts/start.ts`,
    cwd: '..',
    url: `${origin}/readyz`,
    timeout: 300_000,
    stdout: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    env: {
      PORT: String(port),
      DATA_DIR: process.env.E2E_DATA_DIR ?? join(tmpdir(), 'robot-plus-e2e'),
      DEMO: '1',
      LOG_LEVEL: 'warn',
    },
  },
})
