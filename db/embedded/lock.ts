import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartProblem } from '../start-problem.ts'

const patienceMs = 60_000

/** Lets one process at a time set up, find or start the server; a lock left by a dead process is taken over. */
export async function underLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + patienceMs
  while (!claim(path)) {
    dropIfDead(path)
    if (Date.now() > until) {
      throw new StartProblem(
        `Another process has held ${path} for a minute: end it, or delete that file when no such process exists.`,
      )
    }
    await sleep(25)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

function claim(path: string): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, identity(process.pid))
  try {
    linkSync(draft, path)
    return true
  } catch {
    return false
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moved aside before it is deleted, so that two waiters never delete each other's fresh lock. */
function dropIfDead(path: string): void {
  const holder = readIfThere(path)
  if (holder === undefined || isAlive(holder)) return
  const aside = `${path}.dead-${process.pid}`
  try {
    renameSync(path, aside)
    if (readIfThere(aside) !== holder) linkSync(aside, path)
  } catch {
    // Somebody else was faster; the next round looks again.
  }
  rmSync(aside, { force: true })
}

/** A process as one line: its number and, where the system tells, when it began, for numbers are used again. */
export function identity(pid: number): string {
  return `${pid} ${beginning(pid)}`
}

/** Does the process that wrote this line still run? */
export function isAlive(line: string): boolean {
  const [pid, began] = line.trim().split(' ')
  const number = Number(pid)
  return Number.isInteger(number) && number > 0 && pidLives(number) && beginning(number) === began
}

/** A dead process whose parent does not collect it, as in a container without an init, still has its number. */
export function pidLives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !['Z', 'X'].includes(stat(pid)[0] ?? '')
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

const beginning = (pid: number) => stat(pid)[19] ?? '-'

/** The system's numbers on a process, from its state on; nothing where there is no /proc. */
function stat(pid: number): string[] {
  const line = readIfThere(`/proc/${pid}/stat`) ?? ''
  // The name in parentheses before them may hold anything.
  return line.slice(line.lastIndexOf(')') + 2).split(' ')
}

/** The text of a file that others may remove at any moment. */
export function readIfThere(path: string): string | undefined {
  try {
    return existsSync(path) ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}
