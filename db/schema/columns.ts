import { sql } from 'drizzle-orm'
import { bigint, integer, text, timestamp } from 'drizzle-orm/pg-core'
import type { Fen } from '../../app/domain/shared/money.ts'

/** The columns every noun with a lifecycle shares; `rev` grows with each change and detects stale pages. */
export const lifecycleColumns = {
  rev: integer('rev').notNull().default(0),
  createdAt: timestamp('created_at', { withTimezone: true }).notNull().defaultNow(),
  updatedAt: timestamp('updated_at', { withTimezone: true }).notNull().defaultNow(),
}

export const instant = (name: string) => timestamp(name, { withTimezone: true })

/** Money in fen; bigint in the database, safe integer here. */
export const fenColumn = (name: string) => bigint(name, { mode: 'number' }).$type<Fen>()

export const textArray = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`)
