import { type LogFunctionFactory, Logger, parseCronItems, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import { beginAsWorker } from '#services/abandoned-jobs.ts'
import { answerWish } from '#services/accounts/links.ts'
import { tidy } from '#services/accounts/tidy.ts'
import { openVault } from '#services/vault.ts'
import { deliverMail, sealedIn, sendDigests, sendLetter } from './jobs.ts'
import type { Mailer } from './mailer.ts'

interface Workshop {
  databaseUrl: string
  publicOrigin: string
  secret: string
  db: Db
  search: SearchEngine
  mailer: Mailer
  log: Log
}

/** The job worker: part of `npm start`, or alone as `npm run worker`, any number of them side by side. */
export async function startWorker({
  databaseUrl,
  publicOrigin,
  secret,
  db,
  search,
  mailer,
  log,
}: Workshop): Promise<{ stop(): Promise<void> }> {
  await search.prepare()
  const vault = openVault(secret)
  const desk = { db, mailer, publicOrigin, vault, now: () => new Date() }
  const runner = await run({
    connectionString: await beginAsWorker(db, databaseUrl),
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(quietly(log)),
    // Every hour what is over is swept out; every morning the day's letters go.
    parsedCronItems: parseCronItems([
      { task: 'tidy', match: '17 * * * *' },
      // 08:00 in Beijing.
      { task: 'sendDigests', match: '0 0 * * *' },
    ]),
    taskList: {
      deliverMail: payload => deliverMail(desk, payload),
      sendLetter: payload => sendLetter(desk, payload),
      answerWish: payload => answerWish(desk, sealedIn(payload)),
      tidy: () => tidy(db),
      sendDigests: () => sendDigests(desk),
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
