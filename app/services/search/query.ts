import type { SearchAddress, SearchFacet, SortName } from '#domain/searching/address.ts'
import { facetsOf, sortsOf } from '#domain/searching/address.ts'
import { placeOf } from '#domain/searching/places.ts'
import type { Filter, IndexName, SearchQuery, Sort } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'

/** An address with the index that it was settled for. */
export type SettledAddress = SearchAddress & { index: IndexName }

/** What the engine is asked: the address, or for a sentence most of its words. */
export type Asked = Omit<SettledAddress, 'match'> & { match: NonNullable<SearchQuery['match']> }

/** Chosen facets that this index has; the others of the address say nothing here. */
export function chosenFacets({
  index,
  facets,
}: Pick<SettledAddress, 'index' | 'facets'>): [SearchFacet, readonly string[]][] {
  return facetsOf[index].flatMap((name): [SearchFacet, readonly string[]][] => {
    const values = facets[name]
    return values ? [[name, values]] : []
  })
}

// public: it only says what to look for; the reader's scope goes with it
/** What an address asks the engine for, as this reader and at this moment. */
export function engineQuery(ctx: Context, address: Asked): SearchQuery {
  const { index, q, match } = address
  return {
    ...{ index, q, match },
    scope: scopeOf(ctx.actor),
    filter: filterOf(address, ctx.now),
    chosen: Object.fromEntries(chosenFacets(address)),
    sort: sortOf(address),
  }
}

function filterOf(address: Asked, now: Date): Filter | undefined {
  const { ranges, undisclosed: unknown } = address
  const all: Filter[] = Object.entries(ranges).map(([name, bounds]) => ({ range: [name, bounds], unknown }))
  if (address.near) {
    const { district, km } = address.near
    all.push({ within: { ...placeOf(district), km }, unknown: 'drop' })
  }
  // What is over is not "closing soon"; a case without a deadline stays, behind those that have one.
  if (sortOf(address).by === 'deadline')
    all.push({ range: ['deadline', { gte: now.getTime() }], unknown: 'keep' })
  return all.length > 0 ? { and: all } : undefined
}

const sorts: Record<Exclude<SortName, 'distance'>, Sort> = {
  relevance: { by: 'relevance' },
  newest: { by: 'updatedAt', order: 'desc' },
  deadline: { by: 'deadline', order: 'asc' },
  budget: { by: 'budgetYuan', order: 'desc' },
  price: { by: 'priceYuan', order: 'asc' },
}

/** A sort that this index does not have, and a distance from nowhere, are by relevance. */
export function sortOf({ index, sort, near }: Asked): Sort {
  if (!sortsOf[index].includes(sort)) return sorts.relevance
  if (sort !== 'distance') return sorts[sort]
  return near ? { by: 'distance', from: placeOf(near.district) } : sorts.relevance
}
