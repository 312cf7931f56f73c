import { z } from 'zod'
import type { MatchProduct } from '../matching/match.ts'
import { restandsOf, type Stand, type Tally, tallyOf } from '../matching/standing.ts'
import { type Turns, turnsOf } from '../matching/steps.ts'
import { stating } from '../matching/suppose.ts'
import { type CriterionId, type CriterionValue, criterionIds } from '../ontology/criteria.ts'
import { readValue } from '../ontology/values.ts'
import { choice, money, optional, text } from '../shared/fields.ts'
import { type Maturity, maturityIds } from '../vocabulary.ts'

/** More than this at once is another product. */
export const mostChanges = 5

/** What is supposed to be otherwise; nothing of it is kept. */
export interface Supposed {
  specs: Partial<Record<CriterionId, CriterionValue>>
  /** Of one unit, in fen. */
  price?: number
  regions?: string
  maturity?: Maturity
}

/** One typed fact, as a product's form takes it; blank is no change. */
function typedFact(id: CriterionId) {
  return z
    .unknown()
    .optional()
    .transform((input, context): CriterionValue | undefined => {
      if (input === undefined || input === '') return undefined
      const read = readValue(id, input, 'have')
      if (read.ok) return read.value
      context.issues.push({ code: 'custom', message: read.message, input })
      return z.NEVER
    })
}

const typedFacts = Object.fromEntries(criterionIds.map(id => [id, typedFact(id)])) as Record<
  CriterionId,
  ReturnType<typeof typedFact>
>

/** 试一试: facts under their criteria's names, and the terms; what is left blank stays as it is. */
export const Supposed = z
  .object({
    ...typedFacts,
    price: optional(money({ maxYuan: 1_000_000_000, unit: 'wan' })),
    regions: optional(text({ max: 200 })),
    maturity: optional(choice(maturityIds)),
  })
  .transform(({ price, regions, maturity, ...facts }, context): Supposed => {
    const supposed: Supposed = {
      specs: Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)),
      ...(price !== undefined && { price }),
      ...(regions !== undefined && { regions }),
      ...(maturity !== undefined && { maturity }),
    }
    const message = `standing.ask.tooMany|max=${mostChanges}`
    if (changesIn(supposed) > mostChanges)
      context.issues.push({ code: 'custom', message, path: [], input: facts })
    return supposed
  })

export function changesIn({ specs, ...others }: Supposed): number {
  return Object.keys(specs).length + Object.keys(others).length
}

/** The product as it would be. What is stated newly counts as the firm's own word. */
export function supposedProduct(
  product: MatchProduct,
  { specs, price, regions, maturity }: Supposed,
): MatchProduct {
  let changed = product
  for (const [id, value] of Object.entries(specs))
    changed = { ...changed, specs: stating(changed, id as CriterionId, value) }
  return {
    ...changed,
    ...(price !== undefined && { priceFromFen: price, priceToFen: price }),
    ...(regions !== undefined && { regions }),
    ...(maturity !== undefined && { maturity }),
  }
}

/** One scenario's place among those suggested for the product itself, never among other firms' products. */
export interface Placed {
  score: number
  /** From 1, by score. */
  rank: number
}

export interface MovedScenario {
  scenarioId: string
  before: Placed | null
  after: Placed | null
}

export interface WhatIf extends Turns {
  before: Tally
  after: Tally
  /** All that are suggested before or after, the best afterwards first, then those that are lost. */
  moved: readonly MovedScenario[]
}

/** The scenarios suggested for a product, best first, as on its page of matches. */
export type Suggest = (product: MatchProduct) => Iterable<{ id: string; score: number }>

/**
 * What would be otherwise, by the very matcher: the world stays as it is, only the product changes. `stands` are those
 * of the product as it is, with the scenarios that `suggest` chooses from.
 */
export function whatIf(
  { product, supposed, stands }: { product: MatchProduct; supposed: Supposed; stands: readonly Stand[] },
  suggest: Suggest,
): WhatIf {
  const changed = supposedProduct(product, supposed)
  const after = restandsOf(stands, changed, new Set(Object.keys(supposed.specs) as CriterionId[]))
  const [was, is] = [placesOf(suggest(product)), placesOf(suggest(changed))]
  const moved = [...new Set([...is.keys(), ...was.keys()])].map(scenarioId => ({
    scenarioId,
    before: was.get(scenarioId) ?? null,
    after: is.get(scenarioId) ?? null,
  }))
  return { ...turnsOf(stands, after), before: tallyOf(stands), after: tallyOf(after), moved }
}

function placesOf(suggested: Iterable<{ id: string; score: number }>): Map<string, Placed> {
  const places = new Map<string, Placed>()
  for (const { id, score } of suggested) places.set(id, { score, rank: places.size + 1 })
  return places
}
