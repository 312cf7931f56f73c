import { listAsked } from '#db/queries/inquiries.ts'
import { findProduct } from '#db/queries/products.ts'
import { verdictOf } from '#domain/inquiries/inquiry.ts'
import type { InquiryStatus } from '#domain/inquiries/lifecycle.ts'
import { canWithhold } from '#domain/inquiries/policy.ts'
import type { WithholdReason } from '#domain/inquiries/reasons.ts'
import type { CriterionId, CriterionValue, Necessity } from '#domain/ontology/criteria.ts'
import { canReviseProduct, isPublicProduct } from '#domain/products/policy.ts'
import { isMember } from '#domain/shared/actor.ts'
import type { InquiryId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { isClosed } from '../introductions/load.ts'
import { loadPair } from '../introductions/pair.ts'
import { toMatchProduct, toMatchScenario } from '../matching/inputs.ts'
import { newFormKey } from '../new-id.ts'
import { factsOf as productFacts } from '../products/load.ts'
import { isRefusal } from '../refusal.ts'
import { factsOf, loadInquiry } from './load.ts'

export interface AskedFact {
  id: InquiryId
  status: InquiryStatus
  criterion: CriterionId
  necessity: Necessity
  need: CriterionValue
  stated: CriterionValue | null
  verdict: Tri
}

export interface InquiryView extends AskedFact {
  rev: number
  scenario: { id: ScenarioId; number: string | null; title: string; organization: string }
  product: { id: ProductId; name: string; organization: string; status: string; isShown: boolean }
  askedAt: Date
  decidedAt: Date | null
  reason: WithholdReason | null
  note: string | null
  closesAt: Date | null
  isClosed: boolean
  side: 'demand' | 'supply' | 'officer'
  /** Everything that this scenario has asked of this product, this question among it. */
  all: AskedFact[]
  /** The musts of the scenario together, as both stand now; null where one of them is public no more. */
  pairVerdict: Tri | null
  can: Record<'withhold' | 'revise', Verdict>
  formKey: string
}

/** One question with the others that were asked along with it, and what the firm can do about it. */
export async function showInquiry(ctx: Context, input: unknown): Promise<InquiryView> {
  const { inquiry: row, scenario, product, demand, supply } = await loadInquiry(ctx, input)
  const [asked, found, pairVerdict] = await Promise.all([
    listAsked(ctx.db, row.scenarioId, row.productId),
    findProduct(ctx.db, row.productId),
    pairVerdictOf(ctx, row),
  ])
  const isSupply = isMember(ctx.actor, row.supplyOrganizationId)
  const side = isSupply ? 'supply' : isMember(ctx.actor, row.demandOrganizationId) ? 'demand' : 'officer'
  return {
    ...factOf(row),
    rev: row.rev,
    scenario: { id: scenario.id, number: scenario.number, title: scenario.title, organization: demand },
    product: {
      ...{ id: row.productId, name: product, organization: supply },
      // Whether a revision is under way is the firm's own.
      status: isSupply && found ? found.product.status : 'published',
      isShown: found !== null && isPublicProduct(productFacts(found.product)),
    },
    ...{ askedAt: row.createdAt, decidedAt: row.decidedAt, reason: row.reason, note: row.note },
    ...{ closesAt: scenario.bidDeadline, isClosed: isClosed(scenario, ctx.now), side },
    ...{ all: asked.map(factOf), pairVerdict, formKey: newFormKey() },
    can: {
      withhold: canWithhold(ctx.actor, factsOf(row)),
      revise: found
        ? canReviseProduct(ctx.actor, productFacts(found.product))
        : { ok: false, reason: 'product.unknown' },
    },
  }
}

function factOf(row: Omit<AskedFact, 'verdict'> & { verdict: Tri | null }): AskedFact {
  const { id, status, criterion, necessity, need, stated, verdict } = row
  return { id, status, criterion, necessity, need, stated, verdict: verdict ?? 'U' }
}

async function pairVerdictOf(
  ctx: Context,
  ids: { scenarioId: ScenarioId; productId: ProductId },
): Promise<Tri | null> {
  try {
    const { scenario, product } = await loadPair(ctx, ids)
    return verdictOf(toMatchScenario(scenario).requirements, toMatchProduct(product).specs)
  } catch (error) {
    if (isRefusal(error)) return null
    throw error
  }
}
