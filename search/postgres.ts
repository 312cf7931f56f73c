import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchTerm } from '#db/schema/search.ts'
import { conceptWords } from './concepts.ts'
import type { FacetName, IndexName, SearchEngine, SearchHealth, SearchQuery, SearchResult } from './engine.ts'
import { conditionsOf } from './filter.ts'
import { highlight } from './highlight.ts'
import { mostRanked, statement } from './postgres-statement.ts'
import { put, remove } from './postgres-store.ts'
import { conditions } from './postgres-words.ts'
import { readQuery, type Term } from './query.ts'
import { nearWords, slipsAllowed } from './typos.ts'

const mostHits = 100

/** The default engine: the index lives in the database and changes with the rows, in their transaction. */
export function postgresEngine(db: Db): SearchEngine {
  return {
    search: query => search(db, query),
    put,
    remove,
    highlight,
    // Jobs that a second engine left behind when it was taken away have nothing to do.
    tasks: { indexDocuments: async () => {} },
    prepare: async () => {
      readQuery('机器人')
    },
    health: async (): Promise<SearchHealth> => ({ ok: true, engine: 'postgres' }),
  }
}

async function search(db: Db, query: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const { index, q = '', match = 'all', scope, ids, facets = [], sort = { by: 'relevance' } } = query
  const read = readQuery(q)
  const words = conditions(read.terms, await neighbours(db, index, read.terms))
  const [row] = await db.execute<{ total: number; hits: string; counts: string }>(
    statement({
      index,
      words,
      match,
      scope,
      ids,
      facets,
      sort,
      filters: conditionsOf(query, read.filter),
      offset: clamp(query.offset ?? 0, 1_000_000),
      limit: clamp(query.limit ?? 20, mostHits),
    }),
  )
  const total = row?.total ?? 0
  const ranked = words !== null && sort.by === 'relevance'
  return {
    hits: readHits(row?.hits ?? '[]'),
    total,
    reachable: ranked ? Math.min(total, mostRanked) : total,
    facets: readCounts(facets, row?.counts ?? '[]'),
    spans: {},
    next: null,
    understood: read.understood,
    engine: 'postgres',
    degraded: false,
    ms: performance.now() - started,
  }
}

/** Known words near the misspelt ones: those of the index's documents and those of the concept names. */
async function neighbours(
  db: Db,
  index: IndexName,
  terms: readonly Term[],
): Promise<Map<string, readonly string[]>> {
  const near = new Map<string, readonly string[]>()
  for (const { text } of terms) {
    const slips = slipsAllowed(text)
    if (slips === 0 || near.has(text)) continue
    const known = await db
      .selectDistinct({ term: searchTerm.term })
      .from(searchTerm)
      .where(
        and(
          eq(searchTerm.index, index),
          eq(searchTerm.initial, text.slice(0, 1)),
          inArray(searchTerm.length, lengthsAround(text.length, slips)),
        ),
      )
    near.set(text, nearWords(text, new Set([...known.map(row => row.term), ...conceptWords()])))
  }
  return near
}

function lengthsAround(length: number, slips: number): number[] {
  return Array.from({ length: 2 * slips + 1 }, (_, nth) => length - slips + nth)
}

function clamp(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0
}

function readHits(json: string): { id: string; score: number }[] {
  return JSON.parse(json)
}

function readCounts(asked: readonly FacetName[], json: string): SearchResult['facets'] {
  const counted: [string, number][] = JSON.parse(json)
  const counts: SearchResult['facets'] = {}
  for (const name of asked) {
    const own = counted.filter(([facet]) => facet.startsWith(`${name}:`))
    own.sort(([one, n], [other, m]) => m - n || (one < other ? -1 : 1))
    counts[name] = Object.fromEntries(own.map(([facet, n]) => [facet.slice(name.length + 1), n]))
  }
  return counts
}
