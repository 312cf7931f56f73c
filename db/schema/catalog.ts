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
import type { EntryContent } from '../../app/domain/catalog/entry.ts'
import { entryLifecycle } from '../../app/domain/catalog/lifecycle.ts'
import type { AccountId, EntryId, PilotId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { pilot } from './pilots.ts'
import { statusEnum } from './status.ts'

/** 典型场景目录条目: always of an accepted pilot; its numbers are read from the pilot's metrics. */
export const catalogEntry = pgTable(
  'catalog_entry',
  {
    id: text('id').$type<EntryId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(entryLifecycle) })
      .notNull()
      .default('nominated'),
    pilotId: text('pilot_id')
      .$type<PilotId>()
      .notNull()
      .references(() => pilot.id),
    domain: text('domain').notNull(),
    title: text('title').notNull(),
    content: jsonb('content').$type<EntryContent>().notNull(),
    nominatedBy: text('nominated_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    handledBy: text('handled_by')
      .$type<AccountId>()
      .references(() => account.id),
    noticeFrom: text('notice_from'),
    noticeTo: text('notice_to'),
    publishedAt: instant('published_at'),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('catalog_entry_live_key').on(t.pilotId).where(sql`status <> 'delisted'`),
    index('catalog_entry_pilot_idx').on(t.pilotId),
    index('catalog_entry_status_idx').on(t.status, t.publishedAt.desc().nullsFirst()),
    check(
      'catalog_entry_notice_check',
      sql`status not in ('notice','objection','published','amended') or (notice_from is not null and notice_to is not null)`,
    ),
  ],
)

/** 专家评审: one per reviewer; an unscored criterion is null and makes the total incomplete, never lower. */
export const catalogReview = pgTable(
  'catalog_review',
  {
    entryId: text('entry_id')
      .$type<EntryId>()
      .notNull()
      .references(() => catalogEntry.id),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    conflictFree: boolean('conflict_free').notNull(),
    advancement: integer('advancement'),
    fit: integer('fit'),
    maturity: integer('maturity'),
    benefit: integer('benefit'),
    comment: text('comment').notNull().default(''),
    at: instant('at').notNull().defaultNow(),
  },
  t => [
    primaryKey({ columns: [t.entryId, t.accountId] }),
    check(
      'catalog_review_scores',
      sql`coalesce(advancement,0) between 0 and 100 and coalesce(fit,0) between 0 and 100 and coalesce(maturity,0) between 0 and 100 and coalesce(benefit,0) between 0 and 100`,
    ),
    check(
      'catalog_review_recused',
      sql`conflict_free or (advancement is null and fit is null and maturity is null and benefit is null)`,
    ),
  ],
)

/** 异议. The objector's identity is in its own column and leaves no verb but the settling officer's. */
export const objection = pgTable(
  'objection',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    entryId: text('entry_id')
      .$type<EntryId>()
      .notNull()
      .references(() => catalogEntry.id),
    formKey: text('form_key').notNull().unique(),
    objectorName: text('objector_name').notNull(),
    objectorContact: text('objector_contact').notNull(),
    statement: text('statement').notNull(),
    filedAt: instant('filed_at').notNull().defaultNow(),
    answer: text('answer'),
    settledBy: text('settled_by')
      .$type<AccountId>()
      .references(() => account.id),
    settledAt: instant('settled_at'),
  },
  t => [
    index('objection_entry_idx').on(t.entryId),
    check(
      'objection_settled_check',
      sql`(settled_at is null) = (answer is null) and (settled_at is null) = (settled_by is null)`,
    ),
  ],
)

/** 专家指派: who reviews which entry; an expert sees nothing else. */
export const expertAssignment = pgTable(
  'expert_assignment',
  {
    entryId: text('entry_id')
      .$type<EntryId>()
      .notNull()
      .references(() => catalogEntry.id),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    assignedBy: text('assigned_by').$type<AccountId>(),
    assignedAt: instant('assigned_at').notNull().defaultNow(),
  },
  t => [
    primaryKey({ columns: [t.entryId, t.accountId] }),
    index('expert_assignment_account_idx').on(t.accountId),
  ],
)
