import { sql } from 'drizzle-orm'
import {
  bigserial,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { approvalSteps } from '../../app/domain/review/approval.ts'
import type { ReturnNote } from '../../app/domain/review/notes.ts'
import type { VersionFiles } from '../../app/domain/scenarios/addendum-files.ts'
import type { ScenarioDraft } from '../../app/domain/scenarios/scenario.ts'
import type { AccountId, BidId, ScenarioId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { bid } from './bids.ts'
import { instant } from './columns.ts'
import { scenario } from './scenarios.ts'

/** An officer's consent to one content of one revision. Append-only; what it was given for is void when that moves on. */
export const approval = pgTable(
  'approval',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    noun: text('noun', { enum: ['scenario', 'product', 'solution'] }).notNull(),
    objectId: text('object_id').notNull(),
    rev: integer('rev').notNull(),
    step: text('step', { enum: approvalSteps }).notNull(),
    contentHash: text('content_hash').notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    opinion: text('opinion'),
    at: instant('at').notNull(),
  },
  t => [
    uniqueIndex('approval_once_key').on(t.noun, t.objectId, t.rev, t.step),
    index('approval_object_idx').on(t.objectId, t.id),
  ],
)

/** 退回: what was sent back, and why, field by field. Append-only. */
export const contentReturn = pgTable(
  'content_return',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    noun: text('noun', { enum: ['scenario', 'product', 'solution'] }).notNull(),
    objectId: text('object_id').notNull(),
    rev: integer('rev').notNull(),
    contentHash: text('content_hash').notNull(),
    /** The very words that were returned; the differences are told against them. */
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    reason: text('reason').notNull(),
    notes: jsonb('notes').$type<ReturnNote[]>().notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    at: instant('at').notNull(),
  },
  t => [index('content_return_object_idx').on(t.objectId, t.id)],
)

/** 补充公告, with the whole content before and after it. Append-only; the scenario's content follows it and nothing else. */
export const scenarioAddendum = pgTable(
  'scenario_addendum',
  {
    scenarioId: text('scenario_id')
      .$type<ScenarioId>()
      .notNull()
      .references(() => scenario.id),
    number: integer('number').notNull(),
    summary: text('summary').notNull(),
    reason: text('reason').notNull(),
    before: jsonb('before').$type<ScenarioDraft>().notNull(),
    after: jsonb('after').$type<ScenarioDraft>().notNull(),
    /** The attachments before and after it; null in addenda of the time when none of them could change. */
    files: jsonb('files').$type<VersionFiles>(),
    material: boolean('material').notNull(),
    deadlineBefore: instant('deadline_before').notNull(),
    deadlineAfter: instant('deadline_after').notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .references(() => account.id),
    at: instant('at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.scenarioId, t.number] }),
    check('scenario_addendum_number_check', sql`number > 0`),
    check('scenario_addendum_deadline_check', sql`deadline_after >= deadline_before`),
  ],
)

/** 重新确认: a firm stands by its sealed bid after this addendum. Append-only, and as secret as the bid itself. */
export const bidConfirmation = pgTable(
  'bid_confirmation',
  {
    bidId: text('bid_id')
      .$type<BidId>()
      .notNull()
      .references(() => bid.id),
    addendum: integer('addendum').notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .references(() => account.id),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.bidId, t.addendum] })],
)
