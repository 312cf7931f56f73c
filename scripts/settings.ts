import { readEnvironment, type Settings } from '#http/env.ts'
import { StartProblem } from '../db/start-problem.ts'

/** The configuration of this process, or every problem with it. */
export function readSettings(): Settings {
  const reading = readEnvironment(process.env)
  if (!reading.ok) throw new StartProblem(reading.problems.join('\n'))
  return reading.env
}
