import type { Db } from '#db/client.ts'
import { holdWorkerLock, releaseAbandonedJobs, workerName } from '#db/queries/jobs.ts'

// public: the worker puts its own house in order before it takes work; nobody asks for it
/** Gives back the jobs of workers that died in the middle of them, and has this worker's lines named as a worker's. */
export async function beginAsWorker(db: Db, databaseUrl: string): Promise<string> {
  await releaseAbandonedJobs(db)
  const url = new URL(databaseUrl)
  url.searchParams.set('application_name', workerName)
  return url.href
}

// public: a job of the platform
/** The same while others work: a dead colleague's jobs do not wait for somebody's start. */
export async function relieveDeadWorkers(db: Db): Promise<void> {
  await releaseAbandonedJobs(db)
}

// public: a worker's own sign of life
/** Says by this line that the worker of this name is alive, for as long as the line holds. */
export function signOfLife(line: Db, workerId: string): Promise<void> {
  return holdWorkerLock(line, workerId)
}
