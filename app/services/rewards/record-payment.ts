import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { calendarDay, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut } from '../transition.ts'
import { claimContent } from './content.ts'
import { kept } from './facts.ts'
import { loadClaim, permitApproval } from './load.ts'

export const RecordPayment = z.object({
  id: id.claim,
  /** 拨付凭证号 of the treasury's own system. */
  voucher: text({ min: 4, max: 100 }),
  paidOn: calendarDay(),
  rev,
  formKey,
})
export type RecordPayment = z.infer<typeof RecordPayment>

/** 拨付登记: notes that the money was paid elsewhere, when and under which voucher. Nothing is paid here. */
export async function recordPayment(ctx: Context, input: RecordPayment): Promise<void> {
  const { id: claimId, voucher, paidOn, rev: shown, formKey: key } = RecordPayment.parse(input)
  const loaded = await loadClaim(ctx, claimId)
  const { claim } = loaded
  if (await alreadyDone(ctx.db, claimId, key)) return
  await permitApproval(ctx, loaded, shown)
  const step = {
    lifecycle: claimLifecycle,
    id: claimId,
    ruleVersion: claim.ruleVersion,
    from: claim.status,
    deed: 'recordPayment' as const,
  }
  const reason = `${paidOn} · ${voucher}`
  const after = { ...claimContent(loaded, kept(loaded)), paidOn, voucher }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    if (paidOn > dayOf(await ctx.clock(tx)))
      throw new Refusal('invalid', 'claim.paidAhead', { path: 'paidOn' })
    if (claim.noticeTo !== null && paidOn <= claim.noticeTo)
      throw new Refusal('invalid', 'claim.paidEarly', { path: 'paidOn', detail: { until: claim.noticeTo } })
    await tell(tx, await membersOf(tx, [claim.organizationId]), {
      event: 'claim.paid',
      noun: 'claim',
      id: claimId,
      params: { number: claim.number ?? '', paidOn, voucher },
      key: `claim.paid:${key}`,
    })
  })
}
