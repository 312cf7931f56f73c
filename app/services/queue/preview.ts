import type { HistoryRow } from '#db/queries/history.ts'
import { listHistory } from '#db/queries/history.ts'
import { findProductInReview } from '#db/queries/queue.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { canSeeQueue, seesWholeQueue } from '#domain/organizations/policy.ts'
import { canReviewProduct } from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { canReviewScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import type { RecommendationView } from '../recommendations/read.ts'
import { opinionsIn } from '../recommendations/read.ts'
import { permit } from '../refusal.ts'
import { factsOf } from '../scenarios/load.ts'
import type { Matter, Queue } from './list.ts'

export interface PreviewStep {
  deed: string
  at: Date
  by: string
  reason: string | null
  contentHash: string | null
}

/** What an officer needs to decide on the matter in hand without leaving the desk. */
export interface QueuePreview {
  matter: Matter
  steps: PreviewStep[]
  /** 区级推荐意见, for the bureau and the district. */
  recommendations: RecommendationView[]
  scenario: { content: ScenarioDraft; bidDeadline: Date | null } | null
  product: { content: ProductDraft; version: number } | null
  /** Whether this officer may publish or return it; null for who does not review, and for nouns decided on their own page. */
  canReview: Verdict | null
  publishKey: string
  returnKey: string
}

/** The matter that the address names, else the first one (of a part of the desk, one's own); null on an empty desk. */
export async function previewMatter(ctx: Context, queue: Queue): Promise<QueuePreview | null> {
  permit(canSeeQueue(ctx.actor))
  const all = [...queue.late, ...queue.today, ...queue.later]
  const matter =
    all.find(each => each.key === queue.query.item) ??
    (queue.whole ? undefined : all.find(each => each.mine)) ??
    all[0]
  if (!matter) return null
  const [history, own] = await Promise.all([
    listHistory(ctx.db, matter.kind, matter.id),
    contentOf(ctx, matter),
  ])
  const { district } = matter
  return {
    ...{ matter, ...own, publishKey: newFormKey(), returnKey: newFormKey() },
    // What was recommended has a place of its own.
    steps: history.filter(row => row.deed !== 'recommend').map(stepOf),
    recommendations: opinionsIn(history, ctx.actor, { district, parties: [] }),
  }
}

function stepOf({ deed, at, actorName: by, reason, contentHash }: HistoryRow): PreviewStep {
  return { deed, at, by, reason, contentHash }
}

type Own = Pick<QueuePreview, 'scenario' | 'product' | 'canReview'>
const none: Own = { scenario: null, product: null, canReview: null }

async function contentOf(ctx: Context, { kind, id }: Matter): Promise<Own> {
  if (kind === 'scenario') {
    const found = await findScenario(ctx.db, brand<ScenarioId>(id))
    if (!found) return none
    const { scenario } = found
    const own = { content: scenario.content, bidDeadline: scenario.bidDeadline }
    return {
      ...none,
      scenario: own,
      canReview: seesWholeQueue(ctx.actor) ? canReviewScenario(ctx.actor, factsOf(scenario)) : null,
    }
  }
  if (kind === 'product') {
    const found = await findProductInReview(ctx.db, brand<ProductId>(id))
    if (!found) return none
    const { product, version } = found
    const facts = { ...product, hasPublishedVersion: product.publishedVersionId !== null }
    const own = { content: version.content, version: version.version }
    return { ...none, product: own, canReview: canReviewProduct(ctx.actor, facts) }
  }
  return none
}
