import { z } from 'zod'
import type { Db, Tx } from '#db/client.ts'
import { addJobSoon } from '#db/queries/jobs.ts'
import { insertDelivery, setMailed } from '#db/queries/notifications.ts'
import type { AlertRow } from '#db/queries/search-alerts.ts'
import { findLetterSearch, listDueSearches, lockUnsent } from '#db/queries/search-alerts.ts'
import type { AlertFact } from '#domain/saved-searches/change.ts'
import type { FitReason } from '#domain/saved-searches/fit.ts'
import type { KeptAddress, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { keptAddress } from '#domain/saved-searches/kept.ts'
import { id } from '#domain/shared/id-schemas.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { loadReader } from '../accounts/actor.ts'
import type { Context } from '../context.ts'
import { handOver, type Letter } from '../notifications/deliver.ts'
import { hydrate } from '../search/hydrate.ts'
import { engineQuery } from '../search/query.ts'
import { titleOf } from '../search/titles.ts'
import type { AlertDesk } from './alert.ts'
import { letterKey } from './nouns.ts'
import { stopTokenFor } from './stop.ts'

/** A letter about one saved search, as the letter writer gets it; words and addresses are the edge's affair. */
export interface SearchLetter {
  to: string
  locale: Locale
  name: string
  search: { name: string; address: KeptAddress; rhythm: SearchRhythm; savedAt: Date }
  alerts: { id: string; title: string; fact: AlertFact; reasons: readonly FitReason[] }[]
  stopToken: string
}

export interface SearchPost {
  write(letter: SearchLetter): Letter
  send(tx: Tx, letter: Letter): Promise<void>
}

const Job = z.object({ savedSearchId: id.savedSearch, rhythm: z.enum(['each', 'daily', 'weekly']) })

/** What goes into one letter; more follows in the next one. */
const mostAlerts = 100

// public: a job of the platform; the alerts were addressed by the job that found them
/**
 * One letter with what is new to one search. Everything is judged again as it is now: what was withdrawn or does not
 * fit its reader any more is left out, and nothing is sent when the search was paused or its mail stopped meanwhile.
 */
export async function sendSearchLetter(desk: AlertDesk, post: SearchPost, payload: unknown): Promise<void> {
  const { savedSearchId, rhythm } = Job.parse(payload)
  await desk.db.transaction(async tx => {
    const found = await findLetterSearch(tx, savedSearchId)
    if (!found) return
    const waiting = await lockUnsent(tx, savedSearchId, mostAlerts)
    const { search } = found
    const silent = search.status === 'paused' || search.rhythm === 'inApp'
    if (waiting.length === 0 || (!silent && search.rhythm !== rhythm)) return
    const now = new Date()
    const fitting = silent ? [] : await stillFitting(desk, { ...found, waiting, now })
    const sent = new Set(fitting.map(({ alert }) => alert.id))
    const outcome =
      fitting.length === 0 ? silenced : await handOver(tx, post, post.write(letterOf(desk, found, fitting)))
    for (const { id: alertId, notificationId } of waiting) {
      await insertDelivery(tx, { notificationId, ...(sent.has(alertId) ? outcome : silenced), at: now })
      await setMailed(tx, notificationId, now)
    }
    if (waiting.length === mostAlerts) await orderLetter(tx, savedSearchId, rhythm)
  })
}

const silenced = { outcome: 'silenced' as const, answer: null }

type Found = NonNullable<Awaited<ReturnType<typeof findLetterSearch>>>
interface Standing {
  alert: AlertRow
  title: string
}

/** Of what waits, what its reader would find at this moment; an object of which two things are new stands once. */
async function stillFitting(
  desk: AlertDesk,
  { search, waiting, now }: Found & { waiting: readonly AlertRow[]; now: Date },
): Promise<Standing[]> {
  const { actor } = await loadReader(desk.db, { accountId: search.accountId, provedAt: now })
  const ctx: Context = { ...desk, actor, now, requestId: `letter ${search.id}` }
  const latest = new Map(waiting.map(alert => [alert.objectId, alert]))
  const ids = [...latest.keys()]
  const query = engineQuery(ctx, keptAddress(search.search))
  const { hits } = await ctx.search.search({ ...query, ids, limit: ids.length })
  const rows = await hydrate(
    ctx,
    search.index,
    hits.map(hit => hit.id),
  )
  const titles = new Map(rows.map(found => [found.row.id as string, titleOf(found)]))
  return ids.flatMap(objectId => {
    const [alert, title] = [latest.get(objectId), titles.get(objectId)]
    return alert && title !== undefined ? [{ alert, title }] : []
  })
}

function letterOf({ vault }: AlertDesk, found: Found, fitting: readonly Standing[]): SearchLetter {
  const { search, email: to, locale, name } = found
  return {
    ...{ to, locale, name },
    search: {
      name: search.name,
      address: keptAddress(search.search),
      rhythm: search.rhythm,
      savedAt: search.createdAt,
    },
    alerts: fitting.map(({ alert, title }) => ({
      ...{ id: alert.objectId, title },
      ...{ fact: alert.fact, reasons: alert.reasons },
    })),
    stopToken: stopTokenFor(vault, search.id),
  }
}

async function orderLetter(
  tx: Tx,
  savedSearchId: AlertRow['savedSearchId'],
  rhythm: Exclude<SearchRhythm, 'inApp'>,
): Promise<void> {
  const key = letterKey(savedSearchId)
  await addJobSoon(tx, 'sendSearchLetter', { payload: { savedSearchId, rhythm }, key, seconds: 0 })
}

const Digest = z.object({ rhythm: z.enum(['daily', 'weekly']) })

// public: a job of the platform, by the timetable
/** 每日汇总 and 每周汇总: a letter for each search with something new, each a job of its own. */
export async function orderSearchLetters(db: Db, payload: unknown): Promise<void> {
  const { rhythm } = Digest.parse(payload)
  for (const savedSearchId of await listDueSearches(db, rhythm))
    await db.transaction(tx => orderLetter(tx, savedSearchId, rhythm))
}
