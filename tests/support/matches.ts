import { and, asc, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { notification, storedMatch } from '#db/schema/index.ts'
import type { MatchSide } from '#domain/matches/list.ts'
import type { Person } from '#domain/shared/actor.ts'
import { spoken } from '#domain/shared/localized.ts'
import { matchLetterOf } from '#http/match-letters.ts'
import type { Context } from '#services/context.ts'
import type { MatchDesk } from '#services/matches/judge.ts'
import { orderMatchLetters, sendMatchLetter } from '#services/matches/letter.ts'
import { matchProduct, matchScenario } from '#services/matches/refresh.ts'
import { tellRisen } from '#services/matches/risen.ts'
import type { Letter } from '#services/notifications/deliver.ts'
import { takeJobs } from './saved-searches.ts'

/** What the worker does about everything that has changed since, and about what follows from it. */
export async function matchEverythingNew(desk: MatchDesk): Promise<number> {
  let notices = 0
  for (;;) {
    const [scenarios, products, risen] = [
      await takeJobs(desk.db, 'matchScenario'),
      await takeJobs(desk.db, 'matchProduct'),
      await takeJobs(desk.db, 'tellRisen'),
    ]
    if (scenarios.length + products.length + risen.length === 0) return notices
    for (const payload of scenarios) notices += await matchScenario(desk, payload)
    for (const payload of products) notices += await matchProduct(desk, payload)
    for (const payload of risen) notices += await tellRisen(desk, payload)
  }
}

/** A list as it is kept, best first, whatever has become of those in it since. */
export async function listMatches(db: Db, side: MatchSide, id: string) {
  const [own, rank] =
    side === 'scenario'
      ? [storedMatch.scenarioId, storedMatch.scenarioRank]
      : [storedMatch.productId, storedMatch.productRank]
  return db
    .select()
    .from(storedMatch)
    .where(and(eq(own, id as never), isNotNull(rank)))
    .orderBy(asc(rank))
}

export interface MatchNotice {
  event: string
  objectId: string
  n: number
  title: string
  items: string
}

/** A person's notices of matches, oldest first, in their own words. */
export async function matchNoticesOf(
  db: Db,
  person: Person,
  locale: 'zh' | 'en' = 'zh',
): Promise<MatchNotice[]> {
  const rows = await db
    .select()
    .from(notification)
    .where(eq(notification.accountId, person.accountId))
    .orderBy(notification.createdAt)
  return rows
    .filter(row => row.event.startsWith('match.'))
    .map(({ event, objectId, params: { n, title, items } }) => ({
      ...{ event, objectId, n: Number(n), title: String(title) },
      items: spoken(String(items), locale),
    }))
}

/** The letters that the waiting jobs, and the rhythm's timetable where one is named, would send. */
export async function matchLettersOf(ctx: Context, rhythm?: 'daily' | 'weekly'): Promise<Letter[]> {
  const sent: Letter[] = []
  const post = {
    write: matchLetterOf('https://robot.example.cn'),
    send: async (_tx: unknown, letter: Letter) => void sent.push(letter),
  }
  if (rhythm) await orderMatchLetters(ctx.db, { rhythm })
  for (const payload of await takeJobs(ctx.db, 'sendMatchLetter')) await sendMatchLetter(ctx, post, payload)
  return sent
}
