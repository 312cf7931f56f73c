import type { FacetTable } from './facets.ts'
import type { Codes } from './column.ts'
import type { Ranked } from './sums.ts'

/** What the stores keep of a thing besides what is judged; lists are diversified, and pages re-checked, by it. */
export interface Card {
  /** The version of the product, or the revision of the scenario, that was judged. */
  version: string
  /** The firm, or the organisation that publishes the scenario. */
  organization: string
  /** 公开报道: a case to learn from, nobody's offer or call. */
  reported: boolean
  /** When it became public, in milliseconds; 0 where that is not known. */
  listed: number
  /** Bids are taken until then; null for products and for reported cases. */
  until: number | null
}

export interface Hit extends Pick<Ranked, 'id' | 'score' | 'demand' | 'supply'> {
  card: Card
}

export interface NearHit extends Hit {
  /** `relative` of the near miss's gap. */
  gap: number
}

/** How many of each list are wanted, and of which things. */
export interface Wanted {
  main?: number
  near?: number
  rest?: number
  among?: (card: Card) => boolean
}

/** 数目: how many there are of each; together they are `computed`. */
export interface ScanCounts {
  computed: number
  main: number
  near: number
  rest: number
  ruledOut: number
}

/** The best of everything that is public: the judge's own lists, without their explanations. */
export interface Scan {
  main: Hit[]
  near: NearHit[]
  rest: Hit[]
  counts: ScanCounts
  /** Musts among the main ones that no source answers. */
  unanswered: number
}

/** Where each thing has its slot. */
export interface Slots {
  readonly size: number
  /** Slots given out so far, vacant ones among them. */
  readonly top: number
  ids: readonly string[]
  cards: readonly (Card | undefined)[]
  find(id: string): number | undefined
  take(id: string, card: Card): number
  leave(id: string): number | undefined
}

export function openSlots(): Slots {
  const known = new Map<string, number>()
  const vacant: number[] = []
  const ids: string[] = []
  const cards: (Card | undefined)[] = []
  return {
    ids,
    cards,
    get size() {
      return known.size
    },
    get top() {
      return ids.length
    },
    find: id => known.get(id),
    take(id, card) {
      const slot = known.get(id) ?? vacant.pop() ?? ids.length
      known.set(id, slot)
      ids[slot] = id
      cards[slot] = card
      return slot
    },
    leave(id) {
      const slot = known.get(id)
      if (slot === undefined) return
      known.delete(id)
      cards[slot] = undefined
      vacant.push(slot)
      return slot
    },
  }
}

/** The slots in use whose work fits or may fit, and the others. */
export function byWork(
  { top, cards }: Slots,
  { table: { relevance }, codes }: { table: Pick<FacetTable, 'relevance'>; codes: Codes },
  among?: Wanted['among'],
): { working: Uint32Array; idle: Uint32Array } {
  const fits = Uint8Array.from(relevance, (tri, code) => (code === 0 ? 0 : tri === 'F' ? 1 : 2))
  const working = new Uint32Array(top)
  const idle = new Uint32Array(top)
  let [workers, others] = [0, 0]
  for (let slot = 0; slot < top; slot++) {
    const fit = fits[codes[slot] as number]
    if (fit === 0) continue
    if (among && !among(cards[slot] as Card)) continue
    if (fit === 2) working[workers++] = slot
    else idle[others++] = slot
  }
  return { working: working.subarray(0, workers), idle: idle.subarray(0, others) }
}

export function hitsOf<R extends Ranked>(ranked: readonly R[], { cards }: Slots): (R & { card: Card })[] {
  return ranked.map(each => ({ ...each, card: cards[each.slot] as Card }))
}
