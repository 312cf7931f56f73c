import type { Tri } from '../shared/tri.ts'
import type { Codes, Roll } from './column.ts'
import type { Facet, FacetTable } from './facets.ts'
import { idle, type Sieve, type Sorted, vacant, working } from './gate.ts'
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
  /** Whether the work is known to fit. */
  relevance: Tri
}

export interface NearHit extends Hit {
  /** `relative` of the near miss's gap. */
  gap: number
}

/** Of more that do not seem to fit, naming a few says nothing: they are only counted. */
export const mostRest = 2_000

/** How many of each list are wanted, and of which things; `rest` is left empty beyond `mostRest`. */
export interface Wanted {
  main?: number
  near?: number
  rest?: number
  among?: (card: Card) => boolean
}

/** The best of everything that is public: the judge's own lists, without their explanations. */
export interface Scan {
  main: Hit[]
  near: NearHit[]
  rest: Hit[]
  /** 数目: how many there are of each list; together with those ruled out they are `computed`. */
  counts: Sorted['counts']
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

/** What the work of each slot says. */
export interface Work {
  table: Pick<FacetTable, 'relevance'>
  codes: Codes
  roll: Roll
}

/** The facet's column of the first `top` slots, under the other side's work. */
export function workOf({ column }: Pick<Facet, 'column'>, table: Work['table'], top: number): Work {
  return { table, codes: column.codes(top), roll: column.roll(top) }
}

/** How the slots are sorted by their work, those left out that are not wanted. */
export function sieveOf({ cards }: Slots, { table, roll }: Work, among?: Wanted['among']): Sieve {
  const fits = Uint8Array.from(table.relevance, (tri, code) =>
    code === 0 ? vacant : tri === 'F' ? idle : working,
  )
  if (!among) return { roll, fits }
  const asked = (slot: number) => {
    const card = cards[slot]
    return card !== undefined && among(card)
  }
  return { roll, fits, among: asked }
}

export function hitsOf<R extends Ranked>(
  ranked: readonly R[],
  { cards }: Slots,
  { table: { relevance }, codes }: Work,
): (R & Pick<Hit, 'card' | 'relevance'>)[] {
  return ranked.map(each => ({
    ...each,
    card: cards[each.slot] as Card,
    relevance: relevance[codes[each.slot] as number] as Tri,
  }))
}
