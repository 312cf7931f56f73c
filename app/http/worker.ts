import { type LogFunctionFactory, Logger, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import { beginAsWorker } from '#services/abandoned-jobs.ts'
import { remindOfDocuments } from '#services/organizations/remind.ts'
import { deliverMail, mailInvitation } from './jobs.ts'
import type { Mailer } from './mailer.ts'

interface Workshop {
  databaseUrl: string
  publicOrigin: string
  db: Db
  search: SearchEngine
  mailer: Mailer
  log: Log
}

/** Each morning at nine in Beijing (01:00 UTC); a day that the worker slept through is made up for. */
const daily = '0 1 * * * remindOfDocuments ?fill=1d'

/** The job worker: part of `npm start`, or alone as `npm run worker`, any number of them side by side. */
export async function startWorker({
  databaseUrl,
  publicOrigin,
  db,
  search,
  mailer,
  log,
}: Workshop): Promise<{ stop(): Promise<void> }> {
  await search.prepare()
  const desk = { db, mailer, publicOrigin, now: () => new Date() }
  const runner = await run({
    connectionString: await beginAsWorker(db, databaseUrl),
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(quietly(log)),
    crontab: daily,
    taskList: {
      deliverMail: payload => deliverMail(desk, payload),
      mailInvitation: payload => mailInvitation(desk, payload),
      remindOfDocuments: async () => {
        await remindOfDocuments(db, desk.now())
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
