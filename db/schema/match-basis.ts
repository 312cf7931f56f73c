import { sql } from 'drizzle-orm'
import { bigint, check, integer, jsonb, pgTable } from 'drizzle-orm/pg-core'
import type { Basis } from '../../app/domain/matching/basis.ts'
import { instant } from './columns.ts'

/**
 * 评分依据: the published versions of what a score takes from the market as a whole, each never changed. Nobody decides
 * on one: it is counted from what was public when the audit chain had come to `seq`.
 */
export const matchBasis = pgTable(
  'match_basis',
  {
    version: integer('version').primaryKey(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    content: jsonb('content').$type<Basis>().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  () => [check('match_basis_version_check', sql`version > 0`)],
)
