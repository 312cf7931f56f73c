import { sql } from 'drizzle-orm'
import type { DbOrTx, Tx } from '../client.ts'

/** The jobs of the platform; each is idempotent, for it may run twice. */
export interface JobPayloads {
  deliverMail: { notificationId: string }
  mailInvitation: { invitationId: string }
}
export type JobName = keyof JobPayloads

/** Queues a job in the caller's transaction: it exists exactly when the deed was committed. */
export async function addJob<N extends JobName>(tx: Tx, name: N, payload: JobPayloads[N]): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := 10)`,
  )
}

/** The name under which workers hold their lines to the database; a worker that has such a line is alive. */
export const workerName = 'robot-plus-worker'

/**
 * Gives back the jobs of workers that died in the middle of them: with no worker alive all jobs in hand, else those
 * in hand for ten minutes. graphile-worker itself would wait four hours.
 */
export async function releaseAbandonedJobs(db: DbOrTx): Promise<void> {
  await db.execute(sql`
    select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker.jobs
      where locked_by is not null and (locked_at < now() - interval '10 minutes' or not exists (
        select from pg_stat_activity
        where datname = current_database() and application_name = ${workerName}))))`)
}
