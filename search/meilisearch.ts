import type { Db } from '#db/client.ts'
import {
  type IndexName,
  indexNames,
  type SearchEngine,
  type SearchHealth,
  type SearchQuery,
  type SearchResult,
} from './engine.ts'
import { placeOf } from './meilisearch-place.ts'
import { ask } from './meilisearch-read.ts'
import { applyJob, rebuild, reconcile } from './meilisearch-rebuild.ts'
import { inTime, restAskedFor, serverAt, UnsupportedVersion } from './meilisearch-server.ts'
import { breaker, heal, remembered, stepOf } from './meilisearch-step.ts'
import { ensureIndex, noteChanges, readJob } from './meilisearch-sync.ts'
import { postgresEngine } from './postgres.ts'

export interface MeilisearchOptions {
  db: Db
  url: string
  /** May do everything with our indexes. */
  key?: string | undefined
  /** May only search; without it one is made with the other key. */
  searchKey?: string | undefined
  /** Before the names of the indexes, where several installations share one server. */
  prefix?: string
  /** A search that takes longer is answered by Postgres; 300 ms. */
  answerMs?: number
  /** Told why Postgres has to answer; once, not for every search. */
  onDegraded?: (problem: string) => void
}

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
  searchKey,
  prefix = '',
  answerMs,
  onDegraded,
}: MeilisearchOptions): SearchEngine {
  const own = postgresEngine(db)
  const server = serverAt({ url, key, searchKey, prefix, answerMs })
  const named = (index: IndexName) => `${prefix}${index}`
  const guard = breaker()
  const rooms = { db, client: server.writer, named, ensured: new Map<string, Promise<void>>() }
  let told: string | undefined
  const tell = (why: string | undefined) => {
    if (why !== undefined && why !== told) onDegraded?.(why)
    told = why
  }
  let healedAt = Number.NEGATIVE_INFINITY
  const problem = remembered(async () => {
    await server.checkVersion()
    const step = await stepOf(db, await server.reader(), named)
    if (step.lost.length > 0 && performance.now() - healedAt > healEveryMs) {
      healedAt = performance.now()
      await heal(db, step.lost)
    }
    return step.problem
  }, stepEveryMs)

  const search = async (query: SearchQuery): Promise<SearchResult> => {
    // A page that Postgres began it goes on with.
    const place = placeOf(query)
    if (place === null) return own.search(query)
    if (query.ids) return own.search(query)
    // Meilisearch lets only the commonest words go and weighs none; the database's own index is always there.
    if (query.match === 'most') return own.search(query)
    let why = guard.open() ? 'unreachable' : undefined
    try {
      why ??= await problem()
      if (!why) {
        const client = await server.reader()
        const result = await inTime(
          ask({ client, indexUid: named(query.index), place }, query),
          server.lostMs,
        )
        guard.succeeded()
        tell(undefined)
        return result
      }
    } catch (error) {
      guard.failed(restAskedFor(error))
      server.forget()
      why = error instanceof Error ? error.name : 'unknown'
    }
    tell(why)
    const { offset } = place
    return { ...(await own.search({ ...query, after: undefined, offset })), degraded: true }
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
    put: async (tx, documents, options) => {
      await own.put(tx, documents, options)
      await noteChanges(tx, documents)
    },
    remove: async (tx, index, ids) => {
      await own.remove(tx, index, ids)
      await noteChanges(
        tx,
        ids.map(id => ({ index, id })),
      )
    },
    rebuild: (index, onPage) => rebuild(rooms, index, onPage),
    reconcile: index => reconcile(rooms, index),
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
        await server.checkVersion()
        return (await stepOf(db, await server.reader(), named)).problem
      }
      const found = await look().catch(error =>
        error instanceof UnsupportedVersion ? ('unsupported' as const) : ('unreachable' as const),
      )
      return { ok: found === undefined, engine: 'meilisearch', problem: found }
    },
  }
}
