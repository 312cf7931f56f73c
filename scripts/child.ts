import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

export interface Outcome {
  code: number
  /** Both streams, in the order they came. */
  output: string
}

export interface ChildOptions {
  env?: Record<string, string | undefined>
  /** Writes through to our own console instead of keeping the output. */
  show?: boolean
}

/** Runs a program of node_modules with this very Node and waits for it; it ends when we end. */
export function runTool(tool: string, args: readonly string[], options: ChildOptions = {}): Promise<Outcome> {
  return runNode([toolPath(tool), ...args], options)
}

/** Runs a TypeScript file of ours. */
export function runScript(
  path: string,
  args: readonly string[] = [],
  options: ChildOptions = {},
): Promise<Outcome> {
  return runNode(['--import', 'tsx', join(root, path), ...args], options)
}

function runNode(args: readonly string[], { env, show }: ChildOptions): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    const pieces: Buffer[] = []
    child.stdout?.on('data', piece => pieces.push(piece))
    child.stderr?.on('data', piece => pieces.push(piece))
    const end = () => child.kill('SIGTERM')
    process.once('exit', end)
    child.once('error', reject)
    child.once('close', code => {
      process.off('exit', end)
      resolve({ code: code ?? 1, output: Buffer.concat(pieces).toString() })
    })
  })
}

/** `package` or `package:program`, for a package whose program bears another name. */
function toolPath(tool: string): string {
  const [name = '', program = name.split('/').at(-1) ?? ''] = tool.split(':')
  const folder = join(root, 'node_modules', name)
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const path = join(folder, binOf(manifest, program))
  if (!existsSync(path)) throw new Error(`${tool} is not installed; run npm install`)
  return path
}

function binOf(manifest: unknown, program: string): string {
  const bin = manifest instanceof Object && 'bin' in manifest ? manifest.bin : undefined
  if (typeof bin === 'string') return bin
  const path = bin instanceof Object ? Object.entries(bin).find(([name]) => name === program)?.[1] : undefined
  if (typeof path !== 'string') throw new Error(`${program} is no program of its package`)
  return path
}
