import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { ConceptChange } from '../../app/domain/concepts/change.ts'
import type { ConceptTable } from '../../app/domain/concepts/concept.ts'
import { conceptLifecycle } from '../../app/domain/concepts/lifecycle.ts'
import type { AccountId, ConceptProposalId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { statusEnum } from './status.ts'

/**
 * The published versions of the concept table, each whole and never changed. Before the first publication there is no
 * row: the built-in table (`search/synonyms.json`) is version 1 then, and is written here with version 2.
 */
export const conceptVersion = pgTable(
  'concept_version',
  {
    version: integer('version').primaryKey(),
    content: jsonb('content').$type<ConceptTable>().notNull(),
    /** Null for the built-in table. */
    proposalId: text('proposal_id').$type<ConceptProposalId>().unique(),
    publishedAt: instant('published_at').notNull(),
  },
  () => [check('concept_version_number_check', sql`version > 0`)],
)

/** 概念修改建议: one change of the table, proposed by one officer and decided by another. */
export const conceptProposal = pgTable(
  'concept_proposal',
  {
    id: text('id').$type<ConceptProposalId>().primaryKey(),
    status: text('status', { enum: statusEnum(conceptLifecycle) })
      .notNull()
      .default('proposed'),
    change: jsonb('change').$type<ConceptChange>().notNull(),
    /** What the concept was called when it was proposed, for lists. */
    title: text('title').notNull(),
    /** Why, and where the name was met. */
    source: text('source').notNull(),
    proposedBy: text('proposed_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** The version that it became. */
    version: integer('version'),
    ...lifecycleColumns,
  },
  t => [
    index('concept_proposal_status_idx').on(t.status, t.createdAt.desc()),
    check('concept_proposal_version_check', sql`version is null or status = 'published'`),
  ],
)

/** How far the search index has followed a version: each document is done once, in small transactions. */
export const conceptReindex = pgTable('concept_reindex', {
  version: integer('version')
    .primaryKey()
    .references(() => conceptVersion.version),
  /** Documents that have to be written again; counted when the work begins. */
  total: integer('total'),
  done: integer('done').notNull().default(0),
  finishedAt: instant('finished_at'),
})
