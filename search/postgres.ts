import type { Db } from '#db/client.ts'
import type {
  FacetName,
  IndexName,
  SearchEngine,
  SearchHealth,
  SearchQuery,
  SearchResult,
  WordQuery,
} from './engine.ts'
import { explain } from './explain.ts'
import { chosenIn } from './filter.ts'
import { highlight } from './highlight.ts'
import { otherNames } from './other-names.ts'
import { fitting } from './postgres-fitting.ts'
import { fullest } from './postgres-fullest.ts'
import { nearby } from './postgres-near.ts'
import { type Rung, rungsOf } from './postgres-newest.ts'
import { keysOf, readCursor, writeCursor } from './postgres-order.ts'
import { respelt } from './postgres-respelt.ts'
import {
  countStatement,
  isBounded,
  isRanked,
  mostRanked,
  type Plan,
  statement,
} from './postgres-statement.ts'
import { put, remove } from './postgres-store.ts'
import { conditions, required } from './postgres-words.ts'
import { readQuery } from './query.ts'

const mostHits = 100

/** The default engine: the index lives in the database and changes with the rows, in their transaction. */
export function postgresEngine(db: Db): SearchEngine {
  const rungs = rungsOf(db, mostRanked)
  return {
    search: query => search({ db, rungs }, query),
    respelt: query => respelt(db, query),
    fitting: (id, queries) => fitting(db, id, queries),
    totals: (words, indexes) => totals(db, words, indexes),
    put,
    remove,
    highlight,
    explain,
    otherNames,
    // Jobs that a second engine left behind when it was taken away have nothing to do.
    tasks: { indexDocuments: async () => {} },
    prepare: async () => {
      readQuery('机器人')
    },
    health: async (): Promise<SearchHealth> => ({ ok: true, engine: 'postgres' }),
  }
}

interface Room {
  db: Db
  /** Where the newest documents of an index end. */
  rungs: (index: IndexName) => Promise<readonly Rung[]>
}

async function search({ db, rungs }: Room, query: SearchQuery): Promise<SearchResult> {
  const started = performance.now()
  const {
    index,
    q = '',
    match = 'all',
    scope,
    ids,
    facets = [],
    spans = [],
    sort = { by: 'relevance' },
  } = query
  const read = readQuery(q)
  const typed = conditions(read.terms, await nearby(db, index, read.terms))
  const words =
    typed && match === 'most' && read.sentence
      ? await fullest(db, { index, scope, words: typed, text: read.text })
      : typed
  const ranked = isRanked({ words, surely: read.surely, sort })
  const keys = keysOf(sort, ranked)
  const after = query.after === undefined ? null : readCursor(keys, query.after)
  const limit = clamp(query.limit ?? 20, mostHits)
  const plan: Plan = {
    ...{ index, words, match, scope, ids, facets, spans, sort, after },
    required: required(read),
    filters: [query.filter, read.filter].filter(each => each !== undefined),
    surely: read.surely,
    chosen: chosenIn(query),
    offset: after ? 0 : clamp(query.offset ?? 0, 1_000_000),
    // One more tells whether there is a next page.
    limit: limit + 1,
    rungs: query.counted === 'reachable' && words && ranked && !ids ? await rungs(index) : null,
  }
  const [row] = await db.execute<{ total: number; hits: string; counts: string; spans: string }>(
    statement(plan),
  )
  const total = row?.total ?? 0
  const hits = readHits(row?.hits ?? '[]')
  const last = hits[limit - 1]
  return {
    hits: hits.slice(0, limit).map(({ id, score }) => ({ id, score })),
    total,
    totalIsExact: total < mostRanked || !isBounded(plan),
    reachable: ranked ? Math.min(total, mostRanked) : total,
    facets: readCounts(facets, row?.counts ?? '[]'),
    spans: readSpans(row?.spans ?? '[]'),
    next: hits.length > limit && last ? writeCursor(keys, last.keys) : null,
    understood: read.understood,
    engine: 'postgres',
    degraded: false,
    ms: performance.now() - started,
  }
}

async function totals(
  db: Db,
  { q = '', match = 'all', scope }: WordQuery,
  indexes: readonly IndexName[],
): Promise<Partial<Record<IndexName, number>>> {
  if (indexes.length === 0) return {}
  const read = readQuery(q)
  const { terms, filter } = read
  const plans = await Promise.all(
    indexes.map(async index => ({
      ...{ index, match, scope, chosen: [], facets: [] },
      required: required(read),
      words: conditions(terms, await nearby(db, index, terms)),
      filters: filter ? [filter] : [],
    })),
  )
  const rows = await db.execute<{ index: IndexName; n: number }>(countStatement(plans))
  return Object.fromEntries(rows.map(({ index, n }) => [index, n]))
}

function clamp(value: number, most: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(Math.trunc(value), 0), most) : 0
}

function readHits(json: string): { id: string; score: number; keys: string[] }[] {
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

function readSpans(json: string): SearchResult['spans'] {
  const found: [string, number, number][] = JSON.parse(json)
  return Object.fromEntries(found.map(([name, min, max]) => [name, { min, max }]))
}
