import type { HistoryRow } from '#db/queries/history.ts'
import { listHistory } from '#db/queries/history.ts'
import { findProductInReview } from '#db/queries/queue.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { canSeeQueue, seesWholeQueue } from '#domain/organizations/policy.ts'
import { canReviewProduct } from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { canApproveScenario, canPublishScenario, canReviewScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { newFormKey } from '../new-id.ts'
import { productContent } from '../products/content.ts'
import type { RecommendationView } from '../recommendations/read.ts'
import { opinionsIn } from '../recommendations/read.ts'
import { permit } from '../refusal.ts'
import { type ApprovalState, approvalState } from '../review/approvals.ts'
import { type ComeBackView, comeBack } from '../review/return.ts'
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
  scenario: { content: ScenarioDraft; bidDeadline: Date | null; approval: ApprovalState } | null
  /** What was asked for when it was returned, and whether it was done. */
  comeBack: ComeBackView | null
  /** SHA-256 of what is decided on; empty where nothing is decided here. */
  hash: string
  /** 初审 and 复核发布 of this officer; the desk offers what is possible. */
  canApprove: Verdict | null
  canPublish: Verdict | null
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

type Own = Pick<
  QueuePreview,
  'scenario' | 'product' | 'canReview' | 'canApprove' | 'canPublish' | 'comeBack' | 'hash'
>
const none: Own = {
  ...{ scenario: null, product: null, canReview: null, canApprove: null, canPublish: null },
  ...{ comeBack: null, hash: '' },
}

async function contentOf(ctx: Context, { kind, id }: Matter): Promise<Own> {
  if (kind === 'scenario') {
    const found = await findScenario(ctx.db, brand<ScenarioId>(id))
    if (!found) return none
    const { scenario } = found
    const { content, bidDeadline, rev } = scenario
    const hash = digest(content)
    // A district officer sees the matter and nothing of the bureau's file.
    if (!seesWholeQueue(ctx.actor))
      return { ...none, scenario: { content, bidDeadline, approval: { hash, initial: null, lapsed: null } } }
    const [approval, returned] = await Promise.all([
      approvalState(ctx, { noun: 'scenario', id: scenario.id, hash, rev, content }),
      comeBack(ctx, scenario.id, content),
    ])
    const facts = factsOf(scenario)
    return {
      ...{ ...none, scenario: { content, bidDeadline, approval }, comeBack: returned, hash },
      canReview: canReviewScenario(ctx.actor, facts),
      canApprove: canApproveScenario(ctx.actor, facts, approval),
      canPublish: canPublishScenario(ctx.actor, facts, approval),
    }
  }
  if (kind === 'product') {
    const found = await findProductInReview(ctx.db, brand<ProductId>(id))
    if (!found) return none
    const { product, version } = found
    const facts = { ...product, hasPublishedVersion: product.publishedVersionId !== null }
    const own = { content: version.content, version: version.version }
    const can = canReviewProduct(ctx.actor, facts)
    const judged = { canReview: can, canPublish: can, hash: digest(productContent(version)) }
    return { ...none, ...judged, product: own, comeBack: await comeBack(ctx, product.id, version.content) }
  }
  return none
}
