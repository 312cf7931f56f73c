import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { OrganizationId, SiteId } from '../../app/domain/shared/ids.ts'
import { siteLifecycle } from '../../app/domain/sites/lifecycle.ts'
import type { SiteProfile } from '../../app/domain/sites/site.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { statusEnum } from './status.ts'

/** 现场档案: which version of it is the latest; what it says stands in the versions. */
export const site = pgTable(
  'site',
  {
    id: text('id').$type<SiteId>().primaryKey(),
    status: text('status', { enum: statusEnum(siteLifecycle) })
      .notNull()
      .default('current'),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    version: integer('version').notNull().default(1),
    ...lifecycleColumns,
  },
  t => [
    index('site_organization_idx').on(t.organizationId),
    check('site_version_positive_check', sql`version > 0`),
  ],
)

/** Every saved state of a profile. A row never changes: scenarios name the version they took. */
export const siteVersion = pgTable(
  'site_version',
  {
    siteId: text('site_id')
      .$type<SiteId>()
      .notNull()
      .references(() => site.id),
    version: integer('version').notNull(),
    content: jsonb('content').$type<SiteProfile>().notNull(),
    createdBy: text('created_by').references(() => account.id),
    createdAt: instant('created_at').notNull(),
  },
  t => [primaryKey({ columns: [t.siteId, t.version] }), check('site_version_number_check', sql`version > 0`)],
)
