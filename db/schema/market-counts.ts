import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import type { MustCount } from '../../app/domain/matching/fits.ts'
import type { TaskId } from '../../app/domain/ontology/task-table.ts'
import type { ScenarioId } from '../../app/domain/shared/ids.ts'
import { instant } from './columns.ts'
import { scenario } from './scenarios.ts'

/**
 * 供给盘点: how many published products would fit each open scenario, as counted at `at`. A shadow of other rows, made
 * anew every hour: counting 10,000 scenarios is no work for a page.
 */
export const marketCount = pgTable('market_count', {
  scenarioId: text('scenario_id')
    .$type<ScenarioId>()
    .primaryKey()
    .references(() => scenario.id, { onDelete: 'cascade' }),
  at: instant('at').notNull(),
  published: integer('published').notNull(),
  work: integer('work').notNull(),
  fits: integer('fits').notNull(),
  open: integer('open').notNull(),
  near: integer('near').notNull(),
  ruledOut: integer('ruled_out').notNull(),
  musts: jsonb('musts').$type<MustCount[]>().notNull(),
})

/** The published products for each task and the firms that offer them, as counted at `at`. */
export const marketTask = pgTable('market_task', {
  task: text('task').$type<TaskId>().primaryKey(),
  at: instant('at').notNull(),
  products: integer('products').notNull(),
  firms: integer('firms').notNull(),
})
