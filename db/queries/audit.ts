import { eq } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../client.ts'
import { audit, auditContent, auditHead } from '../schema/index.ts'

/** The chain's head, locked until commit: audit rows are numbered in the order of their commits. */
export async function lockAuditHead(tx: Tx): Promise<{ seq: number; hash: string }> {
  const [head] = await tx.select().from(auditHead).where(eq(auditHead.id, 1)).for('update')
  if (!head) throw new Error('audit_head has no row: the migrations are incomplete')
  return head
}

/** The chain's head as it was last committed. */
export async function readAuditHead(db: DbOrTx): Promise<{ seq: number; hash: string }> {
  const [head] = await db.select({ seq: auditHead.seq, hash: auditHead.hash }).from(auditHead)
  if (!head) throw new Error('audit_head has no row: the migrations are incomplete')
  return head
}

export async function appendAudit(tx: Tx, rows: (typeof audit.$inferInsert)[]): Promise<void> {
  const last = rows.at(-1)
  if (!last) return
  await tx.insert(audit).values(rows)
  await tx.update(auditHead).set({ seq: last.seq, hash: last.hash }).where(eq(auditHead.id, 1))
}

/** The same content is kept once, whoever decided on it and how often. */
export async function insertContents(
  tx: Tx,
  rows: readonly (typeof auditContent.$inferInsert)[],
): Promise<void> {
  const once = [...new Map(rows.map(row => [row.hash, row])).values()]
  if (once.length > 0) await tx.insert(auditContent).values(once).onConflictDoNothing()
}
