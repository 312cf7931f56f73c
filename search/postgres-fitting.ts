import { and, eq } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchTerm } from '#db/schema/search.ts'
import { conceptWords } from './concepts.ts'
import type { SearchQuery } from './engine.ts'
import { chosenIn } from './filter.ts'
import { fitStatement } from './postgres-statement.ts'
import { conditions, required } from './postgres-words.ts'
import { mayHaveSlips, readQuery, type Term } from './query.ts'
import { nearWords } from './typos.ts'

/**
 * Which of these searches of one index may find this document, by their places in the list: two statements, however
 * many searches. A misspelt word's neighbours are looked for in the document alone, so nothing that `search` would
 * find is missing here.
 */
export async function fitting(db: Db, id: string, queries: readonly SearchQuery[]): Promise<number[]> {
  const [first] = queries
  if (!first) return []
  const terms = await db
    .select({ term: searchTerm.term })
    .from(searchTerm)
    .where(and(eq(searchTerm.index, first.index), eq(searchTerm.documentId, id)))
  const known = new Set([...terms.map(row => row.term), ...conceptWords()])
  const plans = queries.map(query => {
    const read = readQuery(query.q ?? '')
    return {
      ...{ index: query.index, match: query.match ?? 'all', scope: query.scope, ids: [id], facets: [] },
      words: conditions(read.terms, near(read.terms, known)),
      required: required(read),
      filters: [query.filter, read.filter].filter(each => each !== undefined),
      chosen: chosenIn(query),
    }
  })
  const rows = await db.execute<{ nth: number }>(fitStatement(plans))
  return rows.map(row => row.nth)
}

function near(terms: readonly Term[], known: ReadonlySet<string>): Map<string, readonly string[]> {
  const misspelt = terms.filter(mayHaveSlips)
  return new Map(misspelt.map(({ text }) => [text, nearWords(text, known)]))
}
