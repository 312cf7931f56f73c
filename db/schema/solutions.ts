import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type {
  AccountId,
  OrganizationId,
  ProductId,
  ProductVersionId,
  SolutionId,
  SolutionVersionId,
} from '../../app/domain/shared/ids.ts'
import { solutionLifecycle } from '../../app/domain/solutions/lifecycle.ts'
import { consentStatuses } from '../../app/domain/solutions/parts.ts'
import type { SolutionDraft } from '../../app/domain/solutions/solution.ts'
import { sourceIds } from '../../app/domain/vocabulary.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { product, productVersion } from './products.ts'
import { statusEnum } from './status.ts'

/** 系统解决方案. The public sees `publishedVersionId` until it is withdrawn. */
export const solution = pgTable(
  'solution',
  {
    id: text('id').$type<SolutionId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(solutionLifecycle) })
      .notNull()
      .default('draft'),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    source: text('source', { enum: sourceIds }).notNull(),
    latestVersionId: text('latest_version_id').$type<SolutionVersionId>(),
    publishedVersionId: text('published_version_id').$type<SolutionVersionId>(),
    publishedAt: instant('published_at'),
    ...lifecycleColumns,
  },
  t => [
    index('solution_status_idx').on(t.status, t.publishedAt.desc().nullsFirst()),
    index('solution_organization_idx').on(t.organizationId),
  ],
)

/** One version of a solution; once published it never changes, nor do its parts. */
export const solutionVersion = pgTable(
  'solution_version',
  {
    id: text('id').$type<SolutionVersionId>().primaryKey(),
    solutionId: text('solution_id')
      .$type<SolutionId>()
      .notNull()
      .references(() => solution.id),
    version: integer('version').notNull(),
    content: jsonb('content').$type<SolutionDraft>().notNull(),
    name: text('name').notNull().default(''),
    createdBy: text('created_by')
      .$type<AccountId>()
      .references(() => account.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    publishedAt: instant('published_at'),
  },
  t => [
    uniqueIndex('solution_version_key').on(t.solutionId, t.version),
    check('solution_version_number_check', sql`version > 0`),
  ],
)

/** A product in one version of a solution, pinned to the version that was public when it was named. */
export const solutionPart = pgTable(
  'solution_part',
  {
    versionId: text('version_id')
      .$type<SolutionVersionId>()
      .notNull()
      .references(() => solutionVersion.id),
    place: integer('place').notNull(),
    productId: text('product_id')
      .$type<ProductId>()
      .notNull()
      .references(() => product.id),
    productVersionId: text('product_version_id')
      .$type<ProductVersionId>()
      .notNull()
      .references(() => productVersion.id),
    quantity: integer('quantity').notNull(),
    role: text('role').notNull(),
  },
  t => [
    primaryKey({ columns: [t.versionId, t.productId] }),
    index('solution_part_product_idx').on(t.productId),
    check('solution_part_quantity_check', sql`quantity > 0`),
  ],
)

/** 供货方确认 of one product in one solution, for the quantity and the role that were shown when it was asked. */
export const solutionConsent = pgTable(
  'solution_consent',
  {
    solutionId: text('solution_id')
      .$type<SolutionId>()
      .notNull()
      .references(() => solution.id),
    productId: text('product_id')
      .$type<ProductId>()
      .notNull()
      .references(() => product.id),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    status: text('status', { enum: consentStatuses }).notNull(),
    quantity: integer('quantity').notNull(),
    role: text('role').notNull(),
    askedAt: instant('asked_at').notNull(),
    decidedBy: text('decided_by')
      .$type<AccountId>()
      .references(() => account.id),
    decidedAt: instant('decided_at'),
  },
  t => [
    primaryKey({ columns: [t.solutionId, t.productId] }),
    index('solution_consent_organization_idx').on(t.organizationId),
    check('solution_consent_decided_check', sql`(status = 'asked') = (decided_at is null)`),
  ],
)
