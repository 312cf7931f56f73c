import { sql } from 'drizzle-orm'
import {
  bigserial,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { claimLifecycle } from '../../app/domain/rewards/lifecycle.ts'
import type { AccountId, ClaimId, OrganizationId, PilotId } from '../../app/domain/shared/ids.ts'
import { fundingAnswerIds } from '../../app/domain/vocabulary.ts'
import { account } from './accounts.ts'
import { fenColumn, instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { pilot } from './pilots.ts'
import { statusEnum } from './status.ts'

/** 奖励申报: one live claim per accepted pilot. `assessment` keeps inputs, rule version and trace as they were. */
export const rewardClaim = pgTable(
  'reward_claim',
  {
    id: text('id').$type<ClaimId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(claimLifecycle) })
      .notNull()
      .default('draft'),
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    uscc: text('uscc').notNull(),
    funding: text('funding', { enum: fundingAnswerIds }).notNull(),
    ruleVersion: text('rule_version').notNull(),
    facts: jsonb('facts').$type<unknown>().notNull(),
    assessment: jsonb('assessment').$type<unknown>().notNull(),
    handledBy: text('handled_by')
      .$type<AccountId>()
      .references(() => account.id),
    noticeFrom: text('notice_from'),
    noticeTo: text('notice_to'),
    capYear: integer('cap_year'),
    approvedFen: fenColumn('approved_fen'),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('reward_claim_live_key').on(t.pilotId).where(sql`status not in ('rejected','reversed')`),
    index('reward_claim_organization_idx').on(t.organizationId),
    check(
      'reward_claim_approved_check',
      sql`(approved_fen is null and cap_year is null) or (approved_fen > 0 and cap_year is not null)`,
    ),
  ],
)

/** 年度余额: what a firm (USCC) has been granted in a cap year; the CHECK is the ceiling of measure 9. */
export const rewardFirmCounter = pgTable(
  'reward_firm_counter',
  {
    uscc: text('uscc').notNull(),
    capYear: integer('cap_year').notNull(),
    fen: fenColumn('fen').notNull(),
  },
  t => [
    primaryKey({ columns: [t.uscc, t.capYear] }),
    check('reward_firm_cap', sql`fen between 0 and 200000000`),
  ],
)

/** 单台(套)累计: what one physical unit has been granted over all its pilots and all years. */
export const rewardUnitCounter = pgTable(
  'reward_unit_counter',
  {
    uscc: text('uscc').notNull(),
    serial: text('serial').notNull(),
    fen: fenColumn('fen').notNull(),
  },
  t => [
    primaryKey({ columns: [t.uscc, t.serial] }),
    check('reward_unit_cap', sql`fen between 0 and 50000000`),
  ],
)

/** Append-only; a reversal is a negative row. The counters equal its sums at every commit. */
export const rewardLedger = pgTable(
  'reward_ledger',
  {
    seq: bigserial('seq', { mode: 'number' }).primaryKey(),
    claimId: text('claim_id')
      .$type<ClaimId>()
      .notNull()
      .references(() => rewardClaim.id),
    uscc: text('uscc').notNull(),
    capYear: integer('cap_year').notNull(),
    serial: text('serial').notNull(),
    fen: fenColumn('fen').notNull(),
    kind: text('kind', { enum: ['grant', 'reversal'] }).notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  t => [
    uniqueIndex('reward_ledger_once_key').on(t.claimId, t.serial, t.kind),
    index('reward_ledger_firm_idx').on(t.uscc, t.capYear),
    check('reward_ledger_sign', sql`(kind = 'grant' and fen > 0) or (kind = 'reversal' and fen < 0)`),
  ],
)
