import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { Evidence, Lesson } from '../../app/domain/matching/learning.ts'
import type { AccountId, WeightsProposalId } from '../../app/domain/shared/ids.ts'
import type { WeightsContent } from '../../app/domain/weights/content.ts'
import { weightsLifecycle } from '../../app/domain/weights/lifecycle.ts'
import { weightsOffices, weightsOrigins } from '../../app/domain/weights/policy.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { statusEnum } from './status.ts'

/**
 * 权重版本: the published versions, each whole and never changed. Before the first publication there is no row: the
 * built-in weights are version 1 then, and are written here with version 2.
 */
export const weightsVersion = pgTable(
  'weights_version',
  {
    version: integer('version').primaryKey(),
    content: jsonb('content').$type<WeightsContent>().notNull(),
    /** Null for the built-in weights. */
    proposalId: text('proposal_id').$type<WeightsProposalId>().unique(),
    /** The office that published it; the public reads the office, never the name. */
    office: text('office', { enum: weightsOffices }),
    publishedAt: instant('published_at').notNull(),
  },
  () => [check('weights_version_number_check', sql`version > 0`)],
)

/** 权重修改建议: other weights in full, proposed by one officer and decided by another. */
export const weightsProposal = pgTable(
  'weights_proposal',
  {
    id: text('id').$type<WeightsProposalId>().primaryKey(),
    status: text('status', { enum: statusEnum(weightsLifecycle) })
      .notNull()
      .default('proposed'),
    origin: text('origin', { enum: weightsOrigins }).notNull(),
    content: jsonb('content').$type<WeightsContent>().notNull(),
    /** The version that it was made from, and alone can replace. */
    basedOn: integer('based_on').notNull(),
    /** Why; public with the version. */
    grounds: text('grounds').notNull(),
    /** What it was learned from and gained on later time; null for what an officer proposes by judgement. */
    learned: jsonb('learned').$type<{ evidence: Evidence; lesson: Lesson }>(),
    proposedBy: text('proposed_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    office: text('office', { enum: weightsOffices }).notNull(),
    /** The version that it became. */
    version: integer('version'),
    ...lifecycleColumns,
  },
  t => [
    index('weights_proposal_status_idx').on(t.status, t.createdAt.desc()),
    check('weights_proposal_version_check', sql`version is null or status = 'published'`),
    check('weights_proposal_learned_check', sql`(origin = 'learned') = (learned is not null)`),
  ],
)
