import { addendaSeen, listAddenda } from '#db/queries/addenda.ts'
import type { BidRecord } from '#db/queries/bids.ts'
import { listBidsOf, listBidsOn } from '#db/queries/bids.ts'
import { listHistory } from '#db/queries/history.ts'
import { relatedTo } from '#db/queries/organization-relations.ts'
import { findPilotOfScenario } from '#db/queries/pilots.ts'
import type { BidContent } from '#domain/bids/bid.ts'
import type { BidStatus } from '#domain/bids/lifecycle.ts'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { canConfirmBid, canSeeBid, canWithdrawBid } from '#domain/bids/policy.ts'
import { isIndependent, isSignedIn } from '#domain/organizations/policy.ts'
import { unconfirmed } from '#domain/scenarios/addendum.ts'
import { canOpenBids } from '#domain/scenarios/policy.ts'
import { isMember } from '#domain/shared/actor.ts'
import type { BidId, PilotId, ScenarioId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all, when } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { loadScenario, factsOf as scenarioFacts } from '../scenarios/load.ts'
import { factsOf, loadBid } from './load.ts'

export interface BidView {
  id: BidId
  number: string | null
  status: BidStatus
  rev: number
  firm: string
  product: { id: string; name: string; version: number }
  scenario: { id: ScenarioId; title: string; deadline: Date | null }
  content: BidContent
  submittedAt: Date | null
  receiptHash: string | null
  decisionReason: string | null
  /** The material 补充公告 that the firm has not confirmed its bid on; null where it stands on all of them. */
  unconfirmed: number | null
}

export interface BidPage extends BidView {
  mine: boolean
  can: { withdraw: Verdict; confirm: Verdict }
  /** How many 补充公告 there are now; a confirmation names the last. */
  addenda: number
  history: { deed: string; to: string; by: string; at: Date }[]
  /** Born from this bid, once it was selected. */
  pilotId: PilotId | null
  formKey: string
  now: Date
}

export async function showBid(ctx: Context, id: unknown): Promise<BidPage> {
  const loaded = await loadBid(ctx, id)
  const [history, pilot] = await Promise.all([
    listHistory(ctx.db, 'bid', loaded.bid.id),
    loaded.bid.status === 'selected' ? findPilotOfScenario(ctx.db, loaded.scenario.id) : null,
  ])
  permit(canSeeBid(ctx.actor, factsOf(loaded.bid), scenarioFacts(loaded.scenario)))
  const [marked] = await withMarks(ctx, loaded.scenario, [loaded])
  return {
    ...viewOf(loaded),
    unconfirmed: marked?.unconfirmed ?? null,
    addenda: loaded.scenario.addenda,
    mine: isMember(ctx.actor, loaded.bid.organizationId),
    can: {
      withdraw: canWithdrawBid(ctx.actor, factsOf(loaded.bid)),
      confirm: all(
        canConfirmBid(ctx.actor, factsOf(loaded.bid)),
        when(
          loaded.scenario.bidDeadline !== null && loaded.scenario.bidDeadline > ctx.now,
          'bid.deadlinePassed',
        ),
      ),
    },
    history: history.map(row => ({ deed: row.deed, to: row.toStatus, by: row.actorName, at: row.at })),
    pilotId: pilot?.id ?? null,
    formKey: newFormKey(),
    now: ctx.now,
  }
}

function viewOf({ bid, firm, version, scenario }: BidRecord): BidView {
  return {
    id: bid.id,
    number: bid.number,
    status: bid.status,
    rev: bid.rev,
    firm: firm.name,
    product: { id: version.productId, name: version.name, version: version.version },
    scenario: { id: scenario.id, title: scenario.title, deadline: scenario.bidDeadline },
    content: bid.content,
    submittedAt: bid.submittedAt,
    receiptHash: bid.receiptHash,
    decisionReason: bid.decisionReason,
    unconfirmed: null,
  }
}

/** Which of these bids stands on which addendum: asked only for whoever may read the bids themselves. */
async function withMarks(
  ctx: Context,
  scenario: BidRecord['scenario'],
  bids: readonly BidRecord[],
): Promise<{ unconfirmed: number | null }[]> {
  if (scenario.addenda === 0) return bids.map(() => ({ unconfirmed: null }))
  const [addenda, seen] = await Promise.all([
    listAddenda(ctx.db, scenario.id),
    addendaSeen(
      ctx.db,
      bids.map(({ bid }) => bid.id),
    ),
  ])
  return bids.map(({ bid }) => ({ unconfirmed: unconfirmed(addenda, seen.get(bid.id) ?? 0) }))
}

/** 我的应标: the reader's own bids, sealed ones included, and nobody else's. */
export async function listMyBids(ctx: Context): Promise<BidView[]> {
  permit(isSignedIn(ctx.actor))
  if (ctx.actor.kind !== 'person') return []
  const own = ctx.actor.memberships.map(each => each.organizationId)
  return (await listBidsOf(ctx.db, own)).map(viewOf)
}

export interface SelectionView {
  scenario: {
    id: ScenarioId
    title: string
    status: string
    rev: number
    deadline: Date | null
    budgetFen: number | null
  }
  bids: (BidView & { independent: Verdict })[]
  /** 开封: waits for the deadline by this page's clock; the deed itself asks the database's. */
  can: { open: Verdict }
  mayDecide: boolean
  formKey: string
  now: Date
}

/** 遴选: the opened bids side by side. A sealed bid is not among them, nor is there a count of them. */
export async function showSelection(ctx: Context, scenarioId: unknown): Promise<SelectionView> {
  const { scenario } = await loadScenario(ctx, scenarioId)
  const opened = bidLifecycle.statuses.filter(status => !['draft', 'submitted', 'withdrawn'].includes(status))
  const [bids, related] = await Promise.all([
    listBidsOn(ctx.db, scenario.id, opened),
    relatedTo(ctx.db, scenario.organizationId),
  ])
  const facts = scenarioFacts(scenario)
  const readable = bids.filter(({ bid }) => canSeeBid(ctx.actor, factsOf(bid), facts).ok)
  const isDemand = isMember(ctx.actor, scenario.organizationId)
  const marks = await withMarks(ctx, scenario, readable)
  if (!isDemand && readable.length < bids.length) permit({ ok: false, reason: 'scenario.unknown' })
  if (!isDemand && bids.length === 0) permit({ ok: false, reason: 'scenario.unknown' })
  return {
    scenario: {
      id: scenario.id,
      title: scenario.title,
      status: scenario.status,
      rev: scenario.rev,
      deadline: scenario.bidDeadline,
      budgetFen: scenario.budgetFen,
    },
    bids: readable.map((each, index) => ({
      ...viewOf(each),
      unconfirmed: marks[index]?.unconfirmed ?? null,
      independent: isIndependent(scenario.organizationId, each.bid.organizationId, related),
    })),
    can: {
      open: all(
        canOpenBids(ctx.actor, facts),
        when(scenario.bidDeadline !== null && scenario.bidDeadline <= ctx.now, 'scenario.deadlineAhead'),
      ),
    },
    mayDecide: isDemand && scenario.status === 'evaluating',
    formKey: newFormKey(),
    now: ctx.now,
  }
}
