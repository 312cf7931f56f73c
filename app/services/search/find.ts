import type { CriterionId } from '#domain/ontology/criteria.ts'
import { isCriterionId } from '#domain/ontology/criteria.ts'
import type { SearchAddress, SearchFacet, SortName } from '#domain/searching/address.ts'
import { facetsOf, sortsOf } from '#domain/searching/address.ts'
import type { Bounds, IndexName, SearchQuery, SearchResult, Segment } from '#search/engine.ts'
import { indexNames } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { answer, type Taken } from './answer.ts'
import { type Found, hydrate } from './hydrate.ts'
import { chosenFacets, engineQuery, type SettledAddress } from './query.ts'
import { type Relaxation, relaxations, totalsOf, withoutWords } from './relax.ts'

const pageSize = 20
/** Characters of a hit's text that are shown around what was found. */
const excerpt = 110

export type Hit = Found & {
  /** The title and the text in pieces, what was found marked. */
  title: Segment[]
  text: Segment[]
}

export interface FacetView {
  name: SearchFacet
  chosen: readonly string[]
  values: { value: string; count: number }[]
}

/** A quantity that was read out of the query's words. */
export interface UnderstoodView {
  criterion: CriterionId
  bounds: Bounds
  written: string
  /** The words without it. */
  rest: string
}

export interface SearchPage {
  query: SettledAddress
  hits: Hit[]
  taken: Taken
  total: number
  /** How far paging goes. */
  reachable: number
  pageSize: number
  totals: Record<IndexName, number>
  facets: FacetView[]
  sorts: readonly SortName[]
  understood: UnderstoodView[]
  /** Ways out, when nothing was found. */
  relaxations: Relaxation[]
  /** The second engine could not answer, the database's own did. */
  degraded: boolean
  now: Date
}

// public: it finds what the reader's scope allows, and shows rows only as far as anybody may see them
/** One page for scenarios, products and catalog entries. */
export async function find(ctx: Context, address: SearchAddress): Promise<SearchPage> {
  const { query, totals: known } = await settled(ctx, address)
  const others = indexNames.filter(index => index !== query.index && known[index] === undefined)
  const [{ result, taken, q }, counted] = await Promise.all([
    answer(ctx, query, (asked, match) => search(ctx, asked, match)),
    totalsOf(ctx, query, others),
  ])
  const ids = result.hits.map(hit => hit.id)
  const [found, ways] = await Promise.all([
    hydrate(ctx, query.index, ids),
    result.total === 0 ? relaxations(ctx, query, result.understood) : [],
  ])
  return {
    query,
    hits: found.map(each => marked(ctx, each, q)),
    taken,
    total: result.total,
    reachable: Math.min(result.total, result.reachable),
    pageSize,
    totals: { ...noTotals, ...known, ...counted, [query.index]: result.total },
    facets: facetsFrom(query, result),
    sorts: sortsOf[query.index],
    understood: result.understood.flatMap(({ criterion, bounds, written }) =>
      isCriterionId(criterion) ? [{ criterion, bounds, written, rest: withoutWords(query.q, written) }] : [],
    ),
    relaxations: ways,
    degraded: result.degraded,
    now: ctx.now,
  }
}

const noTotals: Record<IndexName, number> = { scenarios: 0, products: 0, solutions: 0, firms: 0, catalog: 0 }

type Totals = Partial<Record<IndexName, number>>

/** The address with an index: the one it names, else the first that has something to show. */
async function settled(
  ctx: Context,
  address: SearchAddress,
): Promise<{ query: SettledAddress; totals: Totals }> {
  const { index, q } = address
  if (index || q === '') return { query: { ...address, index: index ?? 'scenarios' }, totals: {} }
  const totals = await totalsOf(ctx, address, indexNames)
  const first = indexNames.find(name => (totals[name] ?? 0) > 0)
  return { query: { ...address, index: first ?? 'scenarios' }, totals }
}

function search(ctx: Context, query: SettledAddress, match: SearchQuery['match'] = query.match) {
  return ctx.search.search({
    ...engineQuery(ctx, query),
    match,
    facets: facetsOf[query.index],
    offset: (query.page - 1) * pageSize,
    limit: pageSize,
  })
}

function facetsFrom(query: SettledAddress, { facets }: SearchResult): FacetView[] {
  const chosen = new Map(chosenFacets(query))
  return facetsOf[query.index].map(name => ({
    name,
    chosen: chosen.get(name) ?? [],
    values: Object.entries(facets[name] ?? {}).map(([value, count]) => ({ value, count })),
  }))
}

function marked({ search: engine }: Context, found: Found, q: string): Hit {
  const [title, text] = wordsOf(found)
  return {
    ...found,
    title: engine.highlight(title, q),
    text: engine.highlight(text.replaceAll(/\s+/g, ' '), q, { around: excerpt }),
  }
}

function wordsOf(found: Found): [title: string, text: string] {
  switch (found.index) {
    case 'scenarios':
      return [found.row.title, found.row.summary]
    case 'products':
    case 'solutions':
      return [found.row.name, found.row.summary]
    case 'firms':
      return [found.row.name, found.row.names.join(' · ')]
    case 'catalog':
      return [found.row.title, found.row.content.summary]
  }
}
