/** How many gain and how many lose, of how many, and the biggest of both by id. */
export interface Tally {
  of: number
  gain: number
  lose: number
  /** `by` is positive for a gain; the biggest first. */
  gains: readonly { id: string; by: number }[]
  losses: readonly { id: string; by: number }[]
}

/** `balances`: by id, places won less places lost. */
export function tallyOf(balances: ReadonlyMap<string, number>, most: number): Tally {
  const all = [...balances].map(([id, by]) => ({ id, by }))
  const gains = all.filter(each => each.by > 0).sort((a, b) => b.by - a.by || (a.id < b.id ? -1 : 1))
  const losses = all.filter(each => each.by < 0).sort((a, b) => a.by - b.by || (a.id < b.id ? -1 : 1))
  return {
    of: all.length,
    gain: gains.length,
    lose: losses.length,
    gains: gains.slice(0, most),
    losses: losses.slice(0, most),
  }
}

/** Keeps the first few of any number of things. */
export interface Biggest<T> {
  add(item: T): void
  list(): readonly T[]
}

export function biggestOf<T>(most: number, compare: (a: T, b: T) => number): Biggest<T> {
  const kept: T[] = []
  return {
    add(item) {
      const last = kept.at(-1)
      if (kept.length === most && last !== undefined && compare(item, last) >= 0) return
      const at = kept.findIndex(each => compare(item, each) < 0)
      kept.splice(at < 0 ? kept.length : at, 0, item)
      if (kept.length > most) kept.pop()
    },
    list: () => [...kept],
  }
}
