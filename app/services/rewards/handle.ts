import { z } from 'zod'
import { membersOf, officersWith } from '#db/queries/accounts.ts'
import { patchClaim } from '#db/queries/rewards.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import type { HandlerDeed } from '#domain/rewards/policy.ts'
import { canHandleClaim, handlerDeeds } from '#domain/rewards/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { choice, optional, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { NoticeEvent } from '#domain/shared/notices.ts'
import { noticeEnd } from '#domain/shared/working-days.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { claimContent } from './content.ts'
import { judged } from './facts.ts'
import { factsOf, loadClaim } from './load.ts'

/** 公示 of a reward lasts five PRC working days, like that of the catalog. */
const noticeWorkingDays = 5

/** 受理预审、转评审、公示、退回补正、不予奖励; the last two always say why. */
export const HandleClaim = z
  .object({
    id: id.claim,
    deed: choice(handlerDeeds),
    reason: optional(text({ min: 4, max: 1000 })),
    rev,
    formKey,
  })
  .refine(input => !['return', 'reject'].includes(input.deed) || input.reason !== undefined, {
    error: 'field.required',
    path: ['reason'],
  })
export type HandleClaim = z.infer<typeof HandleClaim>

const eventOf: Record<HandlerDeed, NoticeEvent> = {
  precheck: 'claim.moved',
  forward: 'claim.moved',
  announce: 'claim.moved',
  return: 'claim.returned',
  reject: 'claim.rejected',
}

/** The handler's steps; a claim is announced only when every condition is known and met. */
export async function handleClaim(ctx: Context, input: HandleClaim): Promise<void> {
  const { id: claimId, deed, reason, rev: shown, formKey: key } = HandleClaim.parse(input)
  // Asked first: a claim that this very form has returned is its firm's draft again, and hidden from the bureau.
  if (await alreadyDone(ctx.db, claimId, key)) return
  const loaded = await loadClaim(ctx, claimId)
  const { claim } = loaded
  await permitFresh(ctx.db, 'claim', { ...claim, shown }, canHandleClaim(ctx.actor, factsOf(claim)))
  const fresh = await judged(ctx, ctx.db, loaded)
  const step = {
    lifecycle: claimLifecycle,
    id: claimId,
    ruleVersion: claim.ruleVersion,
    from: claim.status,
    deed,
  }
  const decided = fresh.assessment.verdict === 'eligible'
  const notice = deed === 'announce' && decided ? await noticeFrom(ctx) : {}
  const after = claimContent({ ...loaded, claim: { ...claim, ...notice } }, fresh)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    if (deed === 'announce' && !decided) throw new Refusal('conflict', 'claim.notDecided')
    await patchClaim(tx, claimId, { handledBy: accountIdOf(ctx.actor), ...fresh, ...notice })
    const told = [
      ...(await membersOf(tx, [claim.organizationId])),
      ...(await officersWith(tx, deed === 'announce' ? ['approver'] : [])),
    ]
    await tell(tx, told, {
      event: eventOf[deed],
      noun: 'claim',
      id: claimId,
      params: { number: claim.number ?? '', reason: reason ?? '' },
      key: `claim.${deed}:${key}`,
    })
  })
}

async function noticeFrom(ctx: Context) {
  const from = dayOf(await ctx.clock(ctx.db))
  return { noticeFrom: from, noticeTo: noticeEnd(from, noticeWorkingDays) }
}
