import { sql } from 'drizzle-orm'
import { check, index, integer, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import type { BidContent } from '../../app/domain/bids/bid.ts'
import { bidLifecycle } from '../../app/domain/bids/lifecycle.ts'
import type { BidId, OrganizationId, ProductVersionId, ScenarioId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { productVersion } from './products.ts'
import { scenario } from './scenarios.ts'
import { statusEnum } from './status.ts'

/** 应标方案. One live bid per firm and scenario; sealed means read by its own firm only. */
export const bid = pgTable(
  'bid',
  {
    id: text('id').$type<BidId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(bidLifecycle) })
      .notNull()
      .default('draft'),
    scenarioId: text('scenario_id')
      .$type<ScenarioId>()
      .notNull()
      .references(() => scenario.id),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    productVersionId: text('product_version_id')
      .$type<ProductVersionId>()
      .notNull()
      .references(() => productVersion.id),
    content: jsonb('content').$type<BidContent>().notNull(),
    submittedBy: text('submitted_by').references(() => account.id),
    submittedAt: instant('submitted_at'),
    receiptHash: text('receipt_hash'),
    decisionReason: text('decision_reason'),
    /** The last 补充公告 that its writer had before them. */
    addendum: integer('addendum').notNull().default(0),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('bid_live_key').on(t.scenarioId, t.organizationId).where(sql`status <> 'withdrawn'`),
    uniqueIndex('bid_selected_key').on(t.scenarioId).where(sql`status = 'selected'`),
    index('bid_organization_idx').on(t.organizationId),
    check(
      'bid_receipt_check',
      sql`status in ('draft','withdrawn') or (submitted_at is not null and receipt_hash is not null)`,
    ),
  ],
)
