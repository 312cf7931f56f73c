import { readsRecommendations } from '#domain/recommendations/policy.ts'
import type { RecommendationRow, Vote } from '#domain/recommendations/recommendation.ts'
import { recommendationKey, recommendationsIn } from '#domain/recommendations/recommendation.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { no } from '#domain/shared/verdict.ts'

export interface RecommendationView {
  vote: Vote
  opinion: string
  at: Date
  /** The parties deal with the district, not with one of its officers by name. */
  by: string | null
  district: string | null
}

/** 区级推荐意见 as far as this reader may see them; the public sees none. */
export function opinionsIn(
  history: readonly RecommendationRow[],
  actor: Actor,
  object: { district: string | null; parties: readonly OrganizationId[] },
): RecommendationView[] {
  const reads = readsRecommendations(actor, object)
  if (reads === 'no') return []
  const { district } = object
  return recommendationsIn(history).map(({ vote, opinion, at, name }) => ({
    ...{ vote, opinion, at, district },
    by: reads === 'named' ? name : null,
  }))
}

/** The policy's verdict, and that the reader has spoken on this very revision already. */
export function onceFor(
  actor: Actor,
  { history, rev }: { history: readonly { formKey: string | null }[]; rev: number },
  verdict: Verdict,
): Verdict {
  if (!verdict.ok || actor.kind !== 'person') return verdict
  const key = recommendationKey(actor.accountId, rev)
  return history.some(row => row.formKey === key) ? no('recommendation.givenAlready') : verdict
}
