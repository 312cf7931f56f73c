import { sql } from 'drizzle-orm'
import { bigint, boolean, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { searchRhythms } from '../../app/domain/saved-searches/kept.ts'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { Locale } from '../../app/domain/shared/localized.ts'
import { accountStatuses, officerRoleIds } from '../../app/domain/vocabulary.ts'
import { instant } from './columns.ts'

/**
 * A person. `totpSecret` is sealed with the installation's key, which is not in the database; `totpStep` is the last
 * 30-second step that was used, so that no code counts twice. An erased account keeps its id and nothing else.
 */
export const account = pgTable(
  'account',
  {
    id: text('id').$type<AccountId>().primaryKey(),
    status: text('status', { enum: accountStatuses }).notNull().default('active'),
    email: text('email').notNull(),
    emailConfirmedAt: instant('email_confirmed_at'),
    name: text('name').notNull(),
    phone: text('phone'),
    passwordHash: text('password_hash').notNull(),
    passwordSetAt: instant('password_set_at').notNull().defaultNow(),
    totpSecret: text('totp_secret'),
    totpStep: bigint('totp_step', { mode: 'number' }),
    locale: text('locale').$type<Locale>().notNull().default('zh'),
    mailRhythm: text('mail_rhythm', { enum: ['each', 'daily', 'none'] })
      .notNull()
      .default('each'),
    /** How often mail tells of new matches; it does not follow the rhythm of other mail. */
    matchRhythm: text('match_rhythm', { enum: searchRhythms }).notNull().default('daily'),
    demo: boolean('demo').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  t => [uniqueIndex('account_email_key').on(sql`lower(${t.email})`), index('account_name_idx').on(t.name)],
)

/**
 * `id` is the SHA-256 of the token; the token itself is never stored. A bureau session is shorter, and one whose
 * second factor is still asked for (`provedAt` null) opens nothing but the page that asks.
 */
export const session = pgTable(
  'session',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    expiresAt: instant('expires_at').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    seenAt: instant('seen_at').notNull().defaultNow(),
    provedAt: instant('proved_at'),
    bureau: boolean('bureau').notNull().default(false),
    address: text('address').notNull().default(''),
    agent: text('agent').notNull().default(''),
  },
  t => [index('session_user_idx').on(t.userId), index('session_expiry_idx').on(t.expiresAt)],
)

/** Links that work once: `id` is the SHA-256 of what the mail carries. */
export const oneTimeToken = pgTable(
  'one_time_token',
  {
    id: text('id').primaryKey(),
    purpose: text('purpose', { enum: ['confirmEmail', 'resetPassword', 'changeEmail', 'passkey'] }).notNull(),
    accountId: text('account_id')
      .$type<AccountId>()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** What the link is about: the new address, the challenge. */
    subject: text('subject').notNull().default(''),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  t => [index('one_time_token_account_idx').on(t.accountId, t.purpose)],
)

/** 恢复码: `hash` is the SHA-256 of a random code; each counts once. */
export const recoveryCode = pgTable(
  'recovery_code',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    hash: text('hash').notNull(),
    usedAt: instant('used_at'),
  },
  t => [primaryKey({ columns: [t.accountId, t.hash] })],
)

/** 通行密钥: the public half only. */
export const passkey = pgTable(
  'passkey',
  {
    id: text('id').primaryKey(),
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    publicKey: text('public_key').notNull(),
    counter: bigint('counter', { mode: 'number' }).notNull(),
    transports: text('transports').array().notNull().default(sql`'{}'::text[]`),
    createdAt: instant('created_at').notNull().defaultNow(),
    usedAt: instant('used_at'),
  },
  t => [index('passkey_account_idx').on(t.accountId)],
)

/** Points of the rate limiter: how many tries this key has used and until when (ms) they count. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  points: integer('points').notNull(),
  expire: instant('expire'),
})

export const office = pgTable(
  'office',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    role: text('role', { enum: officerRoleIds }).notNull(),
    district: text('district'),
  },
  t => [primaryKey({ columns: [t.accountId, t.role] })],
)
