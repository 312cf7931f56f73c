import { and, eq, getTableColumns, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { searchDocument, searchTerm } from '#db/schema/search.ts'
import { type Analysis, analyse, bounds, disclosed } from './analysis.ts'
import { conceptVersionInUse, refreshConcepts } from './concepts.ts'
import { type IndexName, indexNames, type SearchDocument } from './engine.ts'
import { indexWords } from './postgres-words.ts'

interface Prepared {
  row: typeof searchDocument.$inferInsert
  terms: readonly string[]
}

/** A few statements, however many documents. An older document than the one that is there changes nothing. */
export async function put(tx: Tx, documents: readonly SearchDocument[]): Promise<void> {
  const latest = new Map(documents.map(document => [`${document.index}/${document.id}`, document]))
  if (latest.size === 0) return
  // What is written now has the names of the newest version, however long ago this process looked.
  await refreshConcepts(tx)
  const prepared = await Promise.all([...latest.values()].map(prepare))
  const written = await tx
    .insert(searchDocument)
    .values(prepared.map(({ row }) => ({ ...row, indexedAt: sql`clock_timestamp()` })))
    .onConflictDoUpdate({
      target: [searchDocument.index, searchDocument.id],
      set: replaced,
      setWhere: sql`${searchDocument.rev} <= excluded.rev`,
    })
    .returning({ index: searchDocument.index, id: searchDocument.id })
  for (const index of indexNames) {
    const ids = new Set(written.filter(row => row.index === index).map(row => row.id))
    const own = prepared.filter(({ row }) => row.index === index && ids.has(row.id))
    if (own.length > 0) await replaceTerms(tx, index, own)
  }
}

/** Every column but the key, as the row that could not be inserted has it. */
const replaced = Object.fromEntries(
  Object.entries(getTableColumns(searchDocument))
    .filter(([name]) => name !== 'index' && name !== 'id')
    .map(([name, column]) => [name, sql`excluded.${sql.identifier(column.name)}`]),
)

async function prepare(document: SearchDocument): Promise<Prepared> {
  // Before the analysis: a version that is too old is written again, one that is too new never would be.
  const conceptVersion = conceptVersionInUse()
  const analysis = await analyse(document)
  const { literal, terms } = indexWords(document, analysis)
  return { row: { ...shadow(document, { words: literal, analysis }), conceptVersion }, terms }
}

function shadow(document: SearchDocument, { words, analysis }: { words: string; analysis: Analysis }) {
  const { index, id, rev, facets, specs, visibility, standing, updatedAt, place } = document
  const named = Object.entries({ ...facets, concept: analysis.conceptIds, discloses: disclosed(document) })
  const spans = Object.entries(specs).map(([name, figure]): [string, [number, number]] => {
    const { low, high } = bounds(figure)
    return [name, [low, high]]
  })
  return {
    index,
    id,
    rev,
    words,
    facets: named.flatMap(([name, values]) => values.map(value => `${name}:${value}`)),
    specs: Object.fromEntries(spans),
    lat: place?.lat ?? null,
    lng: place?.lng ?? null,
    visibility: [...visibility],
    standing,
    updatedAt,
    content: document,
  }
}

/** The Latin words of these documents as they are now; those that stay are not written again. */
async function replaceTerms(tx: Tx, index: IndexName, documents: readonly Prepared[]): Promise<void> {
  const list = documents.flatMap(({ row: { id }, terms }) => terms.map(term => ({ id, term })))
  const ids = JSON.stringify(documents.map(({ row }) => row.id))
  await tx.execute(sql`
    with wanted as materialized (
      select id, term from json_to_recordset(${JSON.stringify(list)}::json) as wanted (id text, term text)
    ), gone as (
      delete from ${searchTerm} old where old.index = ${index}
        and old.document_id in (select json_array_elements_text(${ids}::json))
        and not exists (select from wanted where wanted.id = old.document_id and wanted.term = old.term)
    )
    insert into ${searchTerm} (index, document_id, term, initial, length)
    select ${index}, id, term, left(term, 1), length(term) from wanted on conflict do nothing`)
}

export async function remove(tx: Tx, index: IndexName, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .delete(searchDocument)
    .where(and(eq(searchDocument.index, index), inArray(searchDocument.id, [...ids])))
}

/** Documents that nobody has written since then, locked: what a rebuild found no row for. */
export async function staleDocuments(tx: Tx, index: IndexName, since: Date): Promise<string[]> {
  const rows = await tx
    .select({ id: searchDocument.id })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), lt(searchDocument.indexedAt, since)))
    .for('update')
  return rows.map(row => row.id)
}
