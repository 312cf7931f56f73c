import { integer, jsonb, pgTable, primaryKey, real, text } from 'drizzle-orm/pg-core'
import type { StoredSpace } from '../../app/domain/matching/meaning.ts'
import { instant } from './columns.ts'

/** What an embedder made of a public object's text. Derived: it can be made anew at any time. */
export const matchMeaning = pgTable(
  'match_meaning',
  {
    noun: text('noun', { enum: ['scenario', 'product'] }).notNull(),
    objectId: text('object_id').notNull(),
    embedder: text('embedder').notNull(),
    /** SHA-256 of the text, so that a text is sent once. */
    digest: text('digest').notNull(),
    vector: real('vector').array().notNull(),
  },
  t => [primaryKey({ columns: [t.embedder, t.noun, t.objectId] })],
)

/** The space of the built-in embedder, fitted to the public texts of its day. */
export const matchSpace = pgTable('match_space', {
  version: integer('version').primaryKey(),
  content: jsonb('content').$type<StoredSpace>().notNull(),
  texts: integer('texts').notNull(),
  madeAt: instant('made_at').notNull(),
  /** When every public object had its place in it; used from then on. */
  readyAt: instant('ready_at'),
})
