import type { Tx } from '../client.ts'
import { recusal } from '../schema/index.ts'

/** Declares it once; false means that this person stands back from the object already. */
export async function insertRecusal(tx: Tx, row: typeof recusal.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(recusal).values(row).onConflictDoNothing().returning({ id: recusal.objectId })
  return rows.length === 1
}
