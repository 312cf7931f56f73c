import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { productLifecycle } from '../../app/domain/products/lifecycle.ts'
import type { ProductDraft } from '../../app/domain/products/product.ts'
import type { OrganizationId, ProductId, ProductVersionId } from '../../app/domain/shared/ids.ts'
import { sourceIds } from '../../app/domain/vocabulary.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { statusEnum } from './status.ts'

/** 产品. The public sees `publishedVersionId` for as long as the product is neither suspended nor withdrawn. */
export const product = pgTable(
  'product',
  {
    id: text('id').$type<ProductId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(productLifecycle) })
      .notNull()
      .default('draft'),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    source: text('source', { enum: sourceIds }).notNull(),
    sourceUrl: text('source_url'),
    latestVersionId: text('latest_version_id').$type<ProductVersionId>(),
    publishedVersionId: text('published_version_id').$type<ProductVersionId>(),
    publishedAt: instant('published_at'),
    ...lifecycleColumns,
  },
  t => [
    index('product_status_idx').on(t.status, t.publishedAt.desc().nullsFirst()),
    index('product_organization_idx').on(t.organizationId),
    index('product_public_idx').on(t.publishedVersionId).where(sql`published_version_id is not null`),
  ],
)

/** One version of a product; once published it never changes, and bids pin it. */
export const productVersion = pgTable(
  'product_version',
  {
    id: text('id').$type<ProductVersionId>().primaryKey(),
    productId: text('product_id')
      .$type<ProductId>()
      .notNull()
      .references(() => product.id),
    version: integer('version').notNull(),
    content: jsonb('content').$type<ProductDraft>().notNull(),
    name: text('name').notNull().default(''),
    category: text('category'),
    maturity: text('maturity'),
    createdBy: text('created_by').references(() => account.id),
    createdAt: instant('created_at').notNull().defaultNow(),
    publishedAt: instant('published_at'),
  },
  t => [
    uniqueIndex('product_version_key').on(t.productId, t.version),
    check('product_version_number_check', sql`version > 0`),
  ],
)
