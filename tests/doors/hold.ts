import { spawn } from 'node:child_process'
import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { z } from 'zod'
import type { UnixUser } from '#db/embedded/identity.ts'
import { placeIn } from '#db/embedded/place.ts'
import { readRunning, stopServer } from '#db/embedded/server.ts'

const Answer = z.object({
  url: z.string().optional(),
  owned: z.boolean().optional(),
  problem: z.string().optional(),
})

export interface Holder {
  answer: z.infer<typeof Answer>
  kill(signal: NodeJS.Signals): Promise<void>
}

/** An empty folder that is gone after the test, together with any server still running in it. */
export function emptyFolder({
  owner,
  closedAbove = false,
}: {
  owner?: UnixUser
  closedAbove?: boolean
} = {}): string {
  const outer = mkdtempSync(join(tmpdir(), 'robot-plus-doors-'))
  chmodSync(outer, closedAbove ? 0o700 : 0o755)
  if (owner) chownSync(outer, owner.uid, owner.gid)
  const dataDir = join(outer, 'data')
  onTestFinished(async () => {
    const running = readRunning(placeIn(dataDir))
    if (running) await stopServer(placeIn(dataDir), running)
    rmSync(outer, { recursive: true, force: true })
  })
  return dataDir
}

/** Another process that starts or finds the database in this folder, perhaps as another user, and holds it. */
export async function hold(dataDir: string, user?: UnixUser): Promise<Holder> {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/support/hold-database.ts', dataDir, 'forgetful'],
    {
      ...user,
      // As bare as a service manager starts us: no HOME, no USER.
      env: { PATH: process.env.PATH, NODE_ENV: 'test' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise<void>(resolve => child.once('close', () => resolve()))
  const kill = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return ended
  }
  onTestFinished(() => kill('SIGKILL'))
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', data => resolve(String(data)))
    child.once('close', () => reject(new Error('the holder ended without an answer')))
  })
  return { answer: Answer.parse(JSON.parse(line)), kill }
}

export interface Ending {
  code: number | null
  output: string
  errors: string
}

/** A command of ours with this environment and nothing else, to its end. */
export function runScript(
  path: string,
  args: readonly string[],
  variables: Record<string, string>,
): Promise<Ending> {
  const child = spawn(process.execPath, ['--import', 'tsx', path, ...args], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [output, errors] = ['', '']
  child.stdout.on('data', data => {
    output += String(data)
  })
  child.stderr.on('data', data => {
    errors += String(data)
  })
  return new Promise(resolve => {
    child.once('close', code => resolve({ code, output, errors: errors.trim() }))
  })
}
