import { z } from 'zod'
import { membersOf, officersWith } from '#db/queries/accounts.ts'
import { patchClaim } from '#db/queries/rewards.ts'
import type { ClaimDeed } from '#domain/rewards/lifecycle.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { canHandleClaim } from '#domain/rewards/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { addWorkingDays } from '#domain/shared/working-days.ts'
import type { Context } from '../context.ts'
import { loadPilot } from '../pilots/load.ts'
import { accountIdOf } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut } from '../transition.ts'
import { storedForm } from './apply.ts'
import { assessClaim, claimFacts } from './facts.ts'
import { factsOf, loadClaim } from './load.ts'

/** 公示 of a reward lasts five PRC working days, like that of the catalog. */
const noticeWorkingDays = 5

/** 受理预审、转评审、公示、退回补正、不予奖励. */
export const HandleClaim = z
  .object({
    id: id.claim,
    deed: choice(['precheck', 'forward', 'announce', 'return', 'reject']),
    reason: text({ min: 4, max: 1000 }).optional(),
    rev,
    formKey,
  })
  .refine(input => !['return', 'reject'].includes(input.deed) || input.reason !== undefined, {
    error: 'field.required',
    path: ['reason'],
  })
export type HandleClaim = z.infer<typeof HandleClaim>

/** The handler's steps; a claim is announced only when every condition is known and met. */
export async function handleClaim(ctx: Context, input: HandleClaim): Promise<void> {
  const { id: claimId, deed, reason, rev: shown, formKey: key } = HandleClaim.parse(input)
  const { claim } = await loadClaim(ctx, claimId)
  if (await alreadyDone(ctx.db, claimId, key)) return
  permit(canHandleClaim(ctx.actor, factsOf(claim)))
  const assessment = assessClaim(
    await claimFacts(ctx.db, await loadPilot(ctx, claim.pilotId), storedForm(claim.facts)),
  )
  if (deed === 'announce' && assessment.verdict !== 'eligible')
    throw new Refusal('conflict', 'claim.notDecided')
  const notice = deed === 'announce' ? noticeFrom(ctx) : {}
  const step = { lifecycle: claimLifecycle, id: claimId, from: claim.status, deed: deed satisfies ClaimDeed }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason }, async tx => {
    await patchClaim(tx, claimId, { handledBy: accountIdOf(ctx.actor), assessment, ...notice })
    const told = [
      ...(await membersOf(tx, [claim.organizationId])),
      ...(await officersWith(tx, deed === 'announce' ? ['approver'] : [])),
    ]
    await tell(tx, told, {
      event: deed === 'return' ? 'claim.returned' : deed === 'reject' ? 'claim.rejected' : 'claim.moved',
      noun: 'claim',
      id: claimId,
      params: { number: claim.number ?? '', reason: reason ?? '' },
      key: `claim.${deed}:${key}`,
    })
  })
}

function noticeFrom(ctx: Context) {
  const from = dayOf(ctx.now)
  const until = addWorkingDays(from, noticeWorkingDays)
  if (!until.ok) throw new Refusal('conflict', until.reason)
  return { noticeFrom: from, noticeTo: until.day }
}
