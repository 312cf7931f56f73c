import type { Bench } from './house.ts'
import { matchQuality } from './match-quality.ts'
import { matchSpeed } from './match-speed.ts'

const parts: readonly Bench[] = [matchQuality, matchSpeed]

/** Whether the matcher finds what was used, and how fast. */
export const matchBench: Bench = async (print, files) => {
  let isKept = true
  for (const part of parts) isKept = (await part(print, files)) && isKept
  return isKept
}
