import { robotCategories } from '../ontology/categories.ts'
import { tasks } from '../ontology/task-table.ts'
import type { Localized } from '../shared/localized.ts'
import { commercialForms, districts, domains, maturities, sources } from '../vocabulary.ts'
import type { SearchFacet } from './address.ts'

const labels: Record<SearchFacet, Readonly<Record<string, Localized>>> = {
  domain: domains,
  task: labelled(tasks),
  category: labelled(robotCategories),
  maturity: maturities,
  district: districts,
  commercialForm: commercialForms,
  source: sources,
}

function labelled(table: Readonly<Record<string, { label: Localized }>>): Record<string, Localized> {
  return Object.fromEntries(Object.entries(table).map(([id, { label }]) => [id, label]))
}

/** What a value of a facet is called; one that the vocabulary has not is called as it is written. */
export function facetLabel(name: SearchFacet, value: string): Localized {
  return labels[name][value] ?? { zh: value, en: value }
}
