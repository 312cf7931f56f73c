import { type LogFunctionFactory, Logger, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import { beginAsWorker } from '#services/abandoned-jobs.ts'
import { sealAudit } from '#services/audit/seal.ts'
import { keepHead } from './audit-heads.ts'
import { deliverMail } from './jobs.ts'
import type { Mailer } from './mailer.ts'

interface Workshop {
  databaseUrl: string
  publicOrigin: string
  db: Db
  search: SearchEngine
  mailer: Mailer
  log: Log
  /** Signs the audit chain's head; what is signed lies in `dataDir` too. */
  secret: string
  dataDir: string
}

/** The job worker: part of `npm start`, or alone as `npm run worker`, any number of them side by side. */
export async function startWorker({
  databaseUrl,
  publicOrigin,
  db,
  search,
  mailer,
  log,
  secret,
  dataDir,
}: Workshop): Promise<{ stop(): Promise<void> }> {
  await search.prepare()
  const desk = { db, mailer, publicOrigin, now: () => new Date() }
  const runner = await run({
    connectionString: await beginAsWorker(db, databaseUrl),
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    // Hourly, and once for an hour that passed while nobody worked.
    crontab: '7 * * * * sealAudit ?fill=1h&max=5\n',
    logger: new Logger(quietly(log)),
    taskList: {
      deliverMail: payload => deliverMail(desk, payload),
      sealAudit: async () => {
        await sealAudit(db, { secret, now: new Date(), keep: seal => keepHead(dataDir, seal) })
      },
      ...search.tasks,
    },
  })
  return { stop: () => runner.stop() }
}

/** The worker's own lines, without payloads; routine chatter stays at debug. */
const quietly =
  (log: Log): LogFunctionFactory =>
  () =>
  (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ worker: true }, message)
    else log.debug({ worker: true }, message)
  }
