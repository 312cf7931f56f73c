import type { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import { findBid, insertBid, listBiddableProducts } from '#db/queries/bids.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import type { BidContent } from '#domain/bids/bid.ts'
import { BidForm } from '#domain/bids/bid.ts'
import { canBid } from '#domain/bids/policy.ts'
import type { Membership } from '#domain/shared/actor.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { decimal } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { BidId, ProductVersionId, ScenarioId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'

/** The form's key becomes the bid's id, so the same form sent twice makes one bid. */
export const SubmitBid = BidForm.extend({
  scenarioId: id.scenario,
  formKey,
  /** The last 补充公告 that the form showed; a bid on an older text is not taken. */
  addendum: decimal({ min: 0, max: 999, integer: true }).default(0),
})
export type SubmitBid = z.input<typeof SubmitBid>

/** What the firm can prove afterwards: that these very words were received at this instant. */
export interface Receipt {
  id: BidId
  hash: string
  at: Date
}

/** 应标: sealed at once, before the deadline of the database's clock, one live bid per firm and scenario. */
export async function submitBid(ctx: Context, input: SubmitBid): Promise<Receipt> {
  const { scenarioId, formKey: key, productId, affirmed: _, addendum, ...content } = SubmitBid.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  const firm = actsFor(ctx.actor, 'bid')
  permit(canBid(ctx.actor, factsOf(scenario), firm))
  const member = found(firm, 'bid.unknown')
  const products = await listBiddableProducts(ctx.db, member.organizationId)
  const quoted = products.find(product => product.id === productId)
  if (!quoted) throw new Refusal('invalid', 'bid.productNotPublished', { path: 'productId' })
  return inTransaction(ctx, tx =>
    seal(tx, ctx, {
      id: brand<BidId>(key),
      scenarioId,
      member,
      versionId: quoted.versionId,
      addendum,
      content,
    }),
  )
}

interface Sealing {
  id: BidId
  scenarioId: ScenarioId
  member: Membership
  versionId: ProductVersionId
  addendum: number
  content: BidContent
}

async function seal(tx: Tx, ctx: Context, sealing: Sealing): Promise<Receipt> {
  const { id: bidId, scenarioId, member, versionId, addendum, content } = sealing
  const { organizationId } = member
  // The opening locks this row for update, so no bid can commit once the opening has begun.
  const scenario = found(await lockScenario(tx, scenarioId, 'share'), 'scenario.unknown')
  const at = await ctx.clock(tx)
  const first = await findBid(tx, bidId)
  if (first) return receiptOf(first.bid, organizationId)
  if (scenario.status !== 'published') throw new Refusal('conflict', 'scenario.notOpenForBids')
  if (!scenario.bidDeadline || at >= scenario.bidDeadline) throw new Refusal('conflict', 'bid.deadlinePassed')
  if (scenario.addenda !== addendum)
    throw new Refusal('conflict', 'bid.addendumUnseen', { detail: { number: scenario.addenda } })
  const hash = digest({ bidId, scenarioId, organizationId, versionId, content, at })
  const row = {
    ...{ id: bidId, status: 'submitted' as const, scenarioId, organizationId, productVersionId: versionId },
    ...{ content, addendum, submittedBy: accountIdOf(ctx.actor), submittedAt: at, receiptHash: hash },
  }
  if (!(await insertBid(tx, row))) {
    const winner = await findBid(tx, bidId)
    if (winner) return receiptOf(winner.bid, organizationId)
    throw new Refusal('conflict', 'bid.alreadySubmitted')
  }
  await record(tx, ctx, {
    noun: 'bid',
    id: bidId,
    deed: 'submit',
    from: 'draft',
    to: 'submitted',
    after: { hash },
  })
  await tell(tx, await membersOf(tx, [organizationId]), {
    event: 'bid.received',
    noun: 'bid',
    id: bidId,
    params: { title: scenario.title, receipt: hash },
    key: `bid.received:${bidId}`,
  })
  return { id: bidId, hash, at }
}

function receiptOf(
  bid: { id: BidId; organizationId: string; receiptHash: string | null; submittedAt: Date | null },
  organizationId: string,
): Receipt {
  if (bid.organizationId !== organizationId || !bid.receiptHash || !bid.submittedAt) {
    throw new Refusal('notFound', 'bid.unknown')
  }
  return { id: bid.id, hash: bid.receiptHash, at: bid.submittedAt }
}
