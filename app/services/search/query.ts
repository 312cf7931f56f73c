import { z } from 'zod'
import { robotCategoryIds } from '#domain/ontology/tasks.ts'
import { choice } from '#domain/shared/fields.ts'
import { districtCodes, domainIds, maturityIds, sourceIds } from '#domain/vocabulary.ts'
import type { Filter, IndexName, Sort } from '#search/engine.ts'
import { indexNames } from '#search/engine.ts'

/** The facets a reader narrows by, in the order they stand on the page. */
export const facetsOf = {
  scenarios: ['domain', 'district', 'source'],
  products: ['category', 'domain', 'maturity', 'source'],
  catalog: ['domain', 'category', 'district'],
} as const satisfies Record<IndexName, readonly string[]>

export type SearchFacet = (typeof facetsOf)[IndexName][number]

const sortNames = ['relevance', 'newest', 'deadline', 'budget', 'price'] as const
export type SortName = (typeof sortNames)[number]

export const sortsOf: Record<IndexName, readonly SortName[]> = {
  scenarios: ['relevance', 'newest', 'deadline', 'budget'],
  products: ['relevance', 'newest', 'price'],
  catalog: ['relevance', 'newest'],
}

/** Deeper pages are nobody's reading; the filters lead there faster. */
const lastPage = 100
const mostCharacters = 200

/** The page's address; a value that is none counts as not given, so an old link still searches. */
export const SearchPageQuery = z.object({
  /** Left out: the first index that has something. */
  index: choice(indexNames).optional().catch(undefined),
  q: z
    .string()
    .transform(text => [...text.trim()].slice(0, mostCharacters).join(''))
    .catch(''),
  domain: choice(domainIds).optional().catch(undefined),
  category: choice(robotCategoryIds).optional().catch(undefined),
  maturity: choice(maturityIds).optional().catch(undefined),
  district: choice(districtCodes).optional().catch(undefined),
  source: choice(sourceIds).optional().catch(undefined),
  sort: choice(sortNames).catch('relevance'),
  match: choice(['all', 'last']).catch('all'),
  page: z.coerce.number().int().min(1).max(lastPage).catch(1),
})
/** The address with the index that it was settled for. */
export type SearchPageQuery = z.infer<typeof SearchPageQuery> & { index: IndexName }

/** Chosen facets that this index has; the others of the address say nothing here. */
export function chosenFacets(query: SearchPageQuery): [SearchFacet, string][] {
  return facetsOf[query.index].flatMap(name => {
    const value = query[name]
    return value === undefined ? [] : [[name, value] as [SearchFacet, string]]
  })
}

export function filterOf(query: SearchPageQuery, now: Date): Filter | undefined {
  const chosen: Filter[] = chosenFacets(query).map(pair => ({ eq: pair }))
  // What is over is not "closing soon"; a case without a deadline stays, behind those that have one.
  const ahead: Filter[] =
    sortOf(query).by === 'deadline' ? [{ range: ['deadline', { gte: now.getTime() }], unknown: 'keep' }] : []
  const all = [...chosen, ...ahead]
  return all.length > 0 ? { and: all } : undefined
}

const sorts: Record<SortName, Sort> = {
  relevance: { by: 'relevance' },
  newest: { by: 'updatedAt', order: 'desc' },
  deadline: { by: 'deadline', order: 'asc' },
  budget: { by: 'budgetYuan', order: 'desc' },
  price: { by: 'priceYuan', order: 'asc' },
}

export function sortOf({ index, sort }: SearchPageQuery): Sort {
  return sortsOf[index].includes(sort) ? sorts[sort] : sorts.relevance
}
