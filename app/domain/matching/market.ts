import { noBasis } from './basis.ts'
import { fitCountOf } from './fit-count.ts'
import type { FitCount, FitNeed } from './fits.ts'
import { enter, leave, openMarketColumns } from './market-columns.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { needTable } from './needs.ts'
import { type Card, type Scan, sieveOf, type Wanted, workOf } from './scan.ts'
import { contestOfMain, scanProducts } from './scan-products.ts'
import type { Contest } from './sums.ts'
import type { Texts } from './texts.ts'
import { type World, worldFrom } from './world.ts'

/**
 * 在售产品的列存: the published products by column, so that a scenario is held against 100,000 of them in
 * milliseconds, with the very numbers that `matchPair` gives. Each distinct value is judged once, by the judge's own
 * functions; the products are then rows of small codes.
 */
export interface Market {
  readonly size: number
  /** Slots given out so far. */
  readonly top: number
  /** Enters a product, or its newer version in place of the older one. */
  put(product: MatchProduct, card: Card): void
  remove(id: string): void
  /** The best products for a scenario, and how many there are of each sort. */
  scan(world: World, scenario: MatchScenario, wanted: Wanted): Scan
  /** A scenario and all products of its main list, not yet ranked: for a walk over all pairs. */
  contest(world: World, scenario: MatchScenario): Contest
  count(need: FitNeed): FitCount
  /** Vectors of texts are made when they are needed; this makes them ahead. */
  prepare: Texts['prepare']
  /** Whose slot it is. */
  cardOf(slot: number): { id: string; card: Card } | null
}

/** Whether work fits does not depend on how anything is weighed. */
const anyWorld = worldFrom(noBasis, () => [])

export function openMarket(): Market {
  const columns = openMarketColumns()
  const { slots, facets, facts, texts } = columns

  return {
    get size() {
      return slots.size
    },
    get top() {
      return slots.top
    },
    put: (product, card) => enter(columns, product, card),
    remove: id => leave(columns, id),
    scan: (world, scenario, wanted) => scanProducts(columns, { world, scenario, wanted }),
    contest: (world, scenario) => contestOfMain(columns, { world, scenario }),
    count({ tasks, requirements }) {
      const { top } = slots
      const musts = requirements
        .filter(each => each.necessity === 'must')
        .map(each => needTable(each, facts.get(each.criterion), top))
      const gate = columns.gate(musts, top)
      const work = workOf(facets.work, facets.work.table(anyWorld, { tasks }), top)
      const sorted = columns.sort(gate, sieveOf(slots, work))
      return fitCountOf(gate, sorted, { published: slots.size, musts })
    },
    prepare: texts.prepare,
    cardOf(slot) {
      const [id, card] = [slots.ids[slot], slots.cards[slot]]
      return id !== undefined && card ? { id, card } : null
    },
  }
}
