import { findScenario } from '#db/queries/scenarios.ts'
import type { TalkRow } from '#db/queries/talks.ts'
import { listTalks } from '#db/queries/talks.ts'
import { openNeeds } from '#domain/inquiries/inquiry.ts'
import type { InquiryStatus } from '#domain/inquiries/lifecycle.ts'
import { canInquire } from '#domain/inquiries/policy.ts'
import { type Direction, mayIntroduceAgain } from '#domain/introductions/introduction.ts'
import type { IntroductionStatus } from '#domain/introductions/lifecycle.ts'
import { canInvite, canOffer, type Pairing } from '#domain/introductions/policy.ts'
import type { CriterionId } from '#domain/ontology/criteria.ts'
import type { Requirement } from '#domain/ontology/requirement.ts'
import { believedSpecs } from '#domain/products/evidence.ts'
import type { InquiryId, IntroductionId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { toMatchScenario } from '../matching/inputs.ts'
import { isClosed } from './load.ts'

/** What the reader may say about one pair of the match page, and what has been said. */
export interface Talk {
  direction: Direction
  /** Whether an introduction may be sent now. */
  introduce: Verdict
  /** The latest one between the two, in whichever direction. */
  last: { id: IntroductionId; status: IntroductionStatus; direction: Direction } | null
  /** Whether the firm may be asked for facts; the supply side asks nothing. */
  inquire: Verdict | null
  /** Needs of the scenario that the product leaves open and that have not been asked, musts first. */
  open: CriterionId[]
  /** What has been asked, by criterion. */
  asked: Partial<Record<CriterionId, { id: InquiryId; status: InquiryStatus }>>
}

/** By the id of the other side; empty for whoever has nothing to say here. */
export type Talks = Readonly<Record<string, Talk>>

// public: it answers the reader's own people only, pair by pair, through the policy
/**
 * Talk between a scenario of the reader's organisation and these products: none for a stranger's, else one query, and
 * one more where of the scenario only the id is at hand.
 */
export async function talkAbout(
  ctx: Context,
  scenario: ScenarioId | { id: ScenarioId; needs: readonly Requirement[] },
  productIds: readonly ProductId[],
): Promise<Talks> {
  const known = typeof scenario === 'string' ? { id: scenario, needs: null } : scenario
  const rows = await listTalks(ctx.db, {
    scenarios: [known.id],
    products: productIds,
    owners: ownersIn(ctx),
    side: 'scenario',
  })
  const needs = known.needs ?? (rows.length > 0 ? await needsOf(ctx, known.id) : [])
  return Object.fromEntries(
    rows.map(row => [row.product.id, talkOf(ctx, row, { direction: 'invite', needs })]),
  )
}

async function needsOf({ db }: Context, id: ScenarioId): Promise<readonly Requirement[]> {
  const found = await findScenario(db, id)
  return found ? toMatchScenario(found).requirements : []
}

// public: likewise
/** Talk between a product of the reader's organisation and these scenarios. */
export async function talkAboutScenarios(
  ctx: Context,
  productId: ProductId,
  scenarioIds: readonly ScenarioId[],
): Promise<Talks> {
  const rows = await listTalks(ctx.db, {
    scenarios: scenarioIds,
    products: [productId],
    owners: ownersIn(ctx),
    side: 'product',
  })
  return Object.fromEntries(
    rows.map(row => [row.scenario.id, talkOf(ctx, row, { direction: 'offer', needs: [] })]),
  )
}

const ownersIn = ({ actor }: Context) =>
  actor.kind === 'person' ? actor.memberships.map(each => each.organizationId) : []

function talkOf(
  ctx: Context,
  row: TalkRow,
  { direction, needs }: { direction: Direction; needs: readonly Requirement[] },
): Talk {
  const { scenario, product, introductions, inquiries } = row
  const pairing: Pairing = {
    scenario,
    product,
    relatedTo: row.related ? [product.organizationId] : [],
  }
  const open = when(!isClosed(scenario, ctx.now), 'introduction.closed')
  const may = direction === 'invite' ? canInvite : canOffer
  const now = { direction, productVersion: product.version, addenda: scenario.addenda }
  const [last] = introductions
  return {
    direction,
    introduce: all(may(ctx.actor, pairing), open, mayIntroduceAgain(introductions, now)),
    last: last ? { id: last.id, status: last.status, direction: last.direction } : null,
    inquire: direction === 'invite' ? all(canInquire(ctx.actor, pairing), open) : null,
    open: openNeeds(needs, believedSpecs(product.specs ?? {}))
      .map(({ criterion }) => criterion)
      .filter(criterion => !inquiries.some(each => each.criterion === criterion)),
    asked: Object.fromEntries(inquiries.map(({ criterion, id, status }) => [criterion, { id, status }])),
  }
}
