import type { CriterionId } from '#domain/ontology/criteria.ts'
import { isCriterionId } from '#domain/ontology/criteria.ts'
import { canDraftScenario } from '#domain/scenarios/policy.ts'
import type { SearchAddress, SearchFacet, SortName } from '#domain/searching/address.ts'
import { facetsOf, sortsOf } from '#domain/searching/address.ts'
import { facetLabel } from '#domain/searching/labels.ts'
import type { Localized } from '#domain/shared/localized.ts'
import type { Bounds, IndexName, Reason, SearchQuery, SearchResult, Segment } from '#search/engine.ts'
import { indexNames } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { answer, type Taken } from './answer.ts'
import { type Found, hydrate } from './hydrate.ts'
import { type Idea, ideas } from './ideas.ts'
import { type Asked, chosenFacets, engineQuery, type SettledAddress } from './query.ts'
import { figuresOf, type RangeView, rangeViews, type UndisclosedView, undisclosedView } from './ranges.ts'
import { reasonsOf } from './reasons.ts'
import { type Relaxation, relaxations, totalsOf, withoutWords } from './relax.ts'

const pageSize = 20
/** Values of one facet on a page; rarer ones are reached by words. */
const mostValues = 24
/** Characters of a hit's text that are shown around what was found. */
const excerpt = 110

export type Hit = Found & {
  /** The title and the text in pieces, what was found marked. */
  title: Segment[]
  text: Segment[]
  /** Where the query's words stand in it, or what they were taken for. */
  reasons: readonly Reason[]
}

export interface FacetView {
  name: SearchFacet
  chosen: readonly FacetValue[]
  /** The most frequent ones. */
  values: readonly (FacetValue & { count: number })[]
}

interface FacetValue {
  value: string
  label: Localized
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
  ranges: RangeView[]
  undisclosed: UndisclosedView | null
  sorts: readonly SortName[]
  understood: UnderstoodView[]
  /** Ways out, when nothing was found, and what lies near. */
  relaxations: Relaxation[]
  ideas: Idea[]
  /** The reader may publish what they look for as a demand of their own. */
  mayPublish: boolean
  /** The second engine could not answer, the database's own did. */
  degraded: boolean
  now: Date
}

// public: it finds what the reader's scope allows, and shows rows only as far as anybody may see them
/** One page for everything that can be found. */
export async function find(ctx: Context, address: SearchAddress): Promise<SearchPage> {
  const { query, totals: known } = await settled(ctx, address)
  const others = indexNames.filter(index => index !== query.index && known[index] === undefined)
  const [{ result, taken, q }, counted] = await Promise.all([
    answer(ctx, query, (asked, match) => search(ctx, asked, match)),
    totalsOf(ctx, query, others),
  ])
  const { index } = query
  // What was found with other words than were typed is marked, explained and counted with those.
  const asked: Asked = { ...query, q, match: taken === 'inPart' ? 'most' : query.match }
  const isEmpty = result.total === 0
  const [hits, ranges, undisclosed, ways, near] = await Promise.all([
    hitsOf(ctx, asked, result),
    rangeViews(ctx, asked, result),
    undisclosedView(ctx, asked, result.total),
    isEmpty ? relaxations(ctx, query, result.understood) : [],
    isEmpty && query.q !== '' ? ideas(ctx, query) : [],
  ])
  return {
    ...{ query, hits, taken, total: result.total, pageSize, ranges, undisclosed },
    reachable: Math.min(result.total, result.reachable),
    totals: { ...none, ...known, ...counted, [index]: result.total },
    facets: facetsFrom(query, result),
    sorts: sortsOf[index],
    understood: result.understood.flatMap(({ criterion, bounds, written }) =>
      isCriterionId(criterion) ? [{ criterion, bounds, written, rest: withoutWords(q, written) }] : [],
    ),
    ...{ relaxations: ways, ideas: near, mayPublish: mayPublish(ctx) },
    ...{ degraded: result.degraded, now: ctx.now },
  }
}

const none = Object.fromEntries(indexNames.map(index => [index, 0])) as Record<IndexName, number>

/** Of one of the organisations that the reader writes for. */
function mayPublish({ actor }: Context): boolean {
  if (actor.kind !== 'person') return false
  return actor.memberships.some(
    ({ organizationId, capabilities }) =>
      capabilities.includes('publishScenarios') && canDraftScenario(actor, organizationId).ok,
  )
}

type Totals = Partial<Record<IndexName, number>>

/** The address with an index: the one it names, else the first that has something to show. */
async function settled(
  ctx: Context,
  address: SearchAddress,
): Promise<{ query: SettledAddress; totals: Totals }> {
  const { index, q } = address
  if (index || q === '') return { query: { ...address, index: index ?? 'scenarios' }, totals: {} }
  const totals = await totalsOf(ctx, address, indexNames)
  const first = indexNames.find(name => (totals[name] ?? 0) > 0) ?? (await nearest(ctx, address))
  return { query: { ...address, index: first ?? 'scenarios' }, totals }
}

/** The first index that has something like the words, where none has just them. */
async function nearest(ctx: Context, address: SearchAddress): Promise<IndexName | undefined> {
  for (const index of indexNames) {
    const { result } = await answer(ctx, { ...address, index }, (query, match) =>
      ctx.search.search({ ...engineQuery(ctx, query), ...(match && { match }), limit: 0 }),
    )
    if (result.total > 0) return index
  }
  return undefined
}

function search(ctx: Context, query: SettledAddress, match: SearchQuery['match'] = query.match) {
  return ctx.search.search({
    ...engineQuery(ctx, query),
    match,
    facets: [...facetsOf[query.index], 'discloses'],
    spans: figuresOf(query),
    offset: (query.page - 1) * pageSize,
    limit: pageSize,
  })
}

function facetsFrom(query: SettledAddress, { facets }: SearchResult): FacetView[] {
  const chosen = new Map(chosenFacets(query))
  return facetsOf[query.index].map(name => {
    const labelled = (value: string) => ({ value, label: facetLabel(name, value) })
    const picked = chosen.get(name) ?? []
    const counts = Object.entries(facets[name] ?? {})
    const shown = counts.filter(([value], place) => place < mostValues || picked.includes(value))
    return {
      name,
      chosen: picked.map(labelled),
      values: shown.map(([value, count]) => ({ ...labelled(value), count })),
    }
  })
}

async function hitsOf(ctx: Context, { index, q }: Asked, { hits }: SearchResult): Promise<Hit[]> {
  const found = await hydrate(
    ctx,
    index,
    hits.map(({ id }) => id),
  )
  const reasons = await reasonsOf(ctx, { index, q, ids: found.map(({ row }) => row.id) })
  return found.map(each => marked(ctx, each, { q, reasons: reasons.get(each.row.id) ?? [] }))
}

function marked(
  { search: engine }: Context,
  found: Found,
  { q, reasons }: Pick<Hit, 'reasons'> & { q: string },
): Hit {
  const [title, text] = wordsOf(found)
  return {
    ...found,
    title: engine.highlight(title, q),
    text: engine.highlight(text.replaceAll(/\s+/g, ' '), q, { around: excerpt }),
    reasons,
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
