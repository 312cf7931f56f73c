import { sql } from 'drizzle-orm'
import {
  bigint,
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
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { Detail } from '../../app/domain/shared/verdict.ts'
import { account } from './accounts.ts'
import { instant } from './columns.ts'

/** Every state change of every noun, in the transaction of the change. */
export const history = pgTable(
  'history',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    noun: text('noun').notNull(),
    objectId: text('object_id').notNull(),
    deed: text('deed').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status').notNull(),
    actorId: text('actor_id').$type<AccountId>(),
    actorName: text('actor_name').notNull(),
    reason: text('reason'),
    contentHash: text('content_hash'),
    formKey: text('form_key'),
    at: instant('at').notNull().defaultNow(),
  },
  t => [
    index('history_object_idx').on(t.noun, t.objectId, t.id),
    index('history_actor_idx').on(t.actorId, t.id),
    uniqueIndex('history_form_key').on(t.objectId, t.formKey).where(sql`form_key is not null`),
  ],
)

/**
 * Append-only, hash-chained: hash = SHA-256 of the canonical JSON of the row, the previous hash in it. The database
 * refuses changes. From format 2 on the chain holds a mark of the name instead of the name, so that an erased account
 * can lose its name without breaking it: `actorMark` = SHA-256 over `actorSalt` and the name.
 */
export const audit = pgTable(
  'audit',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey(),
    /** 1: rows from before names could go; the chain holds the name itself. */
    format: integer('format').notNull().default(1),
    at: instant('at').notNull(),
    actorId: text('actor_id').$type<AccountId>(),
    actorName: text('actor_name').notNull(),
    /** Null once the account is erased: then nobody can tell from the mark whose it was. */
    actorSalt: text('actor_salt'),
    actorMark: text('actor_mark'),
    deed: text('deed').notNull(),
    noun: text('noun').notNull(),
    objectId: text('object_id').notNull(),
    fromStatus: text('from_status'),
    toStatus: text('to_status'),
    reason: text('reason'),
    beforeHash: text('before_hash'),
    afterHash: text('after_hash'),
    requestId: text('request_id').notNull(),
    /** The rules by which it was decided, where rules decide. */
    ruleVersion: text('rule_version'),
    prevHash: text('prev_hash').notNull(),
    hash: text('hash').notNull(),
  },
  t => [
    index('audit_object_idx').on(t.noun, t.objectId, t.seq),
    index('audit_actor_idx').on(t.actorId, t.seq),
    index('audit_at_idx').on(t.at),
    index('audit_deed_idx').on(t.deed, t.seq),
    index('audit_after_idx').on(t.afterHash),
  ],
)

/** What a decision was taken on, once for each content: `hash` is the SHA-256 of `content`, its canonical JSON. */
export const auditContent = pgTable('audit_content', {
  hash: text('hash').primaryKey(),
  content: text('content').notNull(),
})

/** One row: the chain's head. Its row lock gives the audit rows their order. */
export const auditHead = pgTable(
  'audit_head',
  {
    id: integer('id').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    hash: text('hash').notNull(),
  },
  () => [check('audit_head_single', sql`id = 1`)],
)

/** The head as it stood, signed with the installation's key: a tail that was cut off afterwards is missed. */
export const auditSeal = pgTable('audit_seal', {
  seq: bigint('seq', { mode: 'number' }).primaryKey(),
  hash: text('hash').notNull(),
  at: instant('at').notNull(),
  signature: text('signature').notNull(),
})

/** 回避: an officer or expert who has declared that this object is not theirs to decide. */
export const recusal = pgTable(
  'recusal',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    noun: text('noun').notNull(),
    objectId: text('object_id').notNull(),
    reason: text('reason').notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  t => [primaryKey({ columns: [t.accountId, t.noun, t.objectId] })],
)

/** Running numbers such as CJ-2026-0117: one row per noun and year. */
export const numberCounter = pgTable(
  'number_counter',
  {
    prefix: text('prefix').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  t => [primaryKey({ columns: [t.prefix, t.year] })],
)

/** In-app notices; `mailedAt` is set by the mail job. `eventKey` keeps one fact from being told twice. */
export const notification = pgTable(
  'notification',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    eventKey: text('event_key').notNull(),
    event: text('event').notNull(),
    params: jsonb('params').$type<Detail>().notNull(),
    noun: text('noun').notNull(),
    objectId: text('object_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    readAt: instant('read_at'),
    mailedAt: instant('mailed_at'),
  },
  t => [
    uniqueIndex('notification_once_key').on(t.accountId, t.eventKey),
    index('notification_account_idx').on(t.accountId, t.createdAt.desc().nullsFirst()),
  ],
)

/** 送达记录: each try to hand a notice's mail over, and what the mail server said. */
export const mailDelivery = pgTable(
  'mail_delivery',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    notificationId: text('notification_id')
      .notNull()
      .references(() => notification.id, { onDelete: 'cascade' }),
    outcome: text('outcome', { enum: ['handedOver', 'refused', 'bounced', 'silenced'] }).notNull(),
    answer: text('answer'),
    at: instant('at').notNull().defaultNow(),
  },
  t => [index('mail_delivery_notification_idx').on(t.notificationId)],
)

/** What the default mail adapter sent; shown on the mailbox page of demo installations. */
export const mail = pgTable(
  'mail',
  {
    id: text('id').primaryKey(),
    to: text('to').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    sentAt: instant('sent_at').notNull().defaultNow(),
  },
  t => [index('mail_to_idx').on(t.to, t.sentAt.desc().nullsFirst())],
)
