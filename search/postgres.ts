import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db, Tx } from '#db/client.ts'
import { searchDocument, searchTerm } from '#db/schema/search.ts'
import { type Analysis, analyse, bounds } from './analysis.ts'
import { conceptWords } from './concepts.ts'
import type {
  FacetName,
  IndexName,
  SearchDocument,
  SearchEngine,
  SearchHealth,
  SearchQuery,
  SearchResult,
} from './engine.ts'
import { highlight } from './highlight.ts'
import { mostRanked, statement } from './postgres-statement.ts'
import { conditions, indexWords } from './postgres-words.ts'
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
  const { index, q = '', match = 'all', filter, scope, facets = [], sort = { by: 'relevance' } } = query
  const read = readQuery(q)
  const words = conditions(read.terms, await neighbours(db, index, read.terms))
  const [row] = await db.execute<{ total: number; hits: string; counts: string }>(
    statement({
      index,
      words,
      match,
      scope,
      facets,
      sort,
      filters: [filter, read.filter].filter(each => each !== undefined),
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

async function put(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  for (const document of documents) {
    const analysis = await analyse(document)
    const { literal, terms } = indexWords(document, analysis)
    const row = { ...shadow(document, analysis), words: literal, indexedAt: sql`clock_timestamp()` }
    const written = await tx
      .insert(searchDocument)
      .values(row)
      .onConflictDoUpdate({
        target: [searchDocument.index, searchDocument.id],
        set: row,
        setWhere: sql`${searchDocument.rev} <= ${document.rev}`,
      })
      .returning({ id: searchDocument.id })
    if (written.length === 0) continue
    const { index, id: documentId } = document
    await tx.delete(searchTerm).where(and(eq(searchTerm.index, index), eq(searchTerm.documentId, documentId)))
    if (terms.length === 0) continue
    await tx
      .insert(searchTerm)
      .values(
        terms.map(term => ({ index, documentId, term, initial: term.slice(0, 1), length: term.length })),
      )
  }
}

function shadow(document: SearchDocument, { conceptIds }: Analysis) {
  const { index, id, rev, facets, specs, visibility, standing, updatedAt } = document
  const named = Object.entries({ ...facets, concept: conceptIds })
  const spans = Object.entries(specs).map(([name, figure]) => {
    const { low, high } = bounds(figure)
    return [name, [low, high]] as const
  })
  return {
    index,
    id,
    rev,
    facets: named.flatMap(([name, values]) => values.map(value => `${name}:${value}`)),
    specs: Object.fromEntries(
      spans.map(([name, [low, high]]): [string, [number, number]] => [name, [low, high]]),
    ),
    visibility: [...visibility],
    standing,
    updatedAt,
    content: document,
  }
}

async function remove(tx: Tx, index: IndexName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .delete(searchDocument)
    .where(and(eq(searchDocument.index, index), inArray(searchDocument.id, [...ids])))
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
