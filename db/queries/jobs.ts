import { sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../client.ts'

/** The jobs of the platform; each is idempotent, for it may run twice. */
export interface JobPayloads {
  deliverMail: { notificationId: string }
}
export type JobName = keyof JobPayloads

/** Queues a job in the caller's transaction: it exists exactly when the deed was committed. */
export async function addJob<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N]): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := 10)`,
  )
}

/** Jobs that were tried as often as they may be; the bureau sees them. */
export async function countDeadJobs(db: DbOrTx): Promise<number> {
  const [row] = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from graphile_worker.jobs where attempts >= max_attempts`,
  )
  return row?.n ?? 0
}
