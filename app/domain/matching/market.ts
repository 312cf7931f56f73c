import type { CriterionId } from '../ontology/criteria.ts'
import { noBasis } from './basis.ts'
import { type Facet, type FacetId, facetIds, facetOfProduct, openFacet } from './facets.ts'
import { fitCountOf } from './fit-count.ts'
import type { FitCount, FitNeed } from './fits.ts'
import { openGate, openSorter } from './gate.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { type Fact, kindCode, needTable, openFact } from './needs.ts'
import { judgeBudget } from './price.ts'
import { type Card, fitBy, openSlots, type Scan, type Slots, type Wanted } from './scan.ts'
import { contestOfMain, scanProducts } from './scan-products.ts'
import type { Contest } from './sums.ts'
import { openTexts, type Texts } from './texts.ts'
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

/** The products as the scan reads them; a slot is at the same place in every array. */
export interface MarketColumns {
  slots: Slots
  facets: Record<FacetId, Facet>
  facts: ReadonlyMap<CriterionId, Fact>
  texts: Texts
  /** The kind of robot, by `kindCode`. */
  kinds: Uint8Array
  /** The middle of the price band, in fen; NaN where it is not known. */
  prices: Float64Array
  gate: ReturnType<typeof openGate>
  sort: ReturnType<typeof openSorter>
}

/** The middle of a price band does not depend on the budget that it is held against. */
const anyBudget = { budgetFen: 1, units: 1 }
/** Whether work fits does not depend on how anything is weighed. */
const anyWorld = worldFrom(noBasis, () => [])

export function openMarket(): Market {
  const facts = new Map<CriterionId, Fact>()
  const columns: MarketColumns = {
    ...{ slots: openSlots(), facts, texts: openTexts(), kinds: new Uint8Array(0) },
    ...{ prices: new Float64Array(0), gate: openGate(), sort: openSorter() },
    facets: {
      ...{ work: openFacet('products'), domain: openFacet('products') },
      ...{ maturity: openFacet('products'), place: openFacet('products') },
    },
  }
  const { slots, facets, texts } = columns

  return {
    get size() {
      return slots.size
    },
    get top() {
      return slots.top
    },
    put(product, card) {
      const slot = slots.take(product.id, card)
      clear(columns, slot)
      grow(columns)
      for (const id of facetIds) facets[id].column.set(slot, facetOfProduct(id, product))
      for (const [key, { value }] of Object.entries(product.specs)) {
        const criterion = key as CriterionId
        const fact = facts.get(criterion) ?? openFact()
        facts.set(criterion, fact)
        fact.column.set(slot, value)
      }
      columns.kinds[slot] = kindCode(product.category)
      columns.prices[slot] = judgeBudget(anyBudget, product)?.have ?? Number.NaN
      texts.set(slot, product.text)
    },
    remove(id) {
      const slot = slots.leave(id)
      if (slot === undefined) return
      clear(columns, slot)
      texts.set(slot, '')
    },
    scan: (world, scenario, wanted) => scanProducts(columns, { world, scenario, wanted }),
    contest: (world, scenario) => contestOfMain(columns, { world, scenario }),
    count({ tasks, requirements }) {
      const { top } = slots
      const musts = requirements
        .filter(each => each.necessity === 'must')
        .map(each => needTable(each, facts.get(each.criterion), top))
      const gate = columns.gate(musts, top)
      const table = facets.work.table(anyWorld, { tasks })
      const fitOf = fitBy({ table, codes: facets.work.column.codes(top) })
      return fitCountOf(gate, columns.sort(gate, { top, fitOf }), { published: slots.size, musts })
    },
    prepare: texts.prepare,
    cardOf(slot) {
      const [id, card] = [slots.ids[slot], slots.cards[slot]]
      return id !== undefined && card ? { id, card } : null
    },
  }
}

/** A slot without work is nobody's. */
function clear({ facets, facts }: MarketColumns, slot: number): void {
  facets.work.column.set(slot, undefined)
  for (const { column } of facts.values()) column.set(slot, undefined)
}

function grow(columns: MarketColumns): void {
  if (columns.slots.top <= columns.kinds.length) return
  const size = Math.ceil(columns.slots.top * 1.5)
  const { kinds, prices } = columns
  columns.kinds = new Uint8Array(size)
  columns.kinds.set(kinds)
  columns.prices = new Float64Array(size)
  columns.prices.set(prices)
}
