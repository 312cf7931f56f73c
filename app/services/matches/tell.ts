import type { Tx } from '#db/client.ts'
import { addJobSoon } from '#db/queries/jobs.ts'
import { findOpenNotice, holdTellable, insertMatchAlerts, listToldPairs } from '#db/queries/match-alerts.ts'
import { listMatchReaders, type MatchReader } from '#db/queries/match-letters.ts'
import type { StoredMatch } from '#db/queries/matches.ts'
import { insertDelivery, insertNotifications, setMailed } from '#db/queries/notifications.ts'
import { factOf, type MatchFact, type MatchParty, toldOfOne } from '#domain/matches/news.ts'
import { reasonsToTell } from '#domain/matches/words.ts'
import type { ExplainedMatch } from '#domain/matching/match.ts'
import type { AccountId, OrganizationId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { noticeOf, sayAgain } from './notice.ts'

/** A pair as it stands, why, and who is to hear of it. */
export interface Told {
  match: ExplainedMatch
  after: StoredMatch
  parties: readonly MatchParty[]
}

/** What one person is to hear of one pair. */
interface News {
  reader: MatchReader
  party: MatchParty
  pair: Told
  fact: MatchFact
}

// public: a job of the platform; both parties hear of what anybody may see
/**
 * Tells the people of both parties, in the transaction that keeps the pairs, and each of them once for ever of each
 * fact. All pairs of one object go into one notice until it is read or mailed: however many products come out at once,
 * a scenario's people find one line. Answers how many notices were written or grew.
 */
export async function tellMatches(tx: Tx, ctx: Context, pairs: readonly Told[]): Promise<number> {
  const due = pairs.flatMap(pair => pair.parties.map(party => ({ pair, party })))
  if (due.length === 0) return 0
  const held = await holdTellable(tx, [...new Set(due.map(({ pair }) => pair.after))])
  const byKey = new Map(held.map(each => [keyOf(each), each]))
  const readers = await listMatchReaders(tx, [
    ...new Set(held.flatMap(({ demand, supply }) => [demand.id, supply.id])),
  ])
  const news = bestOfEach(due, ({ pair, party }) => byKey.get(keyOf(pair.after))?.[party].id).flatMap(
    ({ organizationId, pair, party }): News[] =>
      readers
        .filter(reader => reader.organizationId === organizationId)
        .map(reader => ({ reader, party, pair, fact: factOf(pair.after) })),
  )
  const fresh = await unheard(tx, news)
  const notices: string[] = []
  for (const group of grouped(fresh)) notices.push(await tellOne(tx, ctx, group))
  await sayAgain(tx, notices, ctx.now)
  return notices.length
}

interface Due {
  pair: Told
  party: MatchParty
}

/** With whose it is to hear of it: of one partner each organisation hears for the best few of its objects. */
function bestOfEach(
  due: readonly Due[],
  ownerOf: (due: Due) => OrganizationId | undefined,
): (Due & { organizationId: OrganizationId })[] {
  const told = new Map<string, number>()
  return due
    .toSorted((a, b) => b.pair.after.score - a.pair.after.score)
    .flatMap(each => {
      const organizationId = ownerOf(each)
      if (organizationId === undefined) return []
      const { scenarioId, productId } = each.pair.after
      const key = `${organizationId} ${each.party === 'demand' ? productId : scenarioId}`
      const before = told.get(key) ?? 0
      told.set(key, before + 1)
      return before < toldOfOne ? [{ ...each, organizationId }] : []
    })
}

const keyOf = ({ scenarioId, productId }: { scenarioId: string; productId: string }) =>
  `${scenarioId} ${productId}`

/** Without what was told before. Who heard that every must is met need not hear that some are to be confirmed. */
async function unheard(tx: Tx, news: readonly News[]): Promise<News[]> {
  if (news.length === 0) return []
  const told = await listToldPairs(
    tx,
    [...new Set(news.map(({ reader }) => reader.accountId))],
    [...new Set(news.map(({ pair }) => pair.after.productId))],
  )
  const heard = new Set(told.map(each => `${each.accountId} ${keyOf(each)} ${each.fact}`))
  return news.filter(({ reader, pair, fact }) => {
    const key = `${reader.accountId} ${keyOf(pair.after)}`
    return !heard.has(`${key} ${fact}`) && !heard.has(`${key} met`)
  })
}

/** By person and own object. */
function grouped(news: readonly News[]): News[][] {
  const groups = new Map<string, News[]>()
  for (const each of news) {
    const key = `${each.reader.accountId} ${ownId(each)}`
    groups.set(key, [...(groups.get(key) ?? []), each])
  }
  return [...groups.values()]
}

function ownId({ party, pair: { after } }: News): string {
  return party === 'demand' ? after.scenarioId : after.productId
}

/** Puts what is new into the person's notice of their object, a new one where the last was read or mailed. */
async function tellOne(tx: Tx, ctx: Context, group: readonly News[]): Promise<string> {
  const [first] = group
  if (!first) throw new Error('nothing to tell')
  const { reader, party } = first
  const { event, noun } = noticeOf[party]
  const objectId = ownId(first)
  const silent = reader.rhythm === 'inApp'
  const { accountId } = reader
  const open = await findOpenNotice(tx, { accountId, event, objectId, silent })
  const id = open ?? newFormKey()
  if (open === null) {
    const eventKey = `${event}:${objectId}:${id}`
    await insertNotifications(tx, [{ ...{ id, accountId, event, eventKey, noun, objectId }, params: {} }])
    await order(tx, reader, id, ctx.now)
  }
  await insertMatchAlerts(
    tx,
    group.map(({ pair: { match, after }, fact }) => ({
      ...{ accountId, scenarioId: after.scenarioId, productId: after.productId, fact, party },
      ...{ score: after.score, reasons: reasonsToTell(match), notificationId: id, at: ctx.now },
    })),
  )
  return id
}

/** What comes within these seconds goes into one letter, for those who want it at once. */
const collectSeconds = 60

export const letterKey = (id: AccountId) => `matchLetter:${id}`

/** The mail of a notice: a letter soon, the one of the day or of the week, or none. */
async function order(
  tx: Tx,
  { accountId, rhythm }: MatchReader,
  notificationId: string,
  at: Date,
): Promise<void> {
  if (rhythm === 'each') {
    const payload = { accountId, rhythm }
    await addJobSoon(tx, 'sendMatchLetter', { payload, key: letterKey(accountId), seconds: collectSeconds })
  } else if (rhythm === 'inApp') {
    await insertDelivery(tx, { notificationId, outcome: 'silenced', answer: null, at })
    await setMailed(tx, notificationId, at)
  }
}
