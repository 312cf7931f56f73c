import type { FederatedMultiSearchParams, Meilisearch, MultiSearchResponse, SearchParams } from 'meilisearch'
import { charabiaWord } from './charabia.ts'
import type { FacetName, SearchQuery, SearchResult, Sort } from './engine.ts'
import { chosenIn } from './filter.ts'
import { filterExpression } from './meilisearch-filter.ts'
import { following, type Place, slack, writePlace } from './meilisearch-place.ts'
import { mostRanked } from './postgres-statement.ts'
import { type Phrase, type ReadQuery, readQuery, type Term } from './query.ts'

type OneSearch = Exclude<FederatedMultiSearchParams['queries'][number], never>

interface Asking {
  client: Meilisearch
  indexUid: string
  place: Place
}

/**
 * One page from the server. The counts of a facet in which the reader has chosen do not depend on that choice, so each
 * such facet is a search of its own without hits; all of them go in one request.
 */
export async function ask({ client, indexUid, place }: Asking, query: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const read = readQuery(query.q ?? '')
  const asked = await asksFor({ client, indexUid, place }, query, read)
  const { understood } = read
  const nothing = { hits: [], total: 0, totalIsExact: true, reachable: 0, facets: {}, spans: {}, next: null }
  const found = asked === null ? nothing : pageOf(asked, query)
  return {
    ...found,
    ...{ understood, engine: 'meilisearch', degraded: false },
    ms: performance.now() - started,
  }
}

interface Asked {
  searches: readonly OneQuery[]
  results: MultiSearchResponse<Record<string, unknown>>['results']
  /** The number of the first hit that came. */
  first: number
  /** The number of the first hit of the page. */
  begin: number
}

/** Asks for the page, and once more for everything where what it follows is not near its number any more. */
async function asksFor(
  { client, indexUid, place }: Asking,
  query: SearchQuery,
  read: ReadQuery,
): Promise<Asked | null> {
  const q = queryText(read)
  for (const window of windowsOf(place, clamp(query))) {
    const searches = searchesFor(query, read, window)
    if (searches === null) return null
    const queries = searches.map(({ params }) => ({ indexUid, q, ...params }) satisfies OneSearch)
    const { results } = await client.multiSearch({ queries })
    const ids = (results[0]?.hits ?? []).map(hit => String(hit.id))
    const begin = following(place, ids, window.offset)
    if (begin !== null) return { searches, results, first: window.offset, begin }
    // Where all that was seen is gone, the number is the best that is left.
    if (window === everything) return { searches, results, first: 0, begin: place.offset }
  }
  return null
}

type Page = Pick<SearchResult, 'hits' | 'total' | 'totalIsExact' | 'reachable' | 'facets' | 'spans' | 'next'>

function pageOf({ searches, results, first, begin }: Asked, query: SearchQuery): Page {
  const { facets = [], spans = [], sort = byRelevance } = query
  const [page] = results
  const from = begin - first
  const hits = (page?.hits ?? [])
    .slice(from, from + clamp(query))
    .map(hit => ({ id: String(hit.id), score: hit._rankingScore ?? 1 }))
  const total = page?.estimatedTotalHits ?? 0
  const reachable = Math.min(total, mostRanked)
  const offset = begin + hits.length
  const seen = hits.map(hit => hit.id).reverse()
  const counts = searches.flatMap(({ counts }, nth) =>
    counts.map(name => [name, results[nth]?.facetDistribution?.[`facets.${name}`] ?? {}] as const),
  )
  return {
    ...{ hits, total, reachable, totalIsExact: true },
    facets: Object.fromEntries(counts.filter(([name]) => facets.includes(name))),
    spans: spansIn(spans, page?.facetStats),
    next: offset < reachable && hits.length > 0 ? writePlace(sort, { offset, seen }) : null,
  }
}

const byRelevance: Sort = { by: 'relevance' }

interface Window {
  offset: number
  limit: number
}

const everything: Window = { offset: 0, limit: mostRanked }

/** What is asked for to find the page: the page alone, or what is around it and then all there is. */
function windowsOf({ offset, seen }: Place, limit: number): Window[] {
  if (seen.length === 0) return [{ offset, limit }]
  const first = Math.max(0, offset - slack)
  return [{ offset: first, limit: offset - first + limit + slack }, everything]
}

interface OneQuery {
  params: SearchParams
  /** The facets whose counts it brings. */
  counts: readonly FacetName[]
}

/** The page itself, then one search for each facet with a choice that has to be counted without it; null finds nothing. */
function searchesFor(query: SearchQuery, read: ReadQuery, { offset, limit }: Window): OneQuery[] | null {
  const { scope, facets = [], spans = [], sort = byRelevance } = query
  const chosen = chosenIn(query)
  const own = chosen.filter(([name]) => facets.includes(name))
  const filterWithout = (left: FacetName | null) => {
    const choices = chosen.filter(([name]) => name !== left).map(choice => ({ in: choice }))
    const all = [query.filter, read.filter, ...choices].filter(each => each !== undefined)
    return filterExpression(all, scope)
  }
  const filter = filterWithout(null)
  if (filter === null) return null
  const closed = facets.filter(name => own.every(([each]) => each !== name))
  const common = {
    matchingStrategy: query.match === 'last' ? ('last' as const) : ('all' as const),
    attributesToRetrieve: ['id'],
  }
  const page: SearchParams = {
    ...{ ...common, filter, offset, limit, showRankingScore: true, sort: sortExpression(sort) },
    facets: [
      ...closed.map(name => `facets.${name}`),
      ...spans.flatMap(name => [`low.${name}`, `high.${name}`]),
    ],
  }
  const counted = own.map(([name]) => ({
    params: { ...common, filter: filterWithout(name) ?? filter, limit: 0, facets: [`facets.${name}`] },
    counts: [name],
  }))
  return [{ params: page, counts: closed }, ...counted]
}

const mostHits = 100

function clamp({ limit = 20 }: SearchQuery): number {
  return Number.isFinite(limit) ? Math.min(Math.max(Math.trunc(limit), 0), mostHits) : 0
}

function sortExpression(sort: Sort): string[] | undefined {
  if (sort.by === 'relevance') return undefined
  if (sort.by === 'distance') return [`_geoPoint(${sort.from.lat}, ${sort.from.lng}):asc`]
  const by = sort.by === 'updatedAt' ? 'updatedAt' : `low.${sort.by}`
  return [`${by}:${sort.order ?? 'desc'}`]
}

type Stats = Record<string, { min: number; max: number }>

function spansIn(names: readonly string[], stats: Stats | undefined): SearchResult['spans'] {
  return Object.fromEntries(
    names.flatMap(name => {
      const [low, high] = [stats?.[`low.${name}`], stats?.[`high.${name}`]]
      return low && high ? [[name, { min: low.min, max: high.max }]] : []
    }),
  )
}

/**
 * The words as our own tokenizer reads them, so that no sign means anything there, then phrases and what is left out.
 * The space after a finished word says that it is finished.
 */
function queryText({ terms, phrases, without }: ReadQuery): string {
  const marked = (words: Phrase) => `"${words.map(word => charabiaWord(word.text)).join(' ')}"`
  const open = terms.at(-1)?.prefix === true && phrases.length + without.length === 0
  const parts = [...terms.map(word), ...phrases.map(marked), ...without.map(each => `-${marked(each)}`)]
  return parts.length === 0 ? '' : `${parts.join(' ')}${open ? '' : ' '}`
}

/** The server forgives slips in a number or a character's code that a query asks for; between marks it does not. */
function word({ text, prefix, character }: Term): string {
  return character || (/^\d{5,}$/.test(text) && !prefix) ? `"${charabiaWord(text)}"` : charabiaWord(text)
}
