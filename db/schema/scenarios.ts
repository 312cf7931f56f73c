import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { ClonedFrom } from '../../app/domain/scenarios/clone.ts'
import { scenarioLifecycle } from '../../app/domain/scenarios/lifecycle.ts'
import type { ScenarioDraft } from '../../app/domain/scenarios/scenario.ts'
import type { OrganizationId, ScenarioId } from '../../app/domain/shared/ids.ts'
import { sourceIds } from '../../app/domain/vocabulary.ts'
import { account } from './accounts.ts'
import { fenColumn, instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { statusEnum } from './status.ts'

/** 场景. `content` holds what the form says; the columns beside it repeat the facts that lists filter and sort by. */
export const scenario = pgTable(
  'scenario',
  {
    id: text('id').$type<ScenarioId>().primaryKey(),
    number: text('number').unique(),
    status: text('status', { enum: statusEnum(scenarioLifecycle) })
      .notNull()
      .default('draft'),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    createdBy: text('created_by').references(() => account.id),
    source: text('source', { enum: sourceIds }).notNull(),
    sourceUrl: text('source_url'),
    sourceYear: integer('source_year'),
    content: jsonb('content').$type<ScenarioDraft>().notNull(),
    title: text('title').notNull().default(''),
    domain: text('domain'),
    district: text('district'),
    budgetFen: fenColumn('budget_fen'),
    acceptsUnfinalised: boolean('accepts_unfinalised').notNull().default(false),
    bidDeadline: instant('bid_deadline'),
    publishedAt: instant('published_at'),
    /** The open page that wrote the draft last: it never stands in its own way. */
    editKey: text('edit_key'),
    /** How many 补充公告 have been published, which is the number of the last one. */
    addenda: integer('addenda').notNull().default(0),
    /** 样例: what this draft was taken from. */
    clonedFrom: jsonb('cloned_from').$type<ClonedFrom>(),
    ...lifecycleColumns,
  },
  t => [
    index('scenario_status_idx').on(t.status, t.publishedAt.desc().nullsFirst()),
    index('scenario_organization_idx').on(t.organizationId),
    index('scenario_deadline_idx').on(t.bidDeadline).where(sql`status = 'published'`),
    check('scenario_budget_check', sql`budget_fen is null or budget_fen > 0`),
    check(
      'scenario_published_check',
      sql`source = 'report' or status in ('draft','submitted','returned','withdrawn') or bid_deadline is not null`,
    ),
  ],
)
