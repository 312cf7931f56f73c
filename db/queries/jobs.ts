import { type SQL, sql } from 'drizzle-orm'
import type { Changed } from '../../app/domain/saved-searches/change.ts'
import type { SearchRhythm } from '../../app/domain/saved-searches/kept.ts'
import type { Db, DbOrTx, Tx } from '../client.ts'

/** The jobs of the platform; each is idempotent, for it may run twice. */
export interface JobPayloads {
  deliverMail: { notificationId: string }
  /** A letter to an address, sealed. */
  sendLetter: { sealed: string }
  /** Somebody wants to join or has forgotten a password, sealed. */
  answerWish: { sealed: string }
  /** A file waits for the virus scanner. */
  scanFile: { fileId: string }
  /** The text of a file, for search. */
  readFile: { fileId: string }
  /** The rows of an import that wait. */
  runImport: { importId: string }
  /** The drafts of an import that wait to be submitted. */
  runSubmissions: { importId: string }
  /** The documents that a version of the concept table changes. */
  reindexConcepts: { version: number }
  /** An object has become public, or what it says has changed: whose saved search does it answer? */
  alertSearches: Changed
  /** What waits to be mailed for one saved search. */
  sendSearchLetter: { savedSearchId: string; rhythm: Exclude<SearchRhythm, 'inApp'> }
  /** A scenario or a product has become public or closed, or what it says has changed: who fits it now? */
  matchScenario: { id: string }
  matchProduct: { id: string }
  /** Pairs whose product has come among the first of the scenario's list; lists of one key are joined. */
  tellRisen: { scenarioId: string; productId: string }[]
  /** What all scores rest on has changed. */
  matchAll: Record<string, never>
  /** What waits to be mailed to one person about matches. */
  sendMatchLetter: { accountId: string; rhythm: Exclude<SearchRhythm, 'inApp'> }
}
export type JobName = keyof JobPayloads

/** Queues a job in the caller's transaction: it exists exactly when the deed was committed. */
export async function addJob<N extends JobName>(
  tx: Tx,
  name: N,
  payload: JobPayloads[N],
  { afterSeconds = 0 }: { afterSeconds?: number } = {},
): Promise<void> {
  await tx.execute(
    sql`select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := 10,
      run_at := now() + make_interval(secs => ${afterSeconds}::int))`,
  )
}

/** Queues a job once under this key, some seconds ahead: what comes until then goes with it. */
export async function addJobSoon<N extends JobName>(
  tx: Tx,
  name: N,
  { payload, key, seconds }: { payload: JobPayloads[N]; key: string; seconds: number },
): Promise<void> {
  await tx.execute(sql`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := 10,
      job_key := ${key}, job_key_mode := 'preserve_run_at', run_at := now() + make_interval(secs => ${seconds}))`)
}

/**
 * Queues the matching of one object, once until it begins, or of everything. These jobs stand in one line of their own:
 * a thousand products that come out at once keep no letter waiting.
 */
export async function addMatchJob(
  tx: DbOrTx,
  name: 'matchScenario' | 'matchProduct' | 'matchAll',
  id?: string,
): Promise<void> {
  const payload = id === undefined ? {} : { id }
  await tx.execute(sql`
    select graphile_worker.add_job(${name}, ${JSON.stringify(payload)}::json, max_attempts := 10,
      queue_name := 'matches', job_key := ${id === undefined ? name : `${name}:${id}`})`)
}

/** Jobs that nobody will do any more, or that should have been done an hour ago. */
export async function lateJobs(db: DbOrTx): Promise<string[]> {
  const [found] = await db.execute<{ there: boolean }>(
    sql`select to_regclass('graphile_worker.jobs') is not null as there`,
  )
  if (!found?.there) return []
  const rows = await db.execute<{ said: string }>(sql`
    select 'job ' || id || ' (' || task_identifier || ') '
      || case when attempts >= max_attempts then 'has failed for good: ' || coalesce(last_error, '')
        else 'waits since ' || run_at end as said
    from graphile_worker.jobs
    where attempts >= max_attempts or (locked_at is null and run_at < now() - interval '1 hour')
    order by id`)
  return rows.map(row => row.said)
}

/** The name under which workers hold their lines to the database. */
export const workerName = 'robot-plus-worker'

/** Any number will do, as long as all workers take the same: the advisory locks of workers are apart from others. */
const workers = 4_602_313

/** The lock of one worker, by the name that it writes on the jobs in its hand. */
const lockOf = (id: SQL | string) => sql`${workers}::int, hashtext(${id})`

/**
 * 存活凭据: held by this line until the line ends, however it ends; a worker takes no job without it. Waits for a moment
 * when others are just asking whether it is held.
 */
export async function holdWorkerLock(db: DbOrTx, id: string): Promise<void> {
  await db.execute(sql`select pg_advisory_lock(${lockOf(id)})`)
}

/**
 * Gives back the jobs of workers that died in the middle of them, at once: those whose lock nobody holds. A worker that
 * lives keeps its jobs, however long they take. graphile-worker itself would wait four hours. Answers how many workers
 * were dead.
 */
export async function releaseAbandonedJobs(db: Db): Promise<number> {
  return db.transaction(async tx => {
    // A named queue may still be in the hand of a worker whose job is gone.
    const rows = await tx.execute<{ id: string }>(sql`
      select id from (
        select locked_by as id from graphile_worker._private_jobs where locked_by is not null
        union select locked_by from graphile_worker._private_job_queues where locked_by is not null
      ) w where pg_try_advisory_xact_lock(${lockOf(sql`w.id`)})`)
    const dead = rows.map(row => row.id)
    if (dead.length > 0)
      await tx.execute(
        sql`select graphile_worker.force_unlock_workers(${sql`array[${sql.join(
          dead.map(id => sql`${id}`),
          sql`, `,
        )}]::text[]`})`,
      )
    return dead.length
  })
}
