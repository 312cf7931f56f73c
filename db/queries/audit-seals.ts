import { asc } from 'drizzle-orm'
import type { DbOrTx } from '../client.ts'
import { auditSeal } from '../schema/index.ts'

export type SealRow = typeof auditSeal.$inferSelect

/** False when this head is sealed already. */
export async function insertSeal(db: DbOrTx, row: SealRow): Promise<boolean> {
  const rows = await db.insert(auditSeal).values(row).onConflictDoNothing().returning({ seq: auditSeal.seq })
  return rows.length === 1
}

export function listSeals(db: DbOrTx): Promise<SealRow[]> {
  return db.select().from(auditSeal).orderBy(asc(auditSeal.seq))
}
