import {
  type CriterionId,
  type CriterionValue,
  isCriterionId,
  isRange,
  isSet,
} from '#domain/ontology/criteria.ts'
import type { Grant } from '#domain/products/funding.ts'
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
  priceFromFen: string
  priceToFen: string
  commercialForms: string[]
  regions: string
}

/** What the form shows first: a version as it was saved, or a blank sheet. */
export function formValues(content: ProductDraft | undefined): Record<string, unknown> {
  const { specs = {}, trl, grants = [], priceFromFen, priceToFen, ...words } = content ?? {}
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
    priceFromFen: wanText(priceFromFen),
    priceToFen: wanText(priceToFen),
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

/** Typed in 万元: six digits of the fen lie behind the point. */
function wanText(fen: number | undefined): string | undefined {
  return fen === undefined ? undefined : String(fen / 1_000_000)
}
