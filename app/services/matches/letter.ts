import { z } from 'zod'
import type { Db, Tx } from '#db/client.ts'
import { addJobSoon } from '#db/queries/jobs.ts'
import { type AlertLine, linesOf } from '#db/queries/match-alerts.ts'
import { findLetterReader, listDueReaders, lockUnsentNotices } from '#db/queries/match-letters.ts'
import { insertDelivery, setMailed } from '#db/queries/notifications.ts'
import { isStillFirst, type MatchParty } from '#domain/matches/news.ts'
import type { MatchReason } from '#domain/matches/words.ts'
import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import { id } from '#domain/shared/id-schemas.ts'
import type { AccountId, OrganizationId } from '#domain/shared/ids.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { handOver, type Letter } from '../notifications/deliver.ts'
import type { MatchDesk } from './judge.ts'
import { onePerPair, otherTitle, ownTitle } from './notice.ts'
import { stopMatchesTokenFor } from './stop.ts'
import { letterKey } from './tell.ts'

/** What is new for one of the reader's objects. */
export interface LetterPart {
  party: MatchParty
  /** The reader's own scenario or product. */
  id: string
  title: string
  partners: { id: string; title: string; organization: string; reasons: readonly MatchReason[] }[]
}

/** A letter about new matches, as the letter writer gets it; words and addresses are the edge's affair. */
export interface MatchLetter {
  to: string
  locale: Locale
  name: string
  rhythm: SearchRhythm
  parts: LetterPart[]
  stopToken: string
}

export interface MatchPost {
  write(letter: MatchLetter): Letter
  send(tx: Tx, letter: Letter): Promise<void>
}

const Job = z.object({ accountId: id.account, rhythm: z.enum(['each', 'daily', 'weekly']) })

/** Notices, one for each of the reader's objects, that go into one letter; more follows in the next one. */
const mostNotices = 200

// public: a job of the platform; the notices were addressed by the job that found the matches
/**
 * One letter with what is new for all objects of one person. Everything is judged again as it is now: a pair that is
 * not public, open or among the best any more is left out, and what belongs to an organisation the reader has left.
 */
export async function sendMatchLetter(desk: MatchDesk, post: MatchPost, payload: unknown): Promise<void> {
  const { accountId, rhythm } = Job.parse(payload)
  await desk.db.transaction(async tx => {
    const reader = await findLetterReader(tx, accountId)
    if (reader?.rhythm !== rhythm) return
    const notices = await lockUnsentNotices(tx, accountId, mostNotices)
    if (notices.length === 0) return
    const lines = await linesOf(
      tx,
      notices.map(notice => notice.id),
    )
    const fitting = stillFitting(lines, reader.organizationIds)
    const sent = new Set(fitting.map(({ alert }) => alert.notificationId))
    const { email: to, locale, name } = reader
    const letter = { to, locale, name, rhythm, parts: partsOf(fitting) }
    const stopToken = stopMatchesTokenFor(desk.vault, accountId)
    const outcome =
      sent.size === 0 ? silenced : await handOver(tx, post, post.write({ ...letter, stopToken }))
    const at = new Date()
    for (const { id: notificationId } of notices) {
      await insertDelivery(tx, { notificationId, ...(sent.has(notificationId) ? outcome : silenced), at })
      await setMailed(tx, notificationId, at)
    }
    if (notices.length === mostNotices) await orderLetter(tx, accountId, rhythm)
  })
}

const silenced = { outcome: 'silenced' as const, answer: null }

function stillFitting(lines: readonly AlertLine[], own: readonly OrganizationId[]): AlertLine[] {
  return onePerPair(lines).filter(
    ({ alert, ownerId, standing }) =>
      standing !== null && own.includes(ownerId) && isStillFirst(alert.party, standing),
  )
}

function partsOf(lines: readonly AlertLine[]): LetterPart[] {
  const parts = new Map<string, LetterPart>()
  for (const line of lines) {
    const { party, scenarioId, productId, reasons } = line.alert
    const [own, other] = party === 'demand' ? [scenarioId, productId] : [productId, scenarioId]
    const part = parts.get(own) ?? { party, id: own, title: ownTitle(line), partners: [] }
    part.partners.push({ id: other, title: otherTitle(line), organization: line.organization, reasons })
    parts.set(own, part)
  }
  return [...parts.values()]
}

async function orderLetter(
  tx: Tx,
  accountId: AccountId,
  rhythm: Exclude<SearchRhythm, 'inApp'>,
): Promise<void> {
  const key = letterKey(accountId)
  await addJobSoon(tx, 'sendMatchLetter', { payload: { accountId, rhythm }, key, seconds: 0 })
}

const Digest = z.object({ rhythm: z.enum(['daily', 'weekly']) })

// public: a job of the platform, by the timetable
/** 每日汇总 and 每周汇总: one letter for each reader with something new, each a job of its own. */
export async function orderMatchLetters(db: Db, payload: unknown): Promise<void> {
  const { rhythm } = Digest.parse(payload)
  for (const accountId of await listDueReaders(db, rhythm))
    await db.transaction(tx => orderLetter(tx, accountId, rhythm))
}
