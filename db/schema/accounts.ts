import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { AccountId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { Locale } from '../../app/domain/shared/localized.ts'
import type { Capability } from '../../app/domain/vocabulary.ts'
import {
  memberRoleIds,
  officerRoleIds,
  organizationStatuses,
  sourceIds,
} from '../../app/domain/vocabulary.ts'
import { instant, lifecycleColumns } from './columns.ts'

export const account = pgTable(
  'account',
  {
    id: text('id').$type<AccountId>().primaryKey(),
    email: text('email').notNull(),
    name: text('name').notNull(),
    passwordHash: text('password_hash').notNull(),
    locale: text('locale').$type<Locale>().notNull().default('zh'),
    demo: boolean('demo').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  t => [uniqueIndex('account_email_key').on(sql`lower(${t.email})`)],
)

/** `id` is the SHA-256 of the token; the token itself is never stored. */
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
  },
  t => [index('session_user_idx').on(t.userId), index('session_expiry_idx').on(t.expiresAt)],
)

/** 单位. `uscc` is null only for reported public cases, whose organisations are not users of the platform. */
export const organization = pgTable(
  'organization',
  {
    id: text('id').$type<OrganizationId>().primaryKey(),
    status: text('status', { enum: organizationStatuses }).notNull().default('registered'),
    uscc: text('uscc'),
    name: text('name').notNull(),
    nameEn: text('name_en'),
    district: text('district'),
    region: text('region'),
    source: text('source', { enum: sourceIds }).notNull(),
    capabilities: text('capabilities').array().$type<Capability[]>().notNull().default(sql`'{}'::text[]`),
    ...lifecycleColumns,
  },
  t => [uniqueIndex('organization_uscc_key').on(t.uscc), index('organization_name_idx').on(t.name)],
)

export const membership = pgTable(
  'membership',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    role: text('role', { enum: memberRoleIds }).notNull(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.organizationId] }),
    index('membership_organization_idx').on(t.organizationId),
  ],
)

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
