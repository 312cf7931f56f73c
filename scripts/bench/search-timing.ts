import { median } from './house.ts'

const rounds = 4
/** After so long a kind is not asked again: by hand some of it takes seconds a query at 100,000 documents. */
const longestMs = 15_000

/** Milliseconds of each of them, several times over; the first round only warms up, unless it has taken too long. */
export async function timed<T>(
  queries: readonly T[],
  work: (query: T) => Promise<unknown>,
): Promise<number[]> {
  const began = performance.now()
  let taken: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const before = round === 1 ? [] : taken
    const own: number[] = []
    for (const query of queries) {
      const since = performance.now()
      await work(query)
      own.push(performance.now() - since)
    }
    taken = [...before, ...own]
    if (performance.now() - began > longestMs) break
  }
  return taken
}

/** The median and the 95th percentile. */
export const shown = (times: readonly number[]) =>
  `${median(times).toFixed(1)}/${quantile(times, 0.95).toFixed(1)}`

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
