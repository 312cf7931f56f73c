import { sql } from 'drizzle-orm'
import {
  bigint,
  index as btree,
  customType,
  doublePrecision,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core'
import { instant, textArray } from './columns.ts'

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/**
 * The search index: one row per findable object, written in the transaction that changes the object. `words` is
 * cut by the application (`search/tokens.ts`), never by Postgres, whose parser does not know Chinese.
 */
export const searchDocument = pgTable(
  'search_document',
  {
    index: text('index').notNull(),
    id: text('id').notNull(),
    rev: integer('rev').notNull(),
    words: tsvector('words').notNull(),
    /** `name:value` of every facet. */
    facets: textArray('facets'),
    /** Name → [low, high] in the ontology's unit; what is not known is absent. */
    specs: jsonb('specs').$type<Record<string, [number, number]>>().notNull(),
    /** Where it is, in degrees; null where that is not known. */
    lat: doublePrecision('lat'),
    lng: doublePrecision('lng'),
    visibility: textArray('visibility'),
    standing: integer('standing').notNull(),
    updatedAt: instant('updated_at').notNull(),
    /** The document itself, from which the second engine is fed. */
    content: jsonb('content').$type<unknown>().notNull(),
    indexedAt: instant('indexed_at').notNull().defaultNow(),
    /** The version of the concept table that its other names came from. */
    conceptVersion: integer('concept_version').notNull().default(0),
  },
  t => [
    primaryKey({ columns: [t.index, t.id] }),
    btree('search_document_words_idx').using('gin', t.words),
    btree('search_document_facets_idx').using('gin', t.facets),
    btree('search_document_order_idx').on(t.index, t.standing.desc(), t.updatedAt.desc(), t.id),
  ],
)

/**
 * What the second engine has not been told yet: one row for each document that was written or removed, in the
 * transaction that did it. Empty where there is no second engine.
 */
export const searchChange = pgTable(
  'search_change',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    index: text('index').notNull(),
    documentId: text('document_id').notNull(),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
  },
  t => [btree('search_change_document_idx').on(t.index, t.documentId)],
)

/** Latin words of each document, so that a misspelt model code finds its neighbours. */
export const searchTerm = pgTable(
  'search_term',
  {
    index: text('index').notNull(),
    documentId: text('document_id').notNull(),
    term: text('term').notNull(),
    /** First letter and length: where a misspelt word's neighbours are. */
    initial: text('initial').notNull(),
    length: integer('length').notNull(),
  },
  t => [
    primaryKey({ columns: [t.index, t.documentId, t.term] }),
    foreignKey({
      name: 'search_term_document_fk',
      columns: [t.index, t.documentId],
      foreignColumns: [searchDocument.index, searchDocument.id],
    }).onDelete('cascade'),
    btree('search_term_near_idx').on(t.index, t.initial, t.length, t.term),
    // A word with another first letter is found by what follows it.
    btree('search_term_tail_idx').on(t.index, sql`substr(${t.term}, 2)`),
    btree('search_term_word_idx').on(t.index, t.term),
  ],
)
