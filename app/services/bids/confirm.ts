import { z } from 'zod'
import { insertConfirmation } from '#db/queries/addenda.ts'
import { findBid } from '#db/queries/bids.ts'
import { lockScenario } from '#db/queries/scenarios.ts'
import { canConfirmBid } from '#domain/bids/policy.ts'
import { affirmation, decimal } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { factsOf, loadBid } from './load.ts'

export const ConfirmBid = z.object({
  id: id.bid,
  rev,
  formKey,
  /** The last addendum that the firm had before it; an older one is a stale page. */
  addendum: decimal({ min: 1, max: 999, integer: true }),
  affirmed: affirmation,
})
export type ConfirmBid = z.infer<typeof ConfirmBid>

/** 按补充公告重新确认: the firm stands by its sealed bid, before the deadline; nobody else learns of it before the opening. */
export async function confirmBid(ctx: Context, input: ConfirmBid): Promise<void> {
  const { id: bidId, rev: shown, formKey: key, addendum } = ConfirmBid.parse(input)
  const { bid, scenario } = await loadBid(ctx, bidId)
  if (await alreadyDone(ctx.db, bidId, key)) return
  await permitFresh(ctx.db, 'bid', { ...bid, shown }, canConfirmBid(ctx.actor, factsOf(bid)))
  await inTransaction(ctx, async tx => {
    const locked = found(await lockScenario(tx, scenario.id, 'share'), 'scenario.unknown')
    const at = await ctx.clock(tx)
    if (await alreadyDone(tx, bidId, key)) return
    const now = await findBid(tx, bidId)
    if (now?.bid.status !== 'submitted') throw await conflict(tx, 'bid', bidId)
    const isOpen = locked.status === 'published' && locked.bidDeadline !== null && at < locked.bidDeadline
    if (!isOpen) throw new Refusal('conflict', 'bid.deadlinePassed')
    if (locked.addenda !== addendum)
      throw new Refusal('conflict', 'bid.addendumUnseen', { detail: { number: locked.addenda } })
    if (!(await insertConfirmation(tx, { bidId, addendum, accountId: accountIdOf(ctx.actor), at }))) return
    const happening = { noun: 'bid', id: bidId, deed: 'confirm', from: bid.status, to: bid.status }
    await record(tx, ctx, { ...happening, formKey: key, after: { addendum } })
  })
}
