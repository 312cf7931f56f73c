import { sql } from 'drizzle-orm'
import {
  check,
  date,
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
} from 'drizzle-orm/pg-core'
import { placements } from '../../app/domain/matching/diversify.ts'
import { audiences, exposureSides } from '../../app/domain/matching/exposure.ts'
import type { Features } from '../../app/domain/matching/features.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { OrganizationId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import { organization } from './organizations.ts'
import { product } from './products.ts'
import { scenario } from './scenarios.ts'

/**
 * 展示: what stood on a match page, once a day for each audience, so that neither a reload nor a crawler adds to it.
 * There is no person, session or address in it, and there need not be: whether suggestions are shared out fairly and
 * what became of them is a matter between products and scenarios; who looked is nobody's business here.
 */
export const matchShown = pgTable(
  'match_shown',
  {
    /** In Beijing. */
    day: date('day', { mode: 'string' }).$type<Day>().notNull(),
    side: text('side', { enum: exposureSides }).notNull(),
    audience: text('audience', { enum: audiences }).notNull(),
    scenarioId: text('scenario_id')
      .$type<ScenarioId>()
      .notNull()
      .references(() => scenario.id),
    productId: text('product_id')
      .$type<ProductId>()
      .notNull()
      .references(() => product.id),
    /** The product's, on that day. */
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    /** From 1, as shown and by score alone. */
    position: smallint('position').notNull(),
    byScore: integer('by_score').notNull(),
    placed: text('placed', { enum: placements }).notNull(),
    score: doublePrecision('score').notNull(),
    weightsVersion: integer('weights_version').notNull(),
    features: jsonb('features').$type<Features>().notNull(),
  },
  t => [
    primaryKey({ columns: [t.day, t.side, t.audience, t.scenarioId, t.productId] }),
    index('match_shown_product_idx').on(t.productId, t.day),
    index('match_shown_scenario_idx').on(t.scenarioId, t.day),
    check('match_shown_place_check', sql`position >= 1 and by_score >= 1`),
  ],
)

/**
 * 展示日计: a firm's showings among the first ten of scenarios' matches on one day. Added up in the statement that
 * enters them, for a month of showings is a million rows and more; and kept when those are gone.
 */
export const shownDay = pgTable(
  'shown_day',
  {
    day: date('day', { mode: 'string' }).$type<Day>().notNull(),
    organizationId: text('organization_id')
      .$type<OrganizationId>()
      .notNull()
      .references(() => organization.id),
    shown: integer('shown').notNull(),
    /** The sum of the places, for the mean. */
    places: integer('places').notNull(),
    /** As a new listing; only because another firm was held to two; one place down for another kind of robot. */
    newcomers: integer('newcomers').notNull(),
    opened: integer('opened').notNull(),
    family: integer('family').notNull(),
  },
  t => [primaryKey({ columns: [t.day, t.organizationId] })],
)
