import { and, eq, inArray, lt, sql } from 'drizzle-orm'
import type { Tx } from '#db/client.ts'
import { searchDocument, searchTerm } from '#db/schema/search.ts'
import { type Analysis, analyse, bounds, disclosed } from './analysis.ts'
import { conceptVersionInUse, refreshConcepts } from './concepts.ts'
import type { IndexName, PutOptions, SearchDocument } from './engine.ts'
import { orderWord } from './postgres-newest.ts'
import { indexWords } from './postgres-words.ts'

/** A row as the statement below reads it. */
interface Prepared extends ReturnType<typeof shadow> {
  /** Empty, which no document's are: they stay as they are. */
  words: string
  /** Null: they stay as well. */
  terms: readonly string[] | null
  conceptVersion: number
}

/**
 * Two round trips, however many documents. An older document than the one that is there changes nothing, and texts that
 * are what they were are not cut again: their words stay, so that the row is all that is written and no index is.
 */
export async function put(
  tx: Tx,
  documents: readonly SearchDocument[],
  { anew = false }: PutOptions = {},
): Promise<void> {
  const latest = [
    ...new Map(documents.map(document => [`${document.index}/${document.id}`, document])).values(),
  ]
  if (latest.length === 0) return
  const [former] = await Promise.all([
    anew ? new Map<string, Former>() : formerRows(tx, latest),
    // What is written now has the names of the newest version, however long ago this process looked.
    refreshConcepts(tx),
  ])
  const rows = await Promise.all(
    latest.map(document => prepare(document, former.get(`${document.index}/${document.id}`))),
  )
  await write(tx, rows)
}

interface Former {
  index: IndexName
  id: string
  facets: string[]
  conceptVersion: number
  content: SearchDocument
}

/** The rows that are there, locked, so that nobody changes the words that are found to be right. */
async function formerRows(
  tx: Tx,
  documents: readonly SearchDocument[],
): Promise<ReadonlyMap<string, Former>> {
  const keys = documents.map(({ index, id }) => ({ index, id }))
  const rows = await tx.execute<{ row: Former } & Record<string, unknown>>(sql`
    select json_build_object('index', old.index, 'id', old.id, 'facets', old.facets,
      'conceptVersion', old.concept_version, 'content', old.content) as row
    from json_to_recordset(${JSON.stringify(keys)}::json) as wanted (index text, id text)
    join ${searchDocument} old on old.index = wanted.index and old.id = wanted.id
    order by old.index, old.id for no key update of old`)
  return new Map(rows.map(({ row }) => [`${row.index}/${row.id}`, row]))
}

async function prepare(document: SearchDocument, former: Former | undefined): Promise<Prepared> {
  // Before the analysis: a version that is too old is written again, one that is too new never would be.
  const conceptVersion = conceptVersionInUse()
  if (former?.conceptVersion === conceptVersion && wordsOf(former.content) === wordsOf(document)) {
    const concepts = former.facets.filter(facet => facet.startsWith('concept:'))
    const conceptIds = concepts.map(facet => facet.slice('concept:'.length))
    return { ...shadow(document, conceptIds), words: '', terms: null, conceptVersion }
  }
  const analysis: Analysis = await analyse(document)
  const { literal, terms } = indexWords(document, analysis)
  return { ...shadow(document, analysis.conceptIds), words: literal, terms, conceptVersion }
}

/** Everything that the words and the names in a document come from, beside the table of concepts. */
function wordsOf(document: SearchDocument): string {
  const { title, org, keywords, summary, body, attachments = [], standing, updatedAt } = document
  const place = orderWord({ standing, updatedAt: new Date(updatedAt) })
  return JSON.stringify([title, org, keywords, summary, body, attachments.map(file => file.pages), place])
}

function shadow(document: SearchDocument, conceptIds: readonly string[]) {
  const { index, id, rev, facets, specs, visibility, standing, updatedAt, place } = document
  const named = Object.entries({ ...facets, concept: conceptIds, discloses: disclosed(document) })
  const spans = Object.entries(specs).map(([name, figure]): [string, [number, number]] => {
    const { low, high } = bounds(figure)
    return [name, [low, high]]
  })
  return {
    index,
    id,
    rev,
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

/**
 * The rows, and their Latin words as they are now; those that stay are not written again. One text for any number of
 * documents, so that the server plans it once.
 */
async function write(tx: Tx, rows: readonly Prepared[]): Promise<void> {
  await tx.execute(sql`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json) as given (
        index text, id text, rev int, words text, terms text[], facets text[], specs jsonb, lat float8, lng float8,
        visibility text[], standing int, "updatedAt" timestamptz, content jsonb, "conceptVersion" int)
    ), written as (
      insert into ${searchDocument} as old (index, id, rev, words, facets, specs, lat, lng, visibility, standing,
        updated_at, content, concept_version, indexed_at)
      select index, id, rev, words::tsvector, facets, specs, lat, lng, visibility, standing,
        "updatedAt", content, "conceptVersion", clock_timestamp() from given
      on conflict (index, id) do update set
        words = case when excluded.words = ''::tsvector then old.words else excluded.words end,
        ${sql.join(replaced, sql`, `)}
      where old.rev <= excluded.rev
      returning index, id
    ), spelt as materialized (
      select given.index, given.id, given.terms from given
      join written on written.index = given.index and written.id = given.id where given.terms is not null
    ), gone as (
      delete from ${searchTerm} known using spelt
      where known.index = spelt.index and known.document_id = spelt.id and known.term <> all (spelt.terms)
    )
    insert into ${searchTerm} (index, document_id, term, initial, length)
    select index, id, term, left(term, 1), length(term) from spelt, unnest(terms) term on conflict do nothing`)
}

/** The columns that are always as the newest document has them. */
const replaced = [
  ...[
    searchDocument.rev,
    searchDocument.facets,
    searchDocument.specs,
    searchDocument.lat,
    searchDocument.lng,
  ],
  ...[searchDocument.visibility, searchDocument.standing, searchDocument.updatedAt, searchDocument.content],
  ...[searchDocument.conceptVersion, searchDocument.indexedAt],
].map(({ name }) => sql`${sql.identifier(name)} = excluded.${sql.identifier(name)}`)

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
