import {
  type CriterionId,
  type CriterionValue,
  criterionOf,
  isRange,
  isSet,
} from '#domain/ontology/criteria.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { Figure } from './engine.ts'

/** A price per unit in yuan; one end alone is both. */
export function priceBand({
  priceFromFen,
  priceToFen,
}: Pick<ProductDraft, 'priceFromFen' | 'priceToFen'>): Record<string, Figure> {
  const from = priceFromFen ?? priceToFen
  const to = priceToFen ?? priceFromFen
  return from === undefined || to === undefined ? {} : { priceYuan: { min: from / 100, max: to / 100 } }
}

/** Yes is 1 and no is 0; an option is its place from the least to the most demanding; a set has words, no figure. */
export function figures(values: readonly (readonly [CriterionId, CriterionValue])[]): Record<string, Figure> {
  const found: Record<string, Figure> = {}
  for (const [criterion, value] of values) {
    const figure = figureOf(criterion, value)
    if (figure !== undefined) found[criterion] = figure
  }
  return found
}

function figureOf(criterion: CriterionId, value: CriterionValue): Figure | undefined {
  if (typeof value === 'number' || isRange(value)) return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (isSet(value)) return undefined
  const place = Object.keys(criterionOf(criterion).options ?? {}).indexOf(value)
  return place < 0 ? undefined : place
}

/** What the values say in words, in both languages, so that it is found as words: 激光, IP67, 防爆. A no says nothing. */
export function optionWords(values: readonly (readonly [CriterionId, CriterionValue])[]): string[] {
  return values.flatMap(([criterion, value]) => {
    const { label, options } = criterionOf(criterion)
    const ids = isSet(value) ? value : typeof value === 'string' ? [value] : []
    const said = value === true ? [label] : ids.flatMap(id => options?.[id] ?? [])
    return said.flatMap(({ zh, en }) => (zh === en ? [zh] : [zh, en]))
  })
}
