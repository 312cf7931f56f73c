import { criterionOf, isCriterionId } from '#domain/ontology/criteria.ts'
import { units } from '#domain/ontology/units.ts'
import { formatValue } from '#domain/ontology/values.ts'
import type { Bounds } from '#domain/searching/address.ts'
import { districts } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import type { RelaxationView, SearchPageView } from './view.ts'

/** A figure's name: 载重, 价格. */
export function figureLabel(t: Translate, name: string): string {
  if (isCriterionId(name)) return t.pick(criterionOf(name).label)
  return t(name === 'budgetYuan' ? 'search.figure.budgetYuan' : 'search.figure.priceYuan')
}

/** The unit in which its bounds are typed. */
export function figureUnit(t: Translate, name: string): string {
  if (isCriterionId(name)) return t.pick(units[criterionOf(name).unit].label)
  return t('common.form.unitYuan')
}

/** A value with its unit, as people read it best: 50 kg, 15 万元. */
export function figureText(t: Translate, name: string, value: number): string {
  return isCriterionId(name) ? formatValue(name, value, t.locale) : t.yuan(Math.round(value * 100))
}

/** 载重 ≥ 50 kg: a figure with its bounds. */
export function boundsText(t: Translate, name: string, { gte, lte }: Bounds): string {
  const low = gte === undefined ? '' : ` ≥ ${figureText(t, name, gte)}`
  const high = lte === undefined ? '' : ` ≤ ${figureText(t, name, lte)}`
  return `${figureLabel(t, name)}${low}${high}`
}

/** 朝阳区 20 km 以内. */
export function nearText(
  t: Translate,
  { district, km }: NonNullable<SearchPageView['query']['near']>,
): string {
  return t('search.within', { place: t.pick(districts[district]), km })
}

/** What a way out gives up. */
export function relaxationText(t: Translate, { kind, what, value, labels }: RelaxationView): string {
  const named = labels.map(label => t.pick(label)).join(t('search.or'))
  switch (kind) {
    case 'facet':
      return t('search.relax.facet', { what: named })
    case 'range':
      return t('search.relax.range', { what: figureLabel(t, what ?? '') })
    case 'near':
      return t('search.relax.near', { what: named, km: Number(value) })
    case 'word':
      return t('search.relax.word', { what: value ?? '' })
    case 'quantity':
      return t('search.relax.quantity', { what: figureLabel(t, what ?? ''), written: value ?? '' })
    default:
      return t(`search.relax.${kind}`)
  }
}
