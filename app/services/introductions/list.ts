import { z } from 'zod'
import type { InquiryRecord } from '#db/queries/inquiries.ts'
import { countInquiries, listInquiries } from '#db/queries/inquiries.ts'
import type { IntroductionRecord } from '#db/queries/introductions.ts'
import { countIntroductions, listIntroductions } from '#db/queries/introductions.ts'
import type { Whose } from '#db/queries/pairs.ts'
import type { InquiryStatus } from '#domain/inquiries/lifecycle.ts'
import { canWithhold } from '#domain/inquiries/policy.ts'
import type { Direction } from '#domain/introductions/introduction.ts'
import type { IntroductionStatus } from '#domain/introductions/lifecycle.ts'
import { canAnswerIntroduction, canReadAllTalks, canReadTalksOf } from '#domain/introductions/policy.ts'
import type { Responsiveness } from '#domain/introductions/responsiveness.ts'
import type { Standing } from '#domain/introductions/snapshot.ts'
import type { CriterionId, CriterionValue, Necessity } from '#domain/ontology/criteria.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Day } from '#domain/shared/dates.ts'
import type { InquiryId, IntroductionId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Tri } from '#domain/shared/tri.ts'
import type { Context } from '../context.ts'
import { factsOf as inquiryFacts } from '../inquiries/load.ts'
import { loadProduct } from '../products/load.ts'
import { permit } from '../refusal.ts'
import { loadScenario } from '../scenarios/load.ts'
import { factsOf, isClosed } from './load.ts'
import { responsivenessOf } from './responsiveness.ts'

/** Who has to act next. */
export type TalkWaits = 'demand' | 'supply' | 'nobody'

/** What the lines of both lists have. */
interface Line {
  scenarioId: ScenarioId
  title: string
  productId: ProductId
  product: string
  demand: string
  supply: string
  at: Date
  waits: TalkWaits
  /** It waits for this very reader. */
  isMine: boolean
}

export interface IntroductionLine extends Line {
  id: IntroductionId
  direction: Direction
  status: IntroductionStatus
  score: number
  verdict: Tri
  standing: Standing
  dueOn: Day | null
  /** The last moment of an answer. */
  closesAt: Date | null
}

export interface InquiryLine extends Line {
  id: InquiryId
  status: InquiryStatus
  criterion: CriterionId
  necessity: Necessity
  need: CriterionValue
  stated: CriterionValue | null
  verdict: Tri
  /** Until when the call takes bids. */
  closesAt: Date | null
}

export interface TalkLists {
  introductions: IntroductionLine[]
  inquiries: InquiryLine[]
  counts: Record<'introductions' | 'inquiries', { all: number; waiting: number }>
}

/** Of one scenario or one product no more stand on its page; the counts say how many there are. */
const shown = 200

async function listsOf(
  ctx: Context,
  whose: Whose,
  page: { limit: number; offset?: number } = { limit: shown },
): Promise<TalkLists> {
  const [introductions, inquiries, ofIntroductions, ofInquiries] = await Promise.all([
    listIntroductions(ctx.db, whose, page),
    listInquiries(ctx.db, whose, page),
    countIntroductions(ctx.db, whose),
    countInquiries(ctx.db, whose),
  ])
  return {
    introductions: introductions.map(each => introductionLine(ctx, each)),
    inquiries: inquiries.map(each => inquiryLine(ctx, each)),
    counts: { introductions: ofIntroductions, inquiries: ofInquiries },
  }
}

function introductionLine(ctx: Context, record: IntroductionRecord): IntroductionLine {
  const { introduction: row, title, product, demand, supply, bidDeadline, scenarioStatus } = record
  const { id, direction, status, scenarioId, productId, dueOn, createdAt: at, match } = row
  const open = status === 'sent' && !isClosed({ status: scenarioStatus, bidDeadline }, ctx.now)
  return {
    ...{ id, direction, status, scenarioId, title, productId, product, demand, supply, at, dueOn },
    ...{ score: match.score, verdict: match.verdict, standing: match.standing, closesAt: bidDeadline },
    waits: open ? (direction === 'invite' ? 'supply' : 'demand') : 'nobody',
    isMine: open && canAnswerIntroduction(ctx.actor, factsOf(row)).ok,
  }
}

function inquiryLine(ctx: Context, record: InquiryRecord): InquiryLine {
  const { inquiry: row, scenario, product, demand, supply } = record
  const {
    id,
    status,
    scenarioId,
    productId,
    criterion,
    necessity,
    need,
    stated,
    verdict,
    createdAt: at,
  } = row
  const open = status === 'asked' && !isClosed(scenario, ctx.now)
  return {
    ...{ id, status, scenarioId, title: scenario.title, productId, product, demand, supply, at },
    ...{ criterion, necessity, need, stated, verdict: verdict ?? 'U', closesAt: scenario.bidDeadline },
    waits: open ? 'supply' : 'nobody',
    isMine: open && canWithhold(ctx.actor, inquiryFacts(row)).ok,
  }
}

export interface ScenarioTalks extends TalkLists {
  scenario: { id: ScenarioId; number: string | null; title: string; organization: string }
  /** 答复及时 of its organisation. */
  responsiveness: Responsiveness | null
}

/** 引荐与询问 of one scenario: its own people, and the bureau. */
export async function talksOfScenario(ctx: Context, id: unknown): Promise<ScenarioTalks> {
  const { scenario, organization } = await loadScenario(ctx, id)
  permit(canReadTalksOf(ctx.actor, scenario.organizationId))
  const [lists, answered] = await Promise.all([
    listsOf(ctx, { scenarioId: scenario.id }),
    responsivenessOf(ctx.db, [scenario.organizationId], ctx.now),
  ])
  return {
    ...lists,
    scenario: {
      ...{ id: scenario.id, number: scenario.number, title: scenario.title },
      organization: organization.name,
    },
    responsiveness: answered.get(scenario.organizationId) ?? null,
  }
}

export interface ProductTalks extends TalkLists {
  product: { id: ProductId; number: string | null; title: string; organization: string }
}

/** 引荐与询问 of one product: its own firm, and the bureau. */
export async function talksOfProduct(ctx: Context, id: unknown): Promise<ProductTalks> {
  const { product, version, organization } = await loadProduct(ctx, id)
  permit(canReadTalksOf(ctx.actor, product.organizationId))
  const lists = await listsOf(ctx, { productId: product.id })
  return {
    ...lists,
    product: {
      ...{ id: product.id, number: product.number, title: version.name },
      organization: organization.name,
    },
  }
}

const pageSize = 30

export const TalksQuery = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) })
export type TalksQuery = z.infer<typeof TalksQuery>

export interface TalksPage extends TalkLists {
  page: number
  pageSize: number
  /** Everything, for the bureau to read; else what the reader's organisations sent and received. */
  scope: 'all' | 'own'
}

/** 引荐 as the reader's organisations have them; the bureau and the auditor read all of them. */
export async function listTalks(ctx: Context, { page }: TalksQuery): Promise<TalksPage> {
  permit(isSignedIn(ctx.actor))
  const reads = canReadAllTalks(ctx.actor).ok
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const whose: Whose = reads ? 'all' : { organizations: memberships.map(each => each.organizationId) }
  const lists = await listsOf(ctx, whose, { limit: pageSize, offset: (page - 1) * pageSize })
  return { ...lists, page, pageSize, scope: reads ? 'all' : 'own' }
}

export interface DeskTalks {
  introductions: IntroductionLine[]
  inquiries: InquiryLine[]
  /** How many wait on either side, the reader's turn or not. */
  waiting: number
}

const onDesk = 50

/** What waits for the reader on the desk, for the organisations that they speak for. */
export async function deskTalks(ctx: Context): Promise<DeskTalks> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  if (memberships.length === 0) return { introductions: [], inquiries: [], waiting: 0 }
  const whose = { organizations: memberships.map(each => each.organizationId) }
  const { introductions, inquiries, counts } = await listsOf(ctx, whose, { limit: onDesk })
  return {
    introductions: introductions.filter(each => each.isMine),
    inquiries: inquiries.filter(each => each.isMine),
    waiting: counts.introductions.waiting + counts.inquiries.waiting,
  }
}
