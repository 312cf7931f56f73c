import { z } from 'zod'
import { listHistory } from '#db/queries/history.ts'
import { listBefore } from '#db/queries/introductions.ts'
import type { Direction } from '#domain/introductions/introduction.ts'
import { answerDue, directionIds, mayIntroduceAgain } from '#domain/introductions/introduction.ts'
import type { IntroductionStatus } from '#domain/introductions/lifecycle.ts'
import {
  canAnswerIntroduction,
  canInvite,
  canOffer,
  canWithdrawIntroduction,
} from '#domain/introductions/policy.ts'
import type { DeclineReason } from '#domain/introductions/reasons.ts'
import type { MatchSnapshot } from '#domain/introductions/snapshot.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { holds, isMember } from '#domain/shared/actor.ts'
import type { Day } from '#domain/shared/dates.ts'
import { id } from '#domain/shared/id-schemas.ts'
import type { IntroductionId, ProductId, ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit, Refusal } from '../refusal.ts'
import { factsOf, isClosed, loadIntroduction } from './load.ts'
import { loadPair, matchOf, pairingOf } from './pair.ts'

/** What an introduction is about. */
interface About {
  direction: Direction
  scenario: { id: ScenarioId; number: string | null; title: string; organization: string }
  product: { id: ProductId; name: string; version: number; organization: string }
  match: MatchSnapshot
  /** Until when the call takes bids. */
  closesAt: Date | null
  dueOn: Day | null
}

export interface IntroductionView extends About {
  id: IntroductionId
  rev: number
  status: IntroductionStatus
  message: string | null
  sentAt: Date
  decidedAt: Date | null
  reason: DeclineReason | null
  note: string | null
  /** Where the reader stands. */
  side: 'sender' | 'receiver' | 'officer'
  /** The call takes no more bids. */
  isClosed: boolean
  /** The product is on show now; what was sent stays as it was sent. */
  isShown: boolean
  /** Every step; by whom is told to one's own people and to the bureau. */
  steps: { deed: string; at: Date; by: string | null }[]
  can: Record<'answer' | 'withdraw', Verdict>
  formKey: string
}

export async function showIntroduction(ctx: Context, input: unknown): Promise<IntroductionView> {
  const record = await loadIntroduction(ctx, input)
  const { introduction: row, title, number, bidDeadline, scenarioStatus, product, demand, supply } = record
  const facts = factsOf(row)
  const closed = isClosed({ status: scenarioStatus, bidDeadline }, ctx.now)
  const isOpen = when(row.status !== 'sent' || !closed, 'introduction.closed')
  const [senderId, receiverId] =
    row.direction === 'invite'
      ? [row.demandOrganizationId, row.supplyOrganizationId]
      : [row.supplyOrganizationId, row.demandOrganizationId]
  const side = isMember(ctx.actor, receiverId)
    ? 'receiver'
    : isMember(ctx.actor, senderId)
      ? 'sender'
      : 'officer'
  const names = holds(ctx.actor, 'handler', 'approver', 'auditor')
  const isOwn = (deed: string) =>
    side === (['send', 'withdraw'].includes(deed) ? 'sender' : 'receiver') || deed === 'lapse'
  const history = await listHistory(ctx.db, 'introduction', row.id)
  return {
    ...{ id: row.id, rev: row.rev, status: row.status, direction: row.direction, message: row.message },
    scenario: { id: row.scenarioId, number, title, organization: demand },
    product: { id: row.productId, name: product, version: row.match.productVersion, organization: supply },
    ...{ match: row.match, closesAt: bidDeadline, dueOn: row.dueOn, sentAt: row.createdAt },
    ...{ decidedAt: row.decidedAt, reason: row.reason, note: row.note, side, isClosed: closed },
    isShown: record.isShown,
    steps: history.map(({ deed, at, actorName }) => ({
      ...{ deed, at },
      by: names || isOwn(deed) ? actorName : null,
    })),
    can: {
      answer: all(canAnswerIntroduction(ctx.actor, facts), isOpen),
      withdraw: canWithdrawIntroduction(ctx.actor, facts),
    },
    formKey: newFormKey(),
  }
}

/** The pair that a form is about, from its address; whatever is not there answers 404. */
export const NewIntroduction = z.object({
  direction: z.enum(directionIds),
  scenario: id.scenario,
  product: id.product,
})

export interface IntroductionSheet extends About {
  can: Verdict
  /** Whether the firm may bid as it stands; who may not yet can be invited all the same. */
  isVerified: boolean
  formKey: string
}

/** What the sender reads before sending: the match as it is now, with its gap, and whether it may be sent. */
export async function introductionSheet(ctx: Context, input: unknown): Promise<IntroductionSheet> {
  permit(isSignedIn(ctx.actor))
  const asked = NewIntroduction.safeParse(input)
  if (!asked.success) throw new Refusal('notFound', 'introduction.unknown')
  const { direction, scenario: scenarioId, product: productId } = asked.data
  const pair = await loadPair(ctx, { scenarioId, productId })
  const { scenario, organization: demand } = pair.scenario
  const { version, organization: supply } = pair.product
  const may = direction === 'invite' ? canInvite : canOffer
  const [pairing, match, before] = await Promise.all([
    pairingOf(ctx.db, pair),
    matchOf(ctx, pair),
    listBefore(ctx.db, scenarioId, productId),
  ])
  const open = when(!isClosed(scenario, ctx.now), 'introduction.closed')
  return {
    direction,
    scenario: { id: scenarioId, number: scenario.number, title: scenario.title, organization: demand.name },
    product: { id: productId, name: version.name, version: version.version, organization: supply.name },
    ...{ match, closesAt: scenario.bidDeadline },
    dueOn: direction === 'offer' ? answerDue(ctx.now) : null,
    isVerified: supply.status === 'verified' && supply.capabilities.includes('bid'),
    can: all(may(ctx.actor, pairing), open, mayIntroduceAgain(before, { direction, ...match })),
    formKey: newFormKey(),
  }
}
