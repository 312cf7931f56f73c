import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { StartProblem } from '../db/start-problem.ts'
import { runTool } from './child.ts'
import { say } from './console.ts'

/** The headless shell first: without windows around its pages it needs a quarter less time for the same walk. */
const names = [
  'chromium-headless-shell',
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'],
]
const likelyFolders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome']

/** The path of a Chromium: the one that was named, one of the system, or a newly installed one. */
export async function findChromium(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (isProgram(named)) return named
    throw new StartProblem(`CHROMIUM_PATH (${named}) is no program: correct it, or leave it out.`)
  }
  return onThisSystem() ?? (await installed())
}

async function installed(): Promise<string> {
  if (process.getuid?.() === 0 && isDebian()) {
    say('  no Chromium here; installing Debian’s (about a minute) …')
    const found =
      aptGet('update') &&
      packages.some(name => aptGet('install', '-y', '--no-install-recommends', name, 'fonts-noto-cjk'))
    const path = found ? onThisSystem() : undefined
    if (path) return path
  }
  const own = chromium.executablePath()
  if (isProgram(own)) return own
  say('  no Chromium here; downloading Playwright’s …')
  await runTool('@playwright/test:playwright', ['install', 'chromium'])
  if (isProgram(own)) return own
  throw new StartProblem(
    'No Chromium was found and none could be installed: install one ("apt-get install chromium fonts-noto-cjk"), or set CHROMIUM_PATH to one.',
  )
}

/** Ubuntu and older Debians do not have the first. */
const packages = ['chromium-headless-shell', 'chromium']

function aptGet(...args: string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync('apt-get', ['-q', ...args], { stdio: 'ignore', env }).status === 0
}

function onThisSystem(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...likelyFolders]
  return names.flatMap(name => folders.map(folder => join(folder, name))).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isDebian(): boolean {
  return (
    existsSync('/etc/os-release') &&
    /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync('/etc/os-release', 'utf8'))
  )
}
