import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { inquiryLifecycle } from '../../app/domain/inquiries/lifecycle.ts'
import { withholdReasonIds } from '../../app/domain/inquiries/reasons.ts'
import { directionIds } from '../../app/domain/introductions/introduction.ts'
import { introductionLifecycle } from '../../app/domain/introductions/lifecycle.ts'
import { declineReasonIds } from '../../app/domain/introductions/reasons.ts'
import type { MatchSnapshot } from '../../app/domain/introductions/snapshot.ts'
import type { CriterionId, CriterionValue } from '../../app/domain/ontology/criteria.ts'
import { necessityIds } from '../../app/domain/ontology/criteria.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type {
  AccountId,
  InquiryId,
  IntroductionId,
  OrganizationId,
  ProductId,
  ProductVersionId,
  ScenarioId,
} from '../../app/domain/shared/ids.ts'
import type { Tri } from '../../app/domain/shared/tri.ts'
import { account } from './accounts.ts'
import { instant, lifecycleColumns } from './columns.ts'
import { organization } from './organizations.ts'
import { product, productVersion } from './products.ts'
import { scenario } from './scenarios.ts'
import { statusEnum } from './status.ts'

/** The two sides of what is said between a scenario and a product, and the version that was public then. */
const sides = () => ({
  scenarioId: text('scenario_id')
    .$type<ScenarioId>()
    .notNull()
    .references(() => scenario.id),
  productId: text('product_id')
    .$type<ProductId>()
    .notNull()
    .references(() => product.id),
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
})

/** Who answered, or the platform itself, and when; null while nobody has. */
const decision = () => ({
  decidedAt: instant('decided_at'),
  decidedBy: text('decided_by')
    .$type<AccountId>()
    .references(() => account.id),
  note: text('note'),
})

/** 引荐: 邀请 from a scenario, 自荐 from a product, with the match as it was. It gives nobody a right. */
export const introduction = pgTable(
  'introduction',
  {
    id: text('id').$type<IntroductionId>().primaryKey(),
    direction: text('direction', { enum: directionIds }).notNull(),
    status: text('status', { enum: statusEnum(introductionLifecycle) })
      .notNull()
      .default('sent'),
    ...sides(),
    message: text('message'),
    match: jsonb('match').$type<MatchSnapshot>().notNull(),
    sentBy: text('sent_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** 自荐 only: the last day of an answer in time; null too where the calendar did not know the year. */
    dueOn: text('due_on').$type<Day>(),
    reason: text('reason', { enum: declineReasonIds }),
    ...decision(),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('introduction_open_key')
      .on(t.scenarioId, t.productId)
      .where(sql`status in ('sent', 'welcomed')`),
    index('introduction_pair_idx').on(t.scenarioId, t.productId),
    index('introduction_product_idx').on(t.productId),
    index('introduction_demand_idx').on(t.demandOrganizationId, t.createdAt.desc()),
    index('introduction_supply_idx').on(t.supplyOrganizationId, t.createdAt.desc()),
    index('introduction_sent_idx').on(t.createdAt).where(sql`status = 'sent'`),
    check('introduction_decided_check', sql`status = 'sent' or decided_at is not null`),
    check('introduction_declined_check', sql`status <> 'declined' or reason is not null`),
    check('introduction_apart_check', sql`demand_organization_id <> supply_organization_id`),
  ],
)

/** 待确认: one need of a scenario that a product leaves open, put to its firm. Each is asked once. */
export const inquiry = pgTable(
  'inquiry',
  {
    id: text('id').$type<InquiryId>().primaryKey(),
    status: text('status', { enum: statusEnum(inquiryLifecycle) })
      .notNull()
      .default('asked'),
    ...sides(),
    criterion: text('criterion').$type<CriterionId>().notNull(),
    necessity: text('necessity', { enum: necessityIds }).notNull(),
    need: jsonb('need').$type<CriterionValue>().notNull(),
    askedBy: text('asked_by')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id),
    /** The version that stated it, what it said, and whether that meets the need. */
    statedVersionId: text('stated_version_id')
      .$type<ProductVersionId>()
      .references(() => productVersion.id),
    stated: jsonb('stated').$type<CriterionValue>(),
    verdict: text('verdict').$type<Exclude<Tri, 'U'>>(),
    reason: text('reason', { enum: withholdReasonIds }),
    ...decision(),
    ...lifecycleColumns,
  },
  t => [
    uniqueIndex('inquiry_once_key').on(t.scenarioId, t.productId, t.criterion),
    index('inquiry_product_idx').on(t.productId),
    index('inquiry_demand_idx').on(t.demandOrganizationId, t.createdAt.desc()),
    index('inquiry_supply_idx').on(t.supplyOrganizationId, t.createdAt.desc()),
    index('inquiry_asked_idx').on(t.createdAt).where(sql`status = 'asked'`),
    check('inquiry_decided_check', sql`status = 'asked' or decided_at is not null`),
    check('inquiry_stated_check', sql`status <> 'stated' or (stated is not null and verdict in ('T', 'F'))`),
    check('inquiry_withheld_check', sql`status <> 'withheld' or reason is not null`),
    check('inquiry_apart_check', sql`demand_organization_id <> supply_organization_id`),
  ],
)
