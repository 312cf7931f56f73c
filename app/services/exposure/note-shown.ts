import { insertShown } from '#db/queries/exposure.ts'
import type { PlacedEntry } from '#domain/matching/diversify.ts'
import { type Audience, countedPlaces, type ExposureSide } from '#domain/matching/exposure.ts'
import { featuresOf } from '#domain/matching/features.ts'
import type { Match } from '#domain/matching/match.ts'
import type { Weights } from '#domain/matching/weights.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { isMember } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { OrganizationId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'

export interface ShownPage {
  /** The page of a scenario, with products on it, unless it is a product's. */
  side?: ExposureSide
  /** The organisation whose page it is: its own people are an audience of their own. */
  organizationId: OrganizationId
  /** What the page shows, in its places; a preview of something unpublished is not to be noted. */
  shown: readonly PlacedEntry<Match>[]
  weights: Pick<Weights, 'version'>
}

/**
 * 展示计数: notes what a match page has shown, once its answer is out. It names no person: the audience is the
 * organisation's own people, officers, or all others together, each once a day, so that whoever reloads or crawls
 * adds nothing. A page is never the worse for it: what goes wrong is told to the log.
 */
// public: whoever reads a public match page is counted as having been shown it
export async function noteShown(ctx: Context, page: ShownPage): Promise<void> {
  if (ctx.isRead === false || page.shown.length === 0) return
  if (ctx.after) ctx.after(() => enter(ctx, page))
  else await enter(ctx, page)
}

async function enter(
  ctx: Context,
  { side = 'forScenario', organizationId, shown, weights }: ShownPage,
): Promise<void> {
  const page = {
    day: dayOf(ctx.now),
    side,
    audience: audienceOf(ctx.actor, organizationId),
    weightsVersion: weights.version,
  }
  const lines = shown
    .filter(({ place }) => place <= countedPlaces)
    .map(({ entry, place, byScore, placed }) => ({
      scenarioId: brand<ScenarioId>(entry.scenarioId),
      productId: brand<ProductId>(entry.productId),
      ...{ position: place, byScore, placed, score: entry.score, features: featuresOf(entry) },
    }))
  try {
    await insertShown(ctx.db, page, lines)
  } catch (error) {
    if (!ctx.onProblem) throw error
    ctx.onProblem(error)
  }
}

function audienceOf(actor: Actor, organizationId: OrganizationId): Audience {
  if (isMember(actor, organizationId)) return 'own'
  return actor.kind === 'person' && actor.offices.length > 0 ? 'officers' : 'others'
}
