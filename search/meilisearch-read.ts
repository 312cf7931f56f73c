import type { FederatedMultiSearchParams, Meilisearch, SearchParams } from 'meilisearch'
import { BadCursor, type FacetName, type SearchQuery, type SearchResult, type Sort } from './engine.ts'
import { chosenIn } from './filter.ts'
import { filterExpression } from './meilisearch-filter.ts'
import { mostRanked } from './postgres-statement.ts'
import { type Phrase, type ReadQuery, readQuery, type Term } from './query.ts'

type OneSearch = Exclude<FederatedMultiSearchParams['queries'][number], never>

/**
 * One page from the server. The counts of a facet in which the reader has chosen do not depend on that choice, so each
 * such facet is a search of its own without hits; all of them go in one request.
 */
export async function ask(client: Meilisearch, indexUid: string, query: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const read = readQuery(query.q ?? '')
  const { understood } = read
  const { facets = [] } = query
  const page = {
    offset: query.after === undefined ? (query.offset ?? 0) : readOffset(query.after),
    limit: clamp(query),
  }
  const engine = 'meilisearch' as const
  const nothing = { hits: [], total: 0, reachable: 0, facets: {}, spans: {}, next: null, ms: 0 }
  const searches = searchesFor(query, read, page)
  if (searches === null) return { ...nothing, understood, engine, degraded: false }
  const q = queryText(read)
  const { results } = await client.multiSearch({
    queries: searches.map(({ params }) => ({ indexUid, q, ...params }) satisfies OneSearch),
  })
  const [first] = results
  const total = first?.estimatedTotalHits ?? 0
  const reachable = Math.min(total, mostRanked)
  const end = page.offset + page.limit
  const counts = searches.flatMap(({ counts }, nth) =>
    counts.map(name => [name, results[nth]?.facetDistribution?.[`facets.${name}`] ?? {}] as const),
  )
  return {
    hits: (first?.hits ?? []).map(hit => ({ id: String(hit.id), score: hit._rankingScore ?? 1 })),
    total,
    reachable,
    facets: Object.fromEntries(counts.filter(([name]) => facets.includes(name))),
    spans: spansIn(query.spans ?? [], first?.facetStats),
    next: end < reachable && page.limit > 0 ? writeOffset(end) : null,
    ...{ understood, engine, degraded: false },
    ms: performance.now() - started,
  }
}

interface OneQuery {
  params: SearchParams
  /** The facets whose counts it brings. */
  counts: readonly FacetName[]
}

/** The page itself, then one search for each facet with a choice that has to be counted without it; null finds nothing. */
function searchesFor(
  query: SearchQuery,
  read: ReadQuery,
  { offset, limit }: { offset: number; limit: number },
): OneQuery[] | null {
  const { scope, facets = [], spans = [], sort = { by: 'relevance' } } = query
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
  const marked = (words: Phrase) => `"${words.map(word => word.text).join(' ')}"`
  const open = terms.at(-1)?.prefix === true && phrases.length + without.length === 0
  const parts = [...terms.map(word), ...phrases.map(marked), ...without.map(each => `-${marked(each)}`)]
  return parts.length === 0 ? '' : `${parts.join(' ')}${open ? '' : ' '}`
}

/** The server forgives slips in a number that a query asks for, though not in those of its documents; between marks it does not. */
function word({ text, prefix }: Term): string {
  return /^\d{5,}$/.test(text) && !prefix ? `"${text}"` : text
}

/** Its hits are numbered, so the place of the next page is a number. */
function writeOffset(offset: number): string {
  return Buffer.from(JSON.stringify(['offset', offset])).toString('base64url')
}

/** The offset that a cursor of this engine holds; throws `BadCursor` for any other. */
export function readOffset(cursor: string): number {
  const offset = offsetIn(cursor)
  if (offset === null) throw new BadCursor()
  return offset
}

/** Whether a cursor is of this engine and not of the other one, which may have answered the page before. */
export function offsetIn(cursor: string): number | null {
  if (cursor.length > 100) return null
  const found = /^\["offset",(\d{1,6})\]$/.exec(Buffer.from(cursor, 'base64url').toString('utf8'))
  return found?.[1] === undefined ? null : Number(found[1])
}
