import type { Bench } from './house.ts'
import { matchQuality } from './match-quality.ts'

const parts: readonly Bench[] = [matchQuality]

/** Whether the matcher finds what was used, and how fast. */
export const matchBench: Bench = async (print, files) => {
  let isKept = true
  for (const part of parts) isKept = (await part(print, files)) && isKept
  return isKept
}
