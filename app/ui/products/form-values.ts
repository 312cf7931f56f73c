import {
  type CriterionId,
  type CriterionValue,
  isCriterionId,
  isRange,
  isSet,
} from '#domain/ontology/criteria.ts'
import type { Grant } from '#domain/products/funding.ts'
import { type PriceField, type Prices, statedPrices } from '#domain/products/prices.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { mostGrants } from '#domain/products/vocabulary.ts'

export type SpecFields = {
  value: string | string[]
  grade: string
  source: string
  sourceDay: string
  body: string
  pilot: string
  metric: string
}

/** The form as text, which is what controls hold. */
export type ProductFields = {
  name: string
  model: string
  category: string
  domains: string[]
  tasks: string[]
  summary: string
  specs: Record<CriterionId, SpecFields>
  maturity: string
  trl: string
  funding: string
  grants: Record<'programme' | 'level' | 'from' | 'year' | 'amountFen', string>[]
  commercialForms: string[]
  regions: string
} & Record<PriceField, string>

/** What the form shows first: a version as it was saved, or a blank sheet. */
export function formValues(content: ProductDraft | undefined): Record<string, unknown> {
  const { specs = {}, trl, grants = [], ...words } = content ?? {}
  return {
    ...words,
    specs: Object.fromEntries(
      Object.entries(specs)
        .filter(([criterion]) => isCriterionId(criterion))
        .map(([criterion, { value, ...proof }]) => [criterion, { ...proof, value: valueText(value) }]),
    ),
    // Two more than are there, so that one can be added without JavaScript.
    grants: [...grants.map(grantFields), ...Array(Math.min(2, mostGrants - grants.length)).fill({})],
    trl: trl === undefined ? undefined : String(trl),
    ...priceTexts(words),
  }
}

const grantFields = ({ year, amountFen, ...words }: Grant) => ({
  ...words,
  year: year === undefined ? undefined : String(year),
  amountFen: wanText(amountFen),
})

function valueText(value: CriterionValue): string | string[] {
  if (isSet(value)) return [...value]
  return isRange(value) ? `${value.min}~${value.max}` : String(value)
}

/** What it costs to buy is typed in 万元, what it costs for a month in 元. */
function priceTexts(prices: Prices): Partial<Record<PriceField, string>> {
  const { priceFromFen, priceToFen, ...monthly } = statedPrices(prices)
  const months = Object.entries(monthly).map(([end, fen]) => [
    end,
    fen === null ? undefined : String(fen / 100),
  ])
  return {
    ...Object.fromEntries(months),
    priceFromFen: wanText(priceFromFen ?? undefined),
    priceToFen: wanText(priceToFen ?? undefined),
  }
}

/** Typed in 万元: six digits of the fen lie behind the point. */
function wanText(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : String(fen / 1_000_000)
}
