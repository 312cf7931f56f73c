import type { SearchFacet } from '#domain/searching/address.ts'
import type { IndexName, Understood } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { chosenFacets, engineQuery, type SettledAddress } from './query.ts'

/** One way out of "nothing found", with how many it would find. */
export interface Relaxation {
  kind: 'facet' | 'quantity' | 'filters' | 'words' | 'all'
  /** What is given up: the facet's name, or the words that were understood as a quantity. */
  what: string | null
  value: string | null
  count: number
  /** The query that finds them. */
  query: SettledAddress
}

type Attempt = Omit<Relaxation, 'count'>

// public: it counts what a search of the same reader would find
/** What to let go of when nothing was found: only ways that lead somewhere, the most found first. */
export async function relaxations(
  ctx: Context,
  query: SettledAddress,
  understood: readonly Understood[],
): Promise<Relaxation[]> {
  const attempts = [...facetAttempts(query), ...quantityAttempts(query, understood), ...wordAttempts(query)]
  const counted = await Promise.all(
    attempts.map(async attempt => ({ ...attempt, count: await countOf(ctx, attempt.query) })),
  )
  return counted.filter(each => each.count > 0)
}

function facetAttempts(query: SettledAddress): Attempt[] {
  const chosen = chosenFacets(query)
  const single = chosen.map(
    ([name, values]): Attempt => ({
      kind: 'facet',
      what: name,
      value: values.join(','),
      query: without(query, [name]),
    }),
  )
  const names = chosen.map(([name]) => name)
  if (chosen.length < 2) return single
  return [...single, { kind: 'filters', what: null, value: null, query: without(query, names) }]
}

function without(query: SettledAddress, names: readonly SearchFacet[]): SettledAddress {
  const left = Object.entries(query.facets).filter(([name]) => names.every(gone => gone !== name))
  return { ...query, facets: Object.fromEntries(left), page: 1 }
}

function quantityAttempts(query: SettledAddress, understood: readonly Understood[]): Attempt[] {
  return understood.map(({ written, criterion }) => ({
    kind: 'quantity',
    what: criterion,
    value: written,
    query: { ...query, q: withoutWords(query.q, written), page: 1 },
  }))
}

/** The query's text without a quantity that was understood in it. */
export function withoutWords(q: string, written: string): string {
  return q.normalize('NFKC').replace(written, ' ').replaceAll(/\s+/g, ' ').trim()
}

function wordAttempts(query: SettledAddress): Attempt[] {
  if (query.q === '') return []
  const some: Attempt = {
    kind: 'words',
    what: null,
    value: null,
    query: { ...query, match: 'last', page: 1 },
  }
  const none: Attempt = { kind: 'all', what: null, value: null, query: { ...query, q: '', page: 1 } }
  return query.match === 'all' ? [some, none] : [none]
}

async function countOf(ctx: Context, query: SettledAddress): Promise<number> {
  const { total } = await ctx.search.search({ ...engineQuery(ctx, query), limit: 0 })
  return total
}

/** How many each index has for the words alone. */
export function totalsOf(
  ctx: Context,
  { q, match }: Pick<SettledAddress, 'q' | 'match'>,
  indexes: readonly IndexName[],
): Promise<Partial<Record<IndexName, number>>> {
  return ctx.search.totals({ q, match, scope: scopeOf(ctx.actor) }, indexes)
}
