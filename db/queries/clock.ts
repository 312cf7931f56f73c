import { sql } from 'drizzle-orm'
import type { DbOrTx } from '../client.ts'

/** The database's clock, which decides deadlines; `now()` would be the transaction's start. */
export async function databaseNow(db: DbOrTx): Promise<Date> {
  const [row] = await db.execute<{ at: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  )
  return new Date(row?.at ?? Number.NaN)
}
