import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { lockInquiry, patchInquiry } from '#db/queries/inquiries.ts'
import { namesOf, WithholdNote, WithholdReasonField } from '#domain/inquiries/inquiry.ts'
import { inquiryLifecycle } from '#domain/inquiries/lifecycle.ts'
import { canWithhold } from '#domain/inquiries/policy.ts'
import { withholdReasons } from '#domain/inquiries/reasons.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { both } from '#domain/shared/localized.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { found } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh, transition } from '../transition.ts'
import { factsOf, loadInquiry } from './load.ts'

export const WithholdFact = z.object({
  id: id.inquiry,
  rev,
  formKey,
  reason: WithholdReasonField,
  note: WithholdNote,
})
export type WithholdFact = z.input<typeof WithholdFact>

/** 暂不披露 with its reason. The fact stays unknown: it counts neither for the product nor against it. */
export async function withholdFact(ctx: Context, input: WithholdFact): Promise<void> {
  const { id: inquiryId, rev: shown, formKey: key, reason, note } = WithholdFact.parse(input)
  const loaded = await loadInquiry(ctx, inquiryId)
  const { inquiry } = loaded
  if (await alreadyDone(ctx.db, inquiryId, key)) return
  await permitFresh(ctx.db, 'inquiry', { ...inquiry, shown }, canWithhold(ctx.actor, factsOf(inquiry)))
  await inTransaction(ctx, async tx => {
    const locked = found(await lockInquiry(tx, inquiryId), 'inquiry.unknown')
    if (await alreadyDone(tx, inquiryId, key)) return
    if (locked.rev !== shown) throw await conflict(tx, 'inquiry', inquiryId)
    const decision = { decidedAt: await ctx.clock(tx), decidedBy: accountIdOf(ctx.actor) }
    await patchInquiry(tx, inquiryId, { reason, note, ...decision })
    const step = {
      lifecycle: inquiryLifecycle,
      id: inquiryId,
      from: locked.status,
      deed: 'withhold' as const,
    }
    await transition(tx, ctx, { ...step, rev: shown, formKey: key, reason: note, after: { reason, note } })
    await tell(tx, await membersOf(tx, [inquiry.demandOrganizationId]), {
      event: 'inquiry.withheld',
      noun: 'inquiry',
      id: inquiryId,
      params: {
        ...{ title: loaded.scenario.title, product: loaded.product, organization: loaded.supply },
        ...{ criteria: namesOf([inquiry.criterion]), reason: both(withholdReasons[reason]) },
      },
      key: `inquiry.withheld:${inquiryId}`,
    })
  })
}
