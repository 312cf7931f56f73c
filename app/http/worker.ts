import { type LogFunctionFactory, Logger, run } from 'graphile-worker'
import type { Logger as Log } from 'pino'
import type { Db } from '#db/client.ts'
import type { SearchEngine } from '#search/engine.ts'
import { beginAsWorker, relieveDeadWorkers } from '#services/abandoned-jobs.ts'
import { answerWish } from '#services/accounts/links.ts'
import { tidy } from '#services/accounts/tidy.ts'
import { sealAudit } from '#services/audit/seal.ts'
import { databaseClock } from '#services/clock.ts'
import { reindexConcepts, versionIn } from '#services/concepts/reindex.ts'
import { tidyShown } from '#services/exposure/tidy.ts'
import { readFile, scanFile } from '#services/files/jobs.ts'
import type { Scanner } from '#services/files/scanner.ts'
import type { FileStore } from '#services/files/store.ts'
import { tidyFiles } from '#services/files/tidy.ts'
import { importIdIn, runImport } from '#services/imports/run.ts'
import { runSubmissions } from '#services/imports/run-submissions.ts'
import { lapseTalks } from '#services/introductions/lapse.ts'
import { countMarket } from '#services/market/count.ts'
import { orderMatchLetters, sendMatchLetter } from '#services/matches/letter.ts'
import { matchProduct, matchScenario } from '#services/matches/refresh.ts'
import { matchAll, orderFirstMatching } from '#services/matches/refresh-all.ts'
import { tellRisen } from '#services/matches/risen.ts'
import { renewBasis } from '#services/matching/basis.ts'
import type { EmbedderChoice } from '#services/meaning/open.ts'
import { renewAllMeanings } from '#services/meaning/renew.ts'
import { remindOfDocuments } from '#services/organizations/remind.ts'
import { remindOfCovers } from '#services/pilots/remind.ts'
import { remindOfCertificates } from '#services/products/remind.ts'
import { alertSearches } from '#services/saved-searches/alert.ts'
import { orderSearchLetters, sendSearchLetter } from '#services/saved-searches/letter.ts'
import { openVault } from '#services/vault.ts'
import { keepHead } from './audit-heads.ts'
import { spoolOf } from './files.ts'
import { deliverMail, sealedIn, sendDigests, sendLetter } from './jobs.ts'
import { openLifeline } from './lifeline.ts'
import type { Mailer } from './mailer.ts'
import { matchLetterOf } from './match-letters.ts'
import { searchLetterOf } from './search-letters.ts'

/** The audit's head is signed and what is over swept out every hour, the day's letters go at 08:00 in Beijing; UTC. */
const timetable = [
  '7 * * * * sealAudit ?fill=1h&max=5',
  '17 * * * * tidy',
  // What a worker had in hand when it died is somebody else's within the minute.
  '* * * * * relieveDeadWorkers ?max=1',
  // What scores take from the market as a whole is published anew once enough of it has changed.
  '27 * * * * matchBasis ?fill=1h&max=5',
  // What the market lacks, for the bureau's page; a new installation need not wait for the hour.
  '37 * * * * countMarket ?fill=1h&max=3',
  // 02:50 in Beijing; a night that the worker slept through is made up for.
  '50 18 * * * renewMeanings ?fill=1d&max=5',
  '0 0 * * * sendDigests ?fill=12h',
  '0 0 * * * orderSearchLetters ?id=searchesDaily&fill=12h {rhythm:"daily"}',
  // Mondays; a morning that the worker slept through is made up for within the week.
  '0 0 * * 1 orderSearchLetters ?id=searchesWeekly&fill=6d {rhythm:"weekly"}',
  '0 0 * * * orderMatchLetters ?id=matchesDaily&fill=12h {rhythm:"daily"}',
  '0 0 * * 1 orderMatchLetters ?id=matchesWeekly&fill=6d {rhythm:"weekly"}',
  // A call's deadline is a minute of its own; what nobody answered is over soon after it.
  '*/5 * * * * lapseTalks ?max=3',
  // 09:00 in Beijing; a day that the worker slept through is made up for.
  '0 1 * * * remindOfDocuments ?fill=1d',
  // 03:30 in Beijing: a second search engine's documents are compared with the database's, one by one.
  '30 19 * * * indexDocuments ?queue=search&max=5 {reconcile:true}',
].join('\n')

interface Workshop {
  databaseUrl: string
  publicOrigin: string
  db: Db
  search: SearchEngine
  files: FileStore
  scanner: Scanner | null
  embedder: EmbedderChoice | undefined
  mailer: Mailer
  log: Log
  /** Opens sealed orders, and signs the audit chain's head; what is signed lies in `dataDir` too. */
  secret: string
  dataDir: string
}

/** The job worker: part of `npm start`, or alone as `npm run worker`, any number of them side by side. */
export async function startWorker({
  databaseUrl,
  publicOrigin,
  db,
  search,
  files,
  scanner,
  embedder,
  mailer,
  log,
  secret,
  dataDir,
}: Workshop): Promise<{ stop(): Promise<void> }> {
  await search.prepare()
  const vault = openVault(secret)
  const desk = { db, mailer, publicOrigin, vault, now: () => new Date() }
  const fileDesk = { db, files, scanner, search, spool: spoolOf(dataDir), now: desk.now }
  const onProblem = (error: unknown) => log.error({ err: error }, 'beside a job')
  const rooms = { db, clock: databaseClock, search, vault, files, embedder, onProblem }
  const jobDesk = { ...rooms, scansFiles: scanner !== null }
  const matchPost = { write: matchLetterOf(publicOrigin), send: mailer.send }
  const searchPost = { write: searchLetterOf(publicOrigin), send: mailer.send }
  const lifeline = openLifeline(databaseUrl)
  const runner = await run({
    ...lifeline.options,
    connectionString: await beginAsWorker(db, databaseUrl),
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(quietly(log)),
    crontab: timetable,
    taskList: {
      deliverMail: payload => deliverMail(desk, payload),
      sendLetter: payload => sendLetter(desk, payload),
      answerWish: payload => answerWish(desk, sealedIn(payload)),
      matchBasis: async () => {
        await renewBasis(db)
      },
      renewMeanings: () => renewAllMeanings(desk, embedder),
      tidy: async () => {
        await tidy(db)
        await tidyFiles(fileDesk)
        await tidyShown(db, desk.now())
      },
      countMarket: async () => {
        await countMarket(db, desk.now())
      },
      reindexConcepts: payload => reindexConcepts({ db, search, now: desk.now }, versionIn(payload)),
      runImport: payload => runImport(jobDesk, importIdIn(payload)),
      runSubmissions: payload => runSubmissions(jobDesk, importIdIn(payload)),
      alertSearches: async payload => {
        await alertSearches(jobDesk, payload)
      },
      sendSearchLetter: payload => sendSearchLetter(jobDesk, searchPost, payload),
      orderSearchLetters: payload => orderSearchLetters(db, payload),
      matchScenario: async payload => {
        await matchScenario(jobDesk, payload)
      },
      matchProduct: async payload => {
        await matchProduct(jobDesk, payload)
      },
      tellRisen: async payload => {
        await tellRisen(jobDesk, payload)
      },
      matchAll: async () => {
        await matchAll(jobDesk)
      },
      sendMatchLetter: payload => sendMatchLetter(jobDesk, matchPost, payload),
      orderMatchLetters: payload => orderMatchLetters(db, payload),
      lapseTalks: async () => {
        await lapseTalks(jobDesk)
      },
      scanFile: payload => scanFile(fileDesk, payload),
      readFile: payload => readFile(fileDesk, payload),
      sendDigests: () => sendDigests(desk),
      relieveDeadWorkers: () => relieveDeadWorkers(db),
      sealAudit: async () => {
        await sealAudit(db, { secret, now: new Date(), keep: seal => keepHead(dataDir, seal) })
      },
      remindOfDocuments: async () => {
        await remindOfDocuments(db, desk.now())
        await remindOfCovers(db, desk.now())
        await remindOfCertificates(db, desk.now())
      },
      ...search.tasks,
    },
  })
  await orderFirstMatching(db)
  if (search.reconcile) {
    const once = { queueName: 'search', jobKey: 'reconcile', maxAttempts: 5 }
    await runner.addJob('indexDocuments', { reconcile: true }, once)
  }
  return {
    async stop() {
      await runner.stop()
      await lifeline.end()
    },
  }
}

/** The worker's own lines, without payloads; routine chatter stays at debug. */
const quietly =
  (log: Log): LogFunctionFactory =>
  () =>
  (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ worker: true }, message)
    else log.debug({ worker: true }, message)
  }
