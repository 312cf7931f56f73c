import { sql } from 'drizzle-orm'
import {
  doublePrecision,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { matchSides } from '../../app/domain/matches/list.ts'
import { matchFacts, matchParties } from '../../app/domain/matches/news.ts'
import type { MatchReason } from '../../app/domain/matches/words.ts'
import type { Features } from '../../app/domain/matching/features.ts'
import type { AccountId, ProductId, ProductVersionId, ScenarioId } from '../../app/domain/shared/ids.ts'
import { account } from './accounts.ts'
import { instant } from './columns.ts'
import { notification } from './records.ts'

/**
 * 匹配: the best partners of each published scenario and of each public product, as the judge last saw them. A shadow
 * of rows that a job can work out again at any time, without references so that it never stands in a verb's way.
 * Readers come by `db/queries/matches.ts` and writers by `match-lists.ts`: reading joins what is public at the moment of reading, so that a row whose
 * scenario has closed or whose product is withdrawn is nobody's from that very commit on; the job then takes it out.
 */
export const storedMatch = pgTable(
  'stored_match',
  {
    scenarioId: text('scenario_id').$type<ScenarioId>().notNull(),
    productId: text('product_id').$type<ProductId>().notNull(),
    /** 互评分 M, 需求侧 S and 供给侧 R, 0 to 1. */
    score: doublePrecision('score').notNull(),
    demand: doublePrecision('demand').notNull(),
    supply: doublePrecision('supply').notNull(),
    verdict: text('verdict', { enum: ['T', 'U'] }).notNull(),
    relevance: text('relevance', { enum: ['T', 'U'] }).notNull(),
    /** The product's place among the scenario's best, from 1; null when it is not one of them. */
    scenarioRank: integer('scenario_rank'),
    /** The scenario's place among the product's best. */
    productRank: integer('product_rank'),
    /** From these follow the scores under any weights. */
    features: jsonb('features').$type<Features>().notNull(),
    /** Of what it was worked out: both revisions, the weights and the basis (rare words and habits of disclosure). */
    scenarioRev: integer('scenario_rev').notNull(),
    productVersionId: text('product_version_id').$type<ProductVersionId>().notNull(),
    weightsVersion: integer('weights_version').notNull(),
    basisVersion: integer('basis_version').notNull(),
    computedAt: instant('computed_at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.scenarioId, t.productId] }),
    index('stored_match_scenario_idx').on(t.scenarioId, t.scenarioRank),
    index('stored_match_product_idx').on(t.productId, t.productRank),
  ],
)

/** A recalculation of everything, as far as it has come; one that was killed goes on where it was. */
export const matchRun = pgTable(
  'match_run',
  {
    id: text('id').primaryKey(),
    weightsVersion: integer('weights_version').notNull(),
    /** How many objects there were when it began, and how many are done. */
    total: integer('total').notNull(),
    done: integer('done').notNull().default(0),
    /** The last object that is done. */
    side: text('side', { enum: matchSides }).notNull(),
    after: text('after').notNull().default(''),
    startedAt: instant('started_at').notNull(),
    finishedAt: instant('finished_at'),
  },
  () => [uniqueIndex('match_run_one_key').on(sql`(finished_at is null)`).where(sql`finished_at is null`)],
)

/**
 * What one person has been told of a pair, once for each fact. Once the pair is not public any more nothing is left
 * but that it was told: no notice, no score, no reasons.
 */
export const matchAlert = pgTable(
  'match_alert',
  {
    accountId: text('account_id')
      .$type<AccountId>()
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    scenarioId: text('scenario_id').$type<ScenarioId>().notNull(),
    productId: text('product_id').$type<ProductId>().notNull(),
    fact: text('fact', { enum: matchFacts }).notNull(),
    party: text('party', { enum: matchParties }).notNull(),
    score: doublePrecision('score').notNull(),
    reasons: jsonb('reasons').$type<MatchReason[]>().notNull(),
    /** The notice that names it, among others of the same object. */
    notificationId: text('notification_id').references(() => notification.id, { onDelete: 'set null' }),
    at: instant('at').notNull(),
  },
  t => [
    primaryKey({ columns: [t.accountId, t.scenarioId, t.productId, t.fact] }),
    index('match_alert_notification_idx').on(t.notificationId),
    index('match_alert_scenario_idx').on(t.scenarioId),
    index('match_alert_product_idx').on(t.productId),
  ],
)
