import type { AccountId } from '../shared/ids.ts'

/** What a 区级主管 gives an opinion on. */
export const recommendableNouns = ['scenario', 'entry'] as const
export type RecommendableNoun = (typeof recommendableNouns)[number]

/** 推荐、不予推荐、仅提意见. */
export const votes = ['recommend', 'oppose', 'remark'] as const
export type Vote = (typeof votes)[number]

/** As it stands in the record, so that whoever reads the record itself sees how the vote went. */
const mark: Record<Vote, string> = { recommend: '推荐', oppose: '不予推荐', remark: '仅提意见' }

/** One 区级推荐意见 as it was given. */
export interface Recommendation {
  by: AccountId | null
  name: string
  vote: Vote
  opinion: string
  at: Date
}

/** What of a history row carries a recommendation. */
export interface RecommendationRow {
  deed: string
  actorId: AccountId | null
  actorName: string
  reason: string | null
  at: Date
}

/** One for each officer, object and revision: the database keeps this key once for each object. */
export const recommendationKey = (accountId: AccountId, rev: number) => `recommend:${accountId}:${rev}`

export const recordedOpinion = (vote: Vote, opinion: string) => `【${mark[vote]}】${opinion}`

/** The recommendations in a history: of each officer the last one, in the order in which they were given. */
export function recommendationsIn(history: readonly RecommendationRow[]): Recommendation[] {
  const latest = new Map<string, Recommendation>()
  for (const row of history) {
    const given = readRow(row)
    if (!given) continue
    const officer = given.by ?? given.name
    latest.delete(officer)
    latest.set(officer, given)
  }
  return [...latest.values()]
}

function readRow({ deed, actorId, actorName, reason, at }: RecommendationRow): Recommendation | null {
  if (deed !== 'recommend' || reason === null) return null
  const vote = votes.find(each => reason.startsWith(recordedOpinion(each, '')))
  if (!vote) return null
  const opinion = reason.slice(recordedOpinion(vote, '').length)
  return { by: actorId, name: actorName, vote, opinion, at }
}
