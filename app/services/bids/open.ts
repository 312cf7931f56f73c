import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import type { BidRecord } from '#db/queries/bids.ts'
import { listBidsOn, patchBid } from '#db/queries/bids.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { scenarioLifecycle } from '#domain/scenarios/lifecycle.ts'
import { canOpenBids } from '#domain/scenarios/policy.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { found, Refusal } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'
import { indexScenario } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh, transition } from '../transition.ts'
import { bidContent } from './content.ts'

export const OpenBids = z.object({ id: id.scenario, rev, formKey })
export type OpenBids = z.infer<typeof OpenBids>

/** 开封: all bids of a scenario at once, never before the deadline has passed on the database's clock. */
export async function openBids(ctx: Context, input: OpenBids): Promise<void> {
  const { id: scenarioId, rev: shown, formKey: key } = OpenBids.parse(input)
  const { scenario } = await loadScenario(ctx, scenarioId)
  if (await alreadyDone(ctx.db, scenarioId, key)) return
  await permitFresh(ctx.db, 'scenario', { ...scenario, shown }, canOpenBids(ctx.actor, factsOf(scenario)))
  await inTransaction(ctx, async tx => {
    const locked = found(await lockScenario(tx, scenarioId, 'update'), 'scenario.unknown')
    if (await alreadyDone(tx, scenarioId, key)) return
    if (locked.status !== 'published') throw await conflict(tx, 'scenario', scenarioId)
    const deadline = locked.bidDeadline
    if (!deadline || (await ctx.clock(tx)) < deadline) throw new Refusal('conflict', 'scenario.deadlineAhead')
    const sealed = await listBidsOn(tx, scenarioId, ['submitted'])
    if (sealed.length === 0) throw new Refusal('conflict', 'scenario.noBids')
    const step = {
      lifecycle: scenarioLifecycle,
      id: scenarioId,
      from: scenario.status,
      deed: 'open' as const,
    }
    const after = { ...locked.content, bids: sealed.map(receiptIn) }
    const { repeated } = await transition(tx, ctx, { ...step, rev: shown, formKey: key, after })
    if (repeated) return
    for (const each of sealed) await openBid(tx, ctx, each)
    await indexScenario(tx, ctx, scenarioId)
    const told = await membersOf(tx, [
      scenario.organizationId,
      ...sealed.map(({ bid }) => bid.organizationId),
    ])
    await tell(tx, told, {
      event: 'scenario.opened',
      noun: 'scenario',
      id: scenarioId,
      params: { title: scenario.title, count: sealed.length },
      key: `scenario.opened:${key}`,
    })
  })
}

/** Which bids lay there, and that each is the one that was received. */
function receiptIn({ bid, firm }: BidRecord) {
  return {
    firm: { name: firm.name, uscc: firm.uscc },
    submittedAt: bid.submittedAt,
    receiptHash: bid.receiptHash,
  }
}

async function openBid(tx: Tx, ctx: Context, record: BidRecord): Promise<void> {
  const { bid } = record
  const number = await takeNumber(tx, 'YB', yearOf(ctx.now))
  const after = bidContent({ ...record, bid: { ...bid, number } })
  await transition(tx, ctx, { lifecycle: bidLifecycle, id: bid.id, from: bid.status, deed: 'open', after })
  await patchBid(tx, bid.id, { number })
}
