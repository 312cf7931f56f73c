import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { Logger, runOnce } from 'graphile-worker'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'

/**
 * Runs an engine's jobs until none is due. One run is not enough: a worker that looks for the next job of a queue before
 * the last one has let go of it finds none and ends.
 */
export async function workOff({ db, url }: { db: Db; url: string }, engine: SearchEngine): Promise<void> {
  for (;;) {
    await runOnce({
      connectionString: url,
      taskList: { ...engine.tasks },
      logger: new Logger(() => () => {}),
      noHandleSignals: true,
    })
    const [due] = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from graphile_worker.jobs
      where run_at <= clock_timestamp() and attempts < max_attempts and task_identifier = 'indexDocuments'`)
    if (!due || due.n === 0) return
    await pause(20)
  }
}
