import type { CriterionId } from '../ontology/criteria.ts'
import { type PriceBasis, priceBasisIds } from '../products/prices.ts'
import { type Column, openColumn } from './column.ts'
import { openDisclosed } from './disclosed.ts'
import { type Facet, type FacetId, facetIds, facetOfProduct, openFacet } from './facets.ts'
import { openGate, openSorter } from './gate.ts'
import type { MatchProduct } from './match.ts'
import { type Fact, kindCode, openFact } from './needs.ts'
import { middlesOf } from './price.ts'
import { type Card, openSlots, type Slots } from './scan.ts'
import { openSums } from './sums.ts'
import { openTexts, type Texts } from './texts.ts'

/** The products as the scan reads them; a slot is at the same place in every array. */
export interface MarketColumns {
  slots: Slots
  facets: Record<FacetId, Facet>
  facts: Map<CriterionId, Fact>
  texts: Texts
  /** 同类: products that are alike in all facets and in kind, of which there are far fewer. */
  likes: Column<Like>
  /** The kind of robot, by `kindCode`. */
  kinds: Uint8Array
  /** The middle of each price band, in fen; NaN where it is not known. */
  prices: Record<PriceBasis, Float64Array>
  gate: ReturnType<typeof openGate>
  sort: ReturnType<typeof openSorter>
  disclosed: ReturnType<typeof openDisclosed>
  sums: ReturnType<typeof openSums>
}

/** The codes of the facets and of the kind. */
export interface Like {
  facets: readonly number[]
  kind: number
}

export function openMarketColumns(): MarketColumns {
  return {
    ...{
      slots: openSlots(),
      facts: new Map(),
      texts: openTexts(),
      likes: openColumn(),
      kinds: new Uint8Array(0),
    },
    ...{
      prices: { purchase: new Float64Array(0), rental: new Float64Array(0), raas: new Float64Array(0) },
      gate: openGate(),
      sort: openSorter(),
      disclosed: openDisclosed(),
      sums: openSums(),
    },
    facets: {
      ...{ work: openFacet('products'), domain: openFacet('products') },
      ...{ maturity: openFacet('products'), place: openFacet('products') },
    },
  }
}

export function enter(columns: MarketColumns, product: MatchProduct, card: Card): void {
  const { slots, facets, facts, texts } = columns
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
  const kind = kindCode(product.category)
  columns.kinds[slot] = kind
  const codes = facetIds.map(id => facets[id].column.codes(slots.top)[slot] as number)
  columns.likes.set(slot, { facets: codes, kind })
  const middles = middlesOf(product)
  for (const basis of priceBasisIds) columns.prices[basis][slot] = middles[basis]
  texts.set(slot, product.text)
}

export function leave(columns: MarketColumns, id: string): void {
  const slot = columns.slots.leave(id)
  if (slot === undefined) return
  clear(columns, slot)
  columns.texts.set(slot, '')
}

/** A slot without work is nobody's. */
function clear({ facets, facts }: MarketColumns, slot: number): void {
  facets.work.column.set(slot, undefined)
  for (const { column } of facts.values()) column.set(slot, undefined)
}

function grow(columns: MarketColumns): void {
  if (columns.slots.top <= columns.kinds.length) return
  const size = Math.ceil(columns.slots.top * 1.5)
  const { kinds } = columns
  columns.kinds = new Uint8Array(size)
  columns.kinds.set(kinds)
  for (const basis of priceBasisIds) {
    const grown = new Float64Array(size)
    grown.set(columns.prices[basis])
    columns.prices[basis] = grown
  }
}
