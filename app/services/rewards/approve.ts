import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { membersOf } from '#db/queries/accounts.ts'
import { databaseNow } from '#db/queries/clock.ts'
import type { ClaimRow } from '#db/queries/rewards.ts'
import {
  appendLedger,
  listLedger,
  lowerCounters,
  patchClaim,
  raiseFirmCounter,
  raiseUnitCounter,
} from '#db/queries/rewards.ts'
import { canGrant } from '#domain/rewards/grant.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { canApproveClaim } from '#domain/rewards/policy.ts'
import { ruleOf } from '#domain/rewards/rules.ts'
import { dayOf, isDay, yearOf } from '#domain/shared/dates.ts'
import { listOf, money, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Fen } from '#domain/shared/money.ts'
import { addFen } from '#domain/shared/money.ts'
import type { Context } from '../context.ts'
import { loadPilot } from '../pilots/load.ts'
import { demand, found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut } from '../transition.ts'
import { storedForm } from './apply.ts'
import { assessClaim, claimFacts } from './facts.ts'
import { factsOf, loadClaim } from './load.ts'

export const ApproveClaim = z.object({
  id: id.claim,
  /** The assessed amount per unit, typed in 元: the policy has no rate, so a person assesses and names the basis. */
  units: listOf(z.object({ serial: text({ max: 60 }), fen: money({ maxYuan: 500_000 }) }), {
    min: 1,
    max: 200,
  }),
  basis: text({ min: 4, max: 1000 }),
  rev,
  formKey,
})
export type ApproveClaim = z.infer<typeof ApproveClaim>

/** 审定: reserves per unit and per firm-year. Law 2: no interleaving, retry or crash passes a ceiling. */
export async function approveClaim(ctx: Context, input: ApproveClaim): Promise<void> {
  const { id: claimId, units, basis, rev: shown, formKey: key } = ApproveClaim.parse(input)
  const { claim } = await loadClaim(ctx, claimId)
  if (await alreadyDone(ctx.db, claimId, key)) return
  permit(canApproveClaim(ctx.actor, factsOf(claim)))
  await demandNoticeOver(ctx, claim)
  await demandGrantable(ctx, claim, units)
  const step = { lifecycle: claimLifecycle, id: claimId, from: claim.status, deed: 'approve' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason: basis, after: { units } }, async tx => {
    const capYear = yearOf(await databaseNow(tx))
    await reserve(tx, claim, { capYear, units })
    await patchClaim(tx, claimId, { capYear, approvedFen: addFen(...units.map(unit => unit.fen)) })
    await tell(tx, await membersOf(tx, [claim.organizationId]), {
      event: 'claim.approved',
      noun: 'claim',
      id: claimId,
      params: { number: claim.number ?? '' },
      key: `claim.approved:${key}`,
    })
  })
}

/** Firm first, then the units in one order, so that two approvals never wait for each other in a ring. */
async function reserve(
  tx: Tx,
  claim: ClaimRow,
  { capYear, units }: { capYear: number; units: { serial: string; fen: Fen }[] },
): Promise<void> {
  const { uscc, id: claimId, ruleVersion } = claim
  const { perItemCap, firmYearCap } = found(ruleOf(ruleVersion), 'claim.unknownRule')
  const sum = addFen(...units.map(unit => unit.fen))
  if (!(await raiseFirmCounter(tx, { uscc, capYear, fen: sum, cap: firmYearCap }))) {
    throw new Refusal('conflict', 'claim.firmCapReached')
  }
  for (const { serial, fen } of units.toSorted((a, b) => (a.serial < b.serial ? -1 : 1))) {
    if (!(await raiseUnitCounter(tx, { uscc, serial, fen, cap: perItemCap }))) {
      throw new Refusal('conflict', 'claim.unitCapReached', { detail: { serial } })
    }
  }
  await appendLedger(
    tx,
    units.map(({ serial, fen }) => ({ claimId, uscc, capYear, serial, fen, kind: 'grant' as const })),
  )
}

async function demandNoticeOver(ctx: Context, claim: ClaimRow): Promise<void> {
  const until = claim.noticeTo
  if (isDay(until) && dayOf(await databaseNow(ctx.db)) <= until) {
    throw new Refusal('conflict', 'claim.noticeRunning', { detail: { until } })
  }
}

/** The rules bear these amounts on today's facts; the counters guard the same ceilings against concurrency. */
async function demandGrantable(
  ctx: Context,
  claim: ClaimRow,
  units: { serial: string; fen: Fen }[],
): Promise<void> {
  const facts = await claimFacts(ctx.db, await loadPilot(ctx, claim.pilotId), storedForm(claim.facts))
  demand(
    canGrant(
      assessClaim(facts),
      units.map(({ serial, fen }) => ({ serial, amount: fen })),
    ),
  )
}

export const ReverseClaim = z.object({ id: id.claim, reason: text({ min: 4, max: 1000 }), rev, formKey })
export type ReverseClaim = z.infer<typeof ReverseClaim>

/** 冲回: negative ledger rows; the headroom returns to the year it was taken from. */
export async function reverseClaim(ctx: Context, input: ReverseClaim): Promise<void> {
  const { id: claimId, reason, rev: shown, formKey: key } = ReverseClaim.parse(input)
  const { claim } = await loadClaim(ctx, claimId)
  if (await alreadyDone(ctx.db, claimId, key)) return
  permit(canApproveClaim(ctx.actor, factsOf(claim)))
  const step = { lifecycle: claimLifecycle, id: claimId, from: claim.status, deed: 'reverse' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason }, async tx => {
    const granted = (await listLedger(tx, claimId)).filter(row => row.kind === 'grant')
    const { uscc, capYear } = claim
    if (capYear === null) throw new Refusal('conflict', 'claim.nothingGranted')
    await lowerCounters(tx, { uscc, capYear, units: granted })
    await appendLedger(
      tx,
      granted.map(({ serial, fen }) => ({
        claimId,
        uscc,
        capYear,
        serial,
        fen: -fen as Fen,
        kind: 'reversal' as const,
      })),
    )
    await tell(tx, await membersOf(tx, [claim.organizationId]), {
      event: 'claim.reversed',
      noun: 'claim',
      id: claimId,
      params: { number: claim.number ?? '', reason },
      key: `claim.reversed:${key}`,
    })
  })
}
