import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  doublePrecision,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { pilotLifecycle } from '../../app/domain/pilots/lifecycle.ts'
import { safeguardAnswers } from '../../app/domain/pilots/safety.ts'
import { pilotSpaceIds } from '../../app/domain/risk/risk-item.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type {
  AccountId,
  BidId,
  OrganizationId,
  PilotId,
  ProductVersionId,
  ScenarioId,
} from '../../app/domain/shared/ids.ts'
import { targetDirectionIds } from '../../app/domain/vocabulary.ts'
import { account } from './accounts.ts'
import { bid } from './bids.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { productVersion } from './products.ts'
import { scenario } from './scenarios.ts'
import { statusEnum } from './status.ts'

/** 试点: born from the selected bid, one per bid. */
export const pilot = pgTable(
  'pilot',
  {
    id: text('id').$type<PilotId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(pilotLifecycle) })
      .notNull()
      .default('agreed'),
    scenarioId: text('scenario_id')
      .$type<ScenarioId>()
      .notNull()
      .references(() => scenario.id),
    bidId: text('bid_id')
      .$type<BidId>()
      .notNull()
      .references(() => bid.id),
    productVersionId: text('product_version_id')
      .$type<ProductVersionId>()
      .notNull()
      .references(() => productVersion.id),
    demandOrganizationId: text('demand_organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    supplyOrganizationId: text('supply_organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    district: text('district').notNull(),
    space: text('space', { enum: pilotSpaceIds }),
    acceptedAt: instant('accepted_at'),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('pilot_bid_key').on(t.bidId),
    index('pilot_scenario_idx').on(t.scenarioId),
    index('pilot_demand_idx').on(t.demandOrganizationId),
    index('pilot_supply_idx').on(t.supplyOrganizationId),
  ],
)

/** A deployed unit 台(套); the serial number is its identity for the per-unit ceiling. */
export const pilotUnit = pgTable(
  'pilot_unit',
  {
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    serial: text('serial').notNull(),
  },
  t => [primaryKey({ columns: [t.pilotId, t.serial] }), index('pilot_unit_serial_idx').on(t.serial)],
)

/** An acceptance metric, copied from the scenario at the award; the measured value is added by the report. */
export const pilotMetric = pgTable(
  'pilot_metric',
  {
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    method: text('method').notNull(),
    unit: text('unit').notNull(),
    direction: text('direction', { enum: targetDirectionIds }).notNull(),
    baseline: doublePrecision('baseline'),
    target: doublePrecision('target').notNull(),
    mandatory: boolean('mandatory').notNull(),
    measured: doublePrecision('measured'),
    sample: text('sample'),
    waiver: text('waiver'),
    waivedBy: text('waived_by')
      .$type<AccountId>()
      .references(() => account.id),
  },
  t => [
    primaryKey({ columns: [t.pilotId, t.position] }),
    check('pilot_metric_waiver_check', sql`(waiver is null) = (waived_by is null)`),
  ],
)

/** 运行周报: one row per reported period of a pilot. */
export const pilotReport = pgTable(
  'pilot_report',
  {
    id: text('id').primaryKey(),
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    periodStart: text('period_start').$type<Day>().notNull(),
    periodEnd: text('period_end').$type<Day>().notNull(),
    scheduledHours: doublePrecision('scheduled_hours').notNull(),
    availableHours: doublePrecision('available_hours').notNull(),
    tasks: integer('tasks').notNull(),
    interventions: integer('interventions').notNull(),
    note: text('note').notNull().default(''),
    createdBy: text('created_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  t => [
    uniqueIndex('pilot_report_period_key').on(t.pilotId, t.periodStart),
    check(
      'pilot_report_hours_check',
      sql`scheduled_hours > 0 and available_hours >= 0 and available_hours <= scheduled_hours`,
    ),
    check('pilot_report_counts_check', sql`tasks >= 0 and interventions >= 0 and period_end >= period_start`),
  ],
)

/** 验收签字: one per side and acceptance round; both are needed, silence is never a signature. */
export const pilotSignature = pgTable(
  'pilot_signature',
  {
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    round: integer('round').notNull(),
    side: text('side', { enum: ['demand', 'supply'] }).notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    opinion: text('opinion').notNull(),
    contentHash: text('content_hash').notNull(),
    signedAt: instant('signed_at').notNull().defaultNow(),
  },
  t => [primaryKey({ columns: [t.pilotId, t.round, t.side] })],
)

/** 试点风险包: what each side answered last for each item; the history has every answer. */
export const pilotSafeguard = pgTable(
  'pilot_safeguard',
  {
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    item: text('item').notNull(),
    side: text('side', { enum: ['demand', 'supply'] }).notNull(),
    answer: text('answer', { enum: safeguardAnswers }).notNull(),
    note: text('note'),
    at: instant('at').notNull(),
  },
  t => [primaryKey({ columns: [t.pilotId, t.item, t.side] })],
)

/** 试点保险: never changed; a longer cover is one more row. */
export const pilotInsurance = pgTable(
  'pilot_insurance',
  {
    id: text('id').primaryKey(),
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    insurer: text('insurer').notNull(),
    policyNumber: text('policy_number').notNull(),
    validFrom: text('valid_from').$type<Day>().notNull(),
    validUntil: text('valid_until').$type<Day>().notNull(),
    recordedAt: instant('recorded_at').notNull(),
    remindedAt: instant('reminded_at'),
  },
  t => [
    index('pilot_insurance_pilot_idx').on(t.pilotId),
    check('pilot_insurance_order_check', sql`valid_until >= valid_from`),
  ],
)
