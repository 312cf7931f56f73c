import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import type { ClaimRow } from '#db/queries/rewards.ts'
import { patchClaim } from '#db/queries/rewards.ts'
import { canGrant } from '#domain/rewards/grant.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import type { Assessment } from '#domain/rewards/reward.ts'
import { capYearOf } from '#domain/rewards/rules.ts'
import { dayOf, isDay } from '#domain/shared/dates.ts'
import { listOf, money, optional, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { addFen } from '#domain/shared/money.ts'
import { normalSerial } from '#domain/shared/serial.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, transition } from '../transition.ts'
import { claimContent } from './content.ts'
import { judged } from './facts.ts'
import { loadClaim, permitApproval } from './load.ts'
import type { UnitGrant } from './reserve.ts'
import { reserve } from './reserve.ts'

export const ApproveClaim = z.object({
  id: id.claim,
  /**
   * The assessed amount per unit, typed in 元: the policy has no rate, so a person assesses and names the basis.
   * A unit left blank is granted nothing.
   */
  units: listOf(
    z.object({
      serial: text({ max: 60 }).transform(normalSerial),
      fen: optional(money({ maxYuan: 500_000 })),
    }),
    { min: 1, max: 200 },
  ),
  basis: text({ min: 4, max: 1000 }),
  rev,
  formKey,
})
export type ApproveClaim = z.infer<typeof ApproveClaim>

/** 审定: reserves per unit and per firm-year. Law 2: no interleaving, retry or crash passes a ceiling. */
export async function approveClaim(ctx: Context, input: ApproveClaim): Promise<void> {
  const { id: claimId, units: asked, basis, rev: shown, formKey: key } = ApproveClaim.parse(input)
  const loaded = await loadClaim(ctx, claimId)
  const { claim } = loaded
  if (await alreadyDone(ctx.db, claimId, key)) return
  await permitApproval(ctx, loaded, shown)
  const units = asked.flatMap(({ serial, fen }) => (fen === undefined ? [] : [{ serial, fen }]))
  const step = {
    lifecycle: claimLifecycle,
    id: claimId,
    ruleVersion: claim.ruleVersion,
    from: claim.status,
    deed: 'approve' as const,
  }
  await inTransaction(ctx, async tx => {
    const now = await ctx.clock(tx)
    const fresh = await judged(ctx, tx, loaded)
    const granted = { capYear: capYearOf(now), approvedFen: addFen(...units.map(unit => unit.fen)) }
    const after = { ...claimContent(loaded, fresh), ...granted, granted: units }
    const how = { rev: shown, formKey: key, reason: basis, after }
    if ((await transition(tx, ctx, { ...step, ...how })).repeated) return
    demandNoticeOver(claim, now)
    demandGrantable(fresh.assessment, asked, units)
    await reserve(tx, claim, { at: now, units })
    await patchClaim(tx, claimId, { ...fresh, ...granted })
    await tell(tx, await membersOf(tx, [claim.organizationId]), {
      event: 'claim.approved',
      noun: 'claim',
      id: claimId,
      params: { number: claim.number ?? '' },
      key: `claim.approved:${key}`,
    })
  })
}

function demandNoticeOver({ noticeTo: until }: ClaimRow, now: Date): void {
  if (isDay(until) && dayOf(now) <= until)
    throw new Refusal('conflict', 'claim.noticeRunning', { detail: { until } })
}

/** The rules bear these amounts on today's facts; the counters guard the same ceilings against concurrency. */
function demandGrantable(
  assessment: Assessment,
  asked: ApproveClaim['units'],
  units: readonly UnitGrant[],
): void {
  const verdict = canGrant(
    assessment,
    units.map(({ serial, fen }) => ({ serial, amount: fen })),
  )
  if (verdict.ok) return
  const named = verdict.detail?.serial ?? verdict.detail?.item
  const place = asked.findIndex(unit => unit.serial === named)
  const path = place < 0 ? 'units' : `units[${place}].fen`
  throw new Refusal('invalid', verdict.reason, { detail: verdict.detail, path })
}
