import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { addJobSoon } from '#db/queries/jobs.ts'
import { insertDelivery, insertNotifications, setMailed } from '#db/queries/notifications.ts'
import type { Keeper, NewAlert } from '#db/queries/search-alerts.ts'
import {
  findDocument,
  holdDocument,
  insertAlerts,
  listDistinctSearches,
  listTold,
  lockKeepers,
} from '#db/queries/search-alerts.ts'
import type { AlertFact } from '#domain/saved-searches/change.ts'
import { newsInWords } from '#domain/saved-searches/change.ts'
import type { Findable } from '#domain/saved-searches/fit.ts'
import { fitInWords } from '#domain/saved-searches/fit.ts'
import { indexNames } from '#domain/searching/address.ts'
import { visitor } from '#domain/shared/actor.ts'
import { both } from '#domain/shared/localized.ts'
import type { Visibility } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { candidates, type Fit, fitOf, type News } from './fits.ts'
import { letterKey, nounOf } from './nouns.ts'
import { readStored } from './stored.ts'

/** A context without its asker: each search is asked as its owner may see. */
export type AlertDesk = Omit<Context, 'actor' | 'now' | 'requestId'>

const Job = z.object({
  index: z.enum(indexNames),
  id: z.string(),
  fact: z.custom<AlertFact>(value => typeof value === 'string' && /^(published|changed:\d+)$/.test(value)),
  at: z.coerce.date(),
  before: z.custom<Findable>().nullable(),
})
type Job = z.infer<typeof Job>

/** Distinct searches that are judged together and told of in one transaction. */
const batch = 500
/** Searches that ask the database at the same time; the rest of its lines belong to readers. */
const abreast = 4

// public: a job of the platform; it tells people of what they may see anyhow
/**
 * Finds whose saved searches an object newly answers, and tells each once. The same search of many people is asked
 * once. A run that was killed half way begins again and tells nobody twice; it answers how many it told.
 */
export async function alertSearches(desk: AlertDesk, payload: unknown): Promise<number> {
  const job = Job.parse(payload)
  const { index, id, at: until } = job
  const stored = await findDocument(desk.db, index, id)
  // Withdrawn in the meantime: nothing to tell.
  if (!stored) return 0
  const news: News = {
    ...{ index, id, before: job.before, now: readStored(stored.content) },
    visibility: stored.visibility as Visibility[],
  }
  const ctx: Context = { ...desk, actor: visitor, now: new Date(), requestId: `alerts ${index}/${id}` }
  let told = 0
  let after = ''
  for (;;) {
    const searches = await listDistinctSearches(desk.db, { index, until, after, limit: batch })
    const fits = new Map<string, Fit>()
    await eachOf(await candidates(ctx, news, searches), async ({ digest, search }) => {
      const fit = await fitOf(ctx, news, search)
      if (fit) fits.set(digest, fit)
    })
    if (fits.size > 0) told += await desk.db.transaction(tx => tellKeepers(tx, { job, news, fits }))
    const last = searches.at(-1)
    if (!last || searches.length < batch) return told
    after = last.digest
  }
}

/** Some at a time, in order; the first failure ends it, and the job is tried again. */
async function eachOf<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let one = all[next++]; one !== undefined; one = all[next++]) await work(one)
  }
  await Promise.all(Array.from({ length: abreast }, lane))
}

interface Telling {
  job: Job
  news: News
  fits: ReadonlyMap<string, Fit>
}

async function tellKeepers(tx: Tx, { job, news, fits }: Telling): Promise<number> {
  const { index, id: objectId, at: until } = job
  // Whoever withdraws it either comes first, or finds and takes back what is told here.
  if (!(await holdDocument(tx, index, objectId))) return 0
  const keepers = await lockKeepers(tx, { digests: [...fits.keys()], index, until })
  const known = await listTold(tx, { ids: news.before ? keepers.map(keeper => keeper.id) : [], objectId })
  const due = keepers.flatMap((keeper): Due[] => {
    const fit = fits.get(keeper.digest)
    if (!fit || !maySee(keeper, news.visibility) || (fit.byWords && known.has(keeper.id))) return []
    return [{ keeper, fit, notificationId: newFormKey() }]
  })
  let told = 0
  for (let from = 0; from < due.length; from += batch)
    told += await tellSome(tx, { job, news }, due.slice(from, from + batch))
  return told
}

interface Due {
  keeper: Keeper
  fit: Fit
  notificationId: string
}

/** Notices, alerts and mail for those who have not been told this before; answers how many they were. */
async function tellSome(
  tx: Tx,
  { job: { index, id: objectId, fact, at }, news }: Pick<Telling, 'job' | 'news'>,
  due: readonly Due[],
): Promise<number> {
  const rows = due.map(({ keeper, fit, notificationId }) => ({
    ...{ id: notificationId, accountId: keeper.accountId, event: 'search.found' as const },
    eventKey: `search.found:${keeper.id}:${objectId}:${fact}`,
    ...{ noun: nounOf[index], objectId, params: paramsOf(keeper.name, news, { fit, fact }) },
  }))
  const fresh = new Set(await insertNotifications(tx, rows))
  const newly = due.filter(({ notificationId }) => fresh.has(notificationId))
  const alerts = newly.map(
    ({ keeper, fit: { reasons }, notificationId }): NewAlert => ({
      ...{ id: newFormKey(), savedSearchId: keeper.id, index, objectId, fact, reasons, notificationId, at },
    }),
  )
  await insertAlerts(tx, alerts)
  for (const { keeper, notificationId } of newly) await order(tx, keeper, notificationId)
  return newly.length
}

/** The owner's scope at this moment: what everybody sees, and what belongs to an organisation they are in now. */
function maySee({ organizationIds }: Keeper, visibility: readonly Visibility[]): boolean {
  return visibility.some(each => each === 'public' || organizationIds.some(id => each === `org:${id}`))
}

function paramsOf(search: string, { now }: News, { fit, fact }: { fit: Fit; fact: AlertFact }) {
  return {
    ...{ search, title: now.title },
    news: both({ zh: newsInWords(fact, 'zh'), en: newsInWords(fact, 'en') }),
    fit: both({ zh: fitInWords(fit.reasons, 'zh'), en: fitInWords(fit.reasons, 'en') }),
  }
}

/** What comes within these seconds goes into one letter: a bulk publication is not a hundred letters. */
const collectSeconds = 10

/** The mail of an alert: a letter soon, the letter of the day or the week, or none. */
async function order(tx: Tx, { id, rhythm }: Keeper, notificationId: string): Promise<void> {
  if (rhythm === 'each') {
    const payload = { savedSearchId: id, rhythm }
    await addJobSoon(tx, 'sendSearchLetter', { payload, key: letterKey(id), seconds: collectSeconds })
  } else if (rhythm === 'inApp') {
    const at = new Date()
    await insertDelivery(tx, { notificationId, outcome: 'silenced', answer: null, at })
    await setMailed(tx, notificationId, at)
  }
}
