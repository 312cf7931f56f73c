import { robotCategories } from '#domain/ontology/categories.ts'
import { criterionOf, isCriterionId } from '#domain/ontology/criteria.ts'
import { formatValue } from '#domain/ontology/values.ts'
import { type SearchFacet, writeAddress } from '#domain/searching/address.ts'
import type { Localized } from '#domain/shared/localized.ts'
import { commercialForms, districts, domains, maturities, sources } from '#domain/vocabulary.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import type { RelaxationView, SearchPageView, SearchQueryView } from './view.ts'

/** The address of a query in its canonical form. */
export function searchPath(query: SearchQueryView): string {
  return `${paths.search()}?${writeAddress(query)}`
}

const labels: Record<SearchFacet, Readonly<Record<string, Localized>>> = {
  domain: domains,
  district: districts,
  maturity: maturities,
  commercialForm: commercialForms,
  source: sources,
  category: Object.fromEntries(Object.entries(robotCategories).map(([id, { label }]) => [id, label])),
}

export function facetLabel(t: Translate, name: SearchFacet, value: string): string {
  const label = labels[name][value]
  return label ? t.pick(label) : value
}

/** 载重 ≥ 50 kg: how a quantity in the query was understood. */
export function understoodText(
  t: Translate,
  { criterion, bounds }: SearchPageView['understood'][number],
): string {
  const name = t.pick(criterionOf(criterion).label)
  const low = bounds.gte === undefined ? '' : ` ≥ ${formatValue(criterion, bounds.gte, t.locale)}`
  const high = bounds.lte === undefined ? '' : ` ≤ ${formatValue(criterion, bounds.lte, t.locale)}`
  return `${name}${low}${high}`
}

/** What a way out gives up. */
export function relaxationText(t: Translate, { kind, what, value }: RelaxationView): string {
  switch (kind) {
    case 'facet':
      return t('search.relax.facet', { what: isFacet(what) ? facetsText(t, what, value) : '' })
    case 'quantity':
      return t('search.relax.quantity', {
        what: isCriterionId(what) ? t.pick(criterionOf(what).label) : '',
        written: value ?? '',
      })
    case 'filters':
      return t('search.relax.filters')
    case 'words':
      return t('search.relax.words')
    case 'all':
      return t('search.relax.all')
  }
}

function facetsText(t: Translate, name: SearchFacet, values: string | null): string {
  return (values ?? '')
    .split(',')
    .map(value => facetLabel(t, name, value))
    .join(t('search.or'))
}

function isFacet(name: string | null): name is SearchFacet {
  return name !== null && Object.hasOwn(labels, name)
}
