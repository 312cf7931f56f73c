import { z } from 'zod'
import { bidLifecycle } from '#domain/bids/lifecycle.ts'
import { canWithdrawBid } from '#domain/bids/policy.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { factsOf, loadBid } from './load.ts'

export const WithdrawBid = z.object({ id: id.bid, rev, formKey })
export type WithdrawBid = z.infer<typeof WithdrawBid>

/** 撤回 while sealed; the firm may then submit another one before the deadline. */
export async function withdrawBid(ctx: Context, input: WithdrawBid): Promise<void> {
  const { id: bidId, rev: shown, formKey: key } = WithdrawBid.parse(input)
  const { bid } = await loadBid(ctx, bidId)
  if (await alreadyDone(ctx.db, bidId, key)) return
  await permitFresh(ctx.db, 'bid', { ...bid, shown }, canWithdrawBid(ctx.actor, factsOf(bid)))
  const step = { lifecycle: bidLifecycle, id: bidId, from: bid.status, deed: 'withdraw' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key }, async () => {})
}
