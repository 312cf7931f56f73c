import { and, asc, lt, type SQL, sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '#db/client.ts'
import { searchDocument } from '#db/schema/search.ts'
import { type IndexName, indexNames, type SearchDocument, type SearchEngine } from './engine.ts'
import { stopWords, tokenize } from './tokens.ts'

/** A changed concept as the index is looked through for it: its id, and the names that came or went. */
export interface Touched {
  id: string
  names: readonly string[]
}

/** How many documents of each index mention the name: its words one after the other. */
export async function documentsNaming(db: DbOrTx, name: string): Promise<Record<IndexName, number>> {
  const found = queryOf(name, '<->')
  return countsOf(db, found === null ? sql`false` : sql`${searchDocument.words} @@ ${found}::tsquery`)
}

/** How many documents of each index would be written again. */
export function documentsTouched(db: DbOrTx, touched: Touched): Promise<Record<IndexName, number>> {
  return countsOf(db, affected(touched))
}

async function countsOf(db: DbOrTx, condition: SQL): Promise<Record<IndexName, number>> {
  const rows = await db
    .select({ index: searchDocument.index, n: sql<number>`count(*)::int` })
    .from(searchDocument)
    .where(condition)
    .groupBy(searchDocument.index)
  const counts = indexNames.map(index => [index, rows.find(row => row.index === index)?.n ?? 0])
  return Object.fromEntries(counts)
}

/** Documents that this version still has to be written into. */
export async function countBehind(db: DbOrTx, version: number, touched: Touched): Promise<number> {
  const [row] = await db
    .select({ n: sql<number>`count(*)::int` })
    .from(searchDocument)
    .where(behind(version, touched))
  return row?.n ?? 0
}

/**
 * Writes the next documents again with the names of the table that is in force now; how many, 0 when none is left.
 * Each is locked and remembers the version it was written with, so the work may stop anywhere, go on elsewhere and
 * run twice, and what a verb has written meanwhile is not done again.
 */
export async function rewriteBehind(
  tx: Tx,
  search: Pick<SearchEngine, 'put'>,
  { version, touched, limit }: { version: number; touched: Touched; limit: number },
): Promise<number> {
  const rows = await tx
    .select({ content: searchDocument.content, updatedAt: searchDocument.updatedAt })
    .from(searchDocument)
    .where(behind(version, touched))
    .orderBy(asc(searchDocument.index), asc(searchDocument.id))
    .limit(limit)
    .for('update')
  const documents = rows.map(({ content, updatedAt }) => ({ ...(content as SearchDocument), updatedAt }))
  if (documents.length > 0) await search.put(tx, documents)
  return documents.length
}

const behind = (version: number, touched: Touched) =>
  and(lt(searchDocument.conceptVersion, version), affected(touched))

/**
 * Has the concept already, or has all words of a name somewhere: a few too many, but none too few, since a long
 * text's last words have no places any more that could tell whether they stand together.
 */
function affected({ id, names }: Touched): SQL {
  const named = names.flatMap(name => {
    const words = queryOf(name, '&')
    return words === null ? [] : [sql`${searchDocument.words} @@ ${words}::tsquery`]
  })
  return sql`(${sql.join([sql`${searchDocument.facets} @> array[${`concept:${id}`}]::text[]`, ...named], sql` or `)})`
}

function queryOf(name: string, between: '&' | '<->'): string | null {
  const words = tokenize(name).filter(token => !stopWords.has(token.text))
  if (words.length === 0) return null
  return words.map(({ text }) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`).join(between)
}
