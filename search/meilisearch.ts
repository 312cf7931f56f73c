import { Meilisearch, type SearchParams } from 'meilisearch'
import type { Db } from '#db/client.ts'
import {
  type FacetName,
  type IndexName,
  indexNames,
  type SearchEngine,
  type SearchHealth,
  type SearchQuery,
  type SearchResult,
  type Sort,
} from './engine.ts'
import { conditionsOf } from './filter.ts'
import { filterExpression } from './meilisearch-filter.ts'
import { breaker, heal, remembered, stepOf } from './meilisearch-step.ts'
import { applyJob, enqueue, ensureIndex, readJob } from './meilisearch-sync.ts'
import { postgresEngine } from './postgres.ts'
import { mostRanked } from './postgres-statement.ts'
import { type Phrase, type ReadQuery, readQuery } from './query.ts'

export interface MeilisearchOptions {
  db: Db
  url: string
  key?: string
  /** Before the names of the indexes, where several installations share one server. */
  prefix?: string
  /** Told why Postgres has to answer; once, not for every search. */
  onDegraded?: (problem: string) => void
}

/** A search that takes longer is answered by Postgres. */
const searchTimeoutMs = 300
const stepEveryMs = 5_000
/** A rebuild that does not help is not tried again at once. */
const healEveryMs = 600_000

/**
 * The second engine, for more than some 200,000 documents. Postgres keeps its own index all the same: documents
 * go there in the caller's transaction and from there to the server by a job, and Postgres answers whenever the
 * server is down, slow, behind or out of step.
 */
export function meilisearchEngine({
  db,
  url,
  key,
  prefix = '',
  onDegraded,
}: MeilisearchOptions): SearchEngine {
  const own = postgresEngine(db)
  const client = new Meilisearch({ host: url, apiKey: key, timeout: searchTimeoutMs })
  const patient = new Meilisearch({ host: url, apiKey: key, timeout: 30_000 })
  const named = (index: IndexName) => `${prefix}${index}`
  const guard = breaker()
  const rooms = { db, client: patient, named, ensured: new Map<string, Promise<void>>() }
  let told: string | undefined
  const tell = (why: string | undefined) => {
    if (why !== undefined && why !== told) onDegraded?.(why)
    told = why
  }
  let healedAt = Number.NEGATIVE_INFINITY
  const problem = remembered(async () => {
    const step = await stepOf(db, client, named)
    if (step.lost.length > 0 && performance.now() - healedAt > healEveryMs) {
      healedAt = performance.now()
      await heal(db, step.lost)
    }
    return step.problem
  }, stepEveryMs)

  const search = async (query: SearchQuery): Promise<SearchResult> => {
    if (query.ids) return own.search(query)
    // Meilisearch lets only the commonest words go and weighs none; the database's own index is always there.
    if (query.match === 'most') return own.search(query)
    let why = guard.open() ? 'unreachable' : undefined
    try {
      why ??= await problem()
      if (!why) {
        const result = await ask(client, named(query.index), query)
        guard.succeeded()
        tell(undefined)
        return result
      }
    } catch (error) {
      guard.failed()
      why = error instanceof Error ? error.name : 'unknown'
    }
    tell(why)
    return { ...(await own.search(query)), degraded: true }
  }

  return {
    ...own,
    search,
    totals: async (words, indexes) => {
      const found = await Promise.all(
        indexes.map(async index => [index, (await search({ ...words, index, limit: 0 })).total] as const),
      )
      return Object.fromEntries(found)
    },
    put: async (tx, documents) => {
      await own.put(tx, documents)
      for (const [index, ids] of byIndex(documents)) await enqueue(tx, { index, ids })
    },
    remove: async (tx, index, ids) => {
      await own.remove(tx, index, ids)
      if (ids.length > 0) await enqueue(tx, { index, ids })
    },
    tasks: { indexDocuments: payload => applyJob(rooms, readJob(payload)) },
    prepare: async () => {
      await own.prepare()
      try {
        for (const index of indexNames) await ensureIndex(rooms, named(index))
        await problem()
      } catch (error) {
        // The server may come later; until then Postgres answers, and each job tries again.
        tell(error instanceof Error ? error.name : 'unknown')
      }
    },
    health: async (): Promise<SearchHealth> => {
      const look = async () => {
        await client.health()
        return (await stepOf(db, client, named)).problem
      }
      const found = await look().catch(() => 'unreachable' as const)
      return { ok: found === undefined, engine: 'meilisearch', problem: found }
    },
  }
}

async function ask(client: Meilisearch, name: string, query: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const read = readQuery(query.q ?? '')
  const { scope, facets = [] } = query
  const expression = filterExpression(conditionsOf(query, read.filter), scope)
  const engine = 'meilisearch' as const
  const result = { understood: read.understood, engine, degraded: false, spans: {}, next: null }
  if (expression === null) return { ...result, hits: [], total: 0, reachable: 0, facets: {}, ms: 0 }
  const found = await client.index(name).search(words(read), params(query, expression))
  return {
    ...result,
    hits: found.hits.map(hit => ({ id: String(hit.id), score: hit._rankingScore ?? 1 })),
    total: found.estimatedTotalHits,
    reachable: Math.min(found.estimatedTotalHits, mostRanked),
    facets: Object.fromEntries(
      facets.map(facet => [facet, found.facetDistribution?.[`facets.${facet}`] ?? {}]),
    ),
    ms: performance.now() - started,
  }
}

function params(query: SearchQuery, filter: string) {
  const { match, facets = [], sort = { by: 'relevance' }, offset = 0, limit = 20 } = query
  return {
    filter,
    offset,
    limit: Math.min(limit, 100),
    matchingStrategy: match === 'last' ? 'last' : 'all',
    facets: facets.map((facet: FacetName) => `facets.${facet}`),
    attributesToRetrieve: ['id'],
    showRankingScore: true,
    sort: sortExpression(sort),
  } satisfies SearchParams
}

function sortExpression(sort: Sort): string[] | undefined {
  if (sort.by === 'relevance') return undefined
  if (sort.by === 'distance') return [`_geoPoint(${sort.from.lat}, ${sort.from.lng}):asc`]
  const by = sort.by === 'updatedAt' ? 'updatedAt' : `low.${sort.by}`
  return [`${by}:${sort.order ?? 'desc'}`]
}

/** The words, without signs that would mean something there and nothing here, then phrases and what is left out. */
function words({ text, phrases, without }: ReadQuery): string {
  const plain = text.replaceAll(/["“”]|(?<=^|\s)-/g, ' ')
  const marked = (words: Phrase) => `"${words.map(word => word.text).join(' ')}"`
  // The space after a finished word says that it is finished.
  return [plain, ...phrases.map(marked), ...without.map(each => `-${marked(each)}`)].join(' ')
}

function byIndex(documents: readonly { index: IndexName; id: string }[]): Map<IndexName, string[]> {
  const ids = new Map<IndexName, string[]>()
  for (const { index, id } of documents) ids.set(index, [...(ids.get(index) ?? []), id])
  return ids
}
