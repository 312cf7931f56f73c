import { StartProblem } from '../db/start-problem.ts'

const heartbeatMs = 15_000
const orphanCheckMs = 500
const nameWidth = 34

/** The user asked us to end while we were still starting. */
class Interrupted extends Error {}
let interrupted = false
const interruption = new EventTarget()

/** Gives up waiting for `work` when the user asks us to end; for work that may be left half done. */
export function orInterrupted<T>(work: Promise<T>): Promise<T> {
  const asked = new Promise<never>((_, reject) => {
    interruption.addEventListener('asked', () => reject(new Interrupted()), { once: true })
  })
  asked.catch(() => {})
  return Promise.race([work, asked])
}

export function say(text = ''): void {
  process.stdout.write(`${text}\n`)
}

/** Runs one step and prints its line with its time; a step that takes long says in between that it lives. */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  note?: (result: T) => string,
): Promise<T> {
  if (interrupted) throw new Interrupted()
  const begun = performance.now()
  try {
    const result = await withHeartbeat(name, work)
    say(stepLine({ mark: '✓', name, ms: performance.now() - begun, note: note?.(result) }))
    return result
  } catch (error) {
    say(stepLine({ mark: '✗', name, ms: performance.now() - begun }))
    throw error
  }
}

/** Says now and then that long work is still going on. */
export async function withHeartbeat<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now()
  const beat = () => say(`  ${name} … ${Math.round((performance.now() - begun) / 1000)} s`)
  const heartbeat = setInterval(beat, heartbeatMs)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
  }
}

export function stepLine({
  mark,
  name,
  ms,
  note,
}: {
  mark: string
  name: string
  ms: number
  note?: string
}): string {
  const time = `${(ms / 1000).toFixed(1)} s`.padStart(8)
  return `${mark} ${name.padEnd(nameWidth)} ${time}${note ? `   ${note}` : ''}`
}

/** The frame of every command: a known problem is one sentence, anything else is a defect and shows its stack. */
export async function runCommand(main: () => Promise<unknown>): Promise<void> {
  process.exit(await main().then(code => (typeof code === 'number' ? code : 0), report))
}

function report(error: unknown): number {
  if (interrupted) return 0
  process.stderr.write(`\n${error instanceof StartProblem ? error.message : textOf(error)}\n`)
  return 1
}

function textOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * Resolves at the first wish to end: Ctrl-C, SIGTERM, the terminal closing, or the end of the npm that runs us, which
 * does not always pass its signal on. A second wish ends us at once.
 */
export function untilAskedToStop(): Promise<NodeJS.Signals> {
  const impatientMs = 1_000
  return new Promise(resolve => {
    let first = 0
    const heard = (signal: NodeJS.Signals) => {
      interrupted = true
      interruption.dispatchEvent(new Event('asked'))
      if (first === 0) {
        first = Date.now()
        resolve(signal)
        // npm passes on the signal that the terminal has already sent us, so twice in one moment is once.
      } else if (Date.now() - first > impatientMs) {
        process.exit(130)
      }
    }
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard)
    if (process.env.npm_lifecycle_event) whenOrphaned(() => heard('SIGTERM'))
  })
}

function whenOrphaned(act: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    act()
  }, orphanCheckMs)
  watch.unref()
}
