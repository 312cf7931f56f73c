import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Approval } from '../../app/domain/review/approval.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, approval, contentReturn, product, scenario, solution } from '../schema/index.ts'

/** A consent with who gave it. */
export interface ApprovalRow extends Approval {
  name: string
  opinion: string | null
  at: Date
}

/** Every consent ever given to an object, the oldest first. */
export function listApprovals(db: DbOrTx, objectId: string): Promise<ApprovalRow[]> {
  return db
    .select({
      step: approval.step,
      hash: approval.contentHash,
      rev: approval.rev,
      by: approval.accountId,
      name: account.name,
      opinion: approval.opinion,
      at: approval.at,
    })
    .from(approval)
    .innerJoin(account, eq(account.id, approval.accountId))
    .where(eq(approval.objectId, objectId))
    .orderBy(asc(approval.id))
}

/** Records a consent once for its revision and step; false means that somebody was faster. */
export async function insertApproval(tx: Tx, row: typeof approval.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(approval).values(row).onConflictDoNothing().returning({ id: approval.id })
  return inserted.length === 1
}

const reviewed = { scenario, product, solution }

/** The revision and status of the object, its row locked until commit. */
export async function lockReviewed(
  tx: Tx,
  noun: keyof typeof reviewed,
  id: string,
): Promise<{ rev: number; status: string } | null> {
  const table = reviewed[noun]
  const [row] = await tx
    .select({ rev: table.rev, status: table.status })
    .from(table)
    .where(sql`${table.id} = ${id}`)
    .for('update')
  return row ?? null
}

export type ReturnRow = typeof contentReturn.$inferSelect

export async function insertReturn(tx: Tx, row: typeof contentReturn.$inferInsert): Promise<void> {
  await tx.insert(contentReturn).values(row)
}

/** The last return of an object. */
export async function lastReturn(db: DbOrTx, objectId: string): Promise<ReturnRow | null> {
  const where = eq(contentReturn.objectId, objectId)
  const [row] = await db.select().from(contentReturn).where(where).orderBy(desc(contentReturn.id)).limit(1)
  return row ?? null
}
