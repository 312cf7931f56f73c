import { sql } from 'drizzle-orm'
import type { Tx } from '../client.ts'
import { numberCounter } from '../schema/index.ts'

export type NumberPrefix = 'CJ' | 'CP' | 'FA' | 'YB' | 'SD' | 'JL' | 'ML'

/** The next running number of a noun and year, e.g. CJ-2026-0117. */
export async function takeNumber(tx: Tx, prefix: NumberPrefix, year: number): Promise<string> {
  const [row] = await tx
    .insert(numberCounter)
    .values({ prefix, year, last: 1 })
    .onConflictDoUpdate({
      target: [numberCounter.prefix, numberCounter.year],
      set: { last: sql`${numberCounter.last} + 1` },
    })
    .returning({ last: numberCounter.last })
  return `${prefix}-${year}-${String(row?.last ?? 1).padStart(4, '0')}`
}
