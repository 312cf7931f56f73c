import type { Scan } from '#domain/matching/scan.ts'
import type { World } from '#domain/matching/world.ts'
import type { Stock } from './shelf.ts'

/** Scans kept for each side of the market: some 10 KB each, a page that shows all some 50. */
const mostScans = 128

interface Kept {
  /** What every kept scan rests on besides its question. */
  world: World
  turn: number
  /** By question, with the span of time in which the scan is true. */
  scans: Map<string, { scan: Scan; from: number; until: number }>
}

const kept = new WeakMap<Stock['market'] | Stock['calls'], Kept>()

interface Question {
  /** All that the scan depends on besides what is on the market, the weights and the basis. */
  asked: object
  now: number
  /** Makes the scan, and says until when it stays true: the next moment at which one more call is closed. */
  work(): { scan: Scan; until?: number }
}

/**
 * A scan, or the one that was made for the same question as long as nothing on the market has changed since, nor the
 * weights, nor the basis: whoever opens a candidate, goes on or comes back asks the same again. The market is caught
 * up by the audit chain's head at each request, so what is kept is what every process would find.
 */
// public: what was found among what anybody may read
export function keptScan(
  { turn, world }: Stock,
  store: Stock['market'] | Stock['calls'],
  { asked, now, work }: Question,
): Scan {
  let own = kept.get(store)
  if (own?.world !== world || own.turn !== turn) {
    own = { world, turn, scans: new Map() }
    kept.set(store, own)
  }
  const { scans } = own
  const key = JSON.stringify(asked)
  const known = scans.get(key)
  const isTrue = known && known.from <= now && now < known.until
  const found = isTrue ? known : { from: now, until: Number.POSITIVE_INFINITY, ...work() }
  scans.delete(key)
  scans.set(key, found)
  // The one that was asked for longest ago stands first.
  for (const oldest of scans.keys()) {
    if (scans.size <= mostScans) break
    scans.delete(oldest)
  }
  return found.scan
}
