import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { chromium } from '@playwright/test'
import { StartProblem } from '../db/start-problem.ts'
import { runTool } from './child.ts'
import { say } from './console.ts'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
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
    const fonts = ['chromium', 'fonts-noto-cjk']
    const installing = [['update'], ['install', '-y', '--no-install-recommends', ...fonts]]
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    const ok = installing.every(
      args => spawnSync('apt-get', ['-q', ...args], { stdio: 'ignore', env }).status === 0,
    )
    const found = ok ? onThisSystem() : undefined
    if (found) return found
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
