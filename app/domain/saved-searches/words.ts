import { criterionOf, isCriterionId } from '../ontology/criteria.ts'
import { formatValue } from '../ontology/values.ts'
import type { Bounds, IndexName, SearchAddress, SearchFacet } from '../searching/address.ts'
import { facetsOf } from '../searching/address.ts'
import { facetLabel } from '../searching/labels.ts'
import type { Locale, Localized } from '../shared/localized.ts'
import { fen, yuanParts } from '../shared/money.ts'
import { districts } from '../vocabulary.ts'
import type { KeptAddress } from './kept.ts'

const indexLabels: Record<IndexName, Localized> = {
  scenarios: { zh: '场景', en: 'Scenarios' },
  products: { zh: '机器人产品', en: 'Robot products' },
  solutions: { zh: '系统解决方案', en: 'Solutions' },
  firms: { zh: '单位', en: 'Organisations' },
  catalog: { zh: '典型场景目录', en: 'Scenario catalog' },
}

const facetLabels: Record<SearchFacet, Localized> = {
  domain: { zh: '领域', en: 'Domain' },
  task: { zh: '作业任务', en: 'Task' },
  category: { zh: '机器人品类', en: 'Kind of robot' },
  maturity: { zh: '成熟度', en: 'Maturity' },
  district: { zh: '所在区', en: 'District' },
  commercialForm: { zh: '商务形式', en: 'Commercial form' },
  source: { zh: '来源', en: 'Source' },
}

const figureLabels: Readonly<Record<string, Localized>> = {
  priceYuan: { zh: '价格', en: 'Price' },
  budgetYuan: { zh: '预算', en: 'Budget' },
  deadline: { zh: '应标截止', en: 'Deadline' },
}

/** The marks between words of a list, and between a name and its value. */
const marks = {
  zh: { and: '、', or: '或', colon: '：', part: ' · ' },
  en: { and: ', ', or: ' or ', colon: ': ', part: ' · ' },
}

export const indexName = (index: IndexName, locale: Locale) => indexLabels[index][locale]

export function facetText(facet: SearchFacet, values: readonly string[], locale: Locale): string {
  const names = values.map(value => facetLabel(facet, value)[locale])
  return `${facetLabels[facet][locale]}${marks[locale].colon}${names.join(marks[locale].or)}`
}

export function figureName(figure: string, locale: Locale): string {
  if (isCriterionId(figure)) return criterionOf(figure).label[locale]
  return figureLabels[figure]?.[locale] ?? figure
}

/** 50 kg, 12 万元: a figure in the unit that the ontology keeps it in, or in yuan. */
export function figureText(figure: string, value: number, locale: Locale): string {
  if (isCriterionId(figure)) return formatValue(figure, value, locale)
  const { figure: number, unit } = yuanParts(fen(Math.round(value * 100)), locale)
  return `${number} ${unit}`
}

/** ≥ 50 kg, or ≥ 50 kg、≤ 100 kg. */
export function boundsText(figure: string, { gte, lte }: Bounds, locale: Locale): string {
  const low = gte === undefined ? [] : [`≥ ${figureText(figure, gte, locale)}`]
  const high = lte === undefined ? [] : [`≤ ${figureText(figure, lte, locale)}`]
  return [...low, ...high].join(marks[locale].and)
}

export function nearText({ district, km }: NonNullable<SearchAddress['near']>, locale: Locale): string {
  const place = districts[district][locale]
  return locale === 'zh' ? `距${place}中心 ${km} km 以内` : `within ${km} km of the middle of ${place}`
}

/** A text between the quotation marks of its language. */
export const quoted = (text: string, locale: Locale) => (locale === 'zh' ? `“${text}”` : `‘${text}’`)

/** What a search asks for, condition by condition; empty for one that asks for everything of its index. */
export function conditionsInWords(
  address: KeptAddress,
  locale: Locale,
  words: (q: string, locale: Locale) => string = quoted,
): string[] {
  const { index, q, facets, ranges, undisclosed, near } = address
  const own: readonly SearchFacet[] = facetsOf[index]
  const figures = Object.entries(ranges).map(
    ([figure, bounds]) => `${figureName(figure, locale)} ${boundsText(figure, bounds, locale)}`,
  )
  const strict = { zh: '只要已披露的', en: 'disclosed figures only' }[locale]
  return [
    ...(q === '' ? [] : [words(q, locale)]),
    ...own.flatMap(facet => (facets[facet] ? [facetText(facet, facets[facet], locale)] : [])),
    ...figures,
    ...(near ? [nearText(near, locale)] : []),
    ...(figures.length > 0 && undisclosed === 'drop' ? [strict] : []),
  ]
}

const mostNameCharacters = 60

/** A whole search in words: 场景 · “夜间送药” · 领域：智慧医疗. */
export function searchInWords(address: KeptAddress, locale: Locale): string {
  return [indexName(address.index, locale), ...conditionsInWords(address, locale)].join(marks[locale].part)
}

/** The same, short enough for the name of a search that nobody has named yet, and without marks of its own. */
export function proposedName(address: KeptAddress, locale: Locale): string {
  const conditions = conditionsInWords(address, locale, q => q)
  const characters = [...[indexName(address.index, locale), ...conditions].join(marks[locale].part)]
  if (characters.length <= mostNameCharacters) return characters.join('')
  return `${characters.slice(0, mostNameCharacters - 1).join('')}…`
}
