import type { Db } from '#db/client.ts'
import { releaseAbandonedJobs, workerName } from '#db/queries/jobs.ts'

// public: the worker puts its own house in order before it takes work; nobody asks for it
/** Gives back the jobs of workers that died in the middle of them, and has this worker's lines named as a worker's. */
export async function beginAsWorker(db: Db, databaseUrl: string): Promise<string> {
  await releaseAbandonedJobs(db)
  const url = new URL(databaseUrl)
  url.searchParams.set('application_name', workerName)
  return url.href
}
