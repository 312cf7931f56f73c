import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { appendLedger, listLedger, lowerCounters } from '#db/queries/rewards.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { fen } from '#domain/shared/money.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut } from '../transition.ts'
import { claimContent } from './content.ts'
import { kept } from './facts.ts'
import { loadClaim, permitApproval } from './load.ts'

export const ReverseClaim = z.object({ id: id.claim, reason: text({ min: 4, max: 1000 }), rev, formKey })
export type ReverseClaim = z.infer<typeof ReverseClaim>

/** 冲回: negative ledger rows; the headroom returns to the year it was taken from. */
export async function reverseClaim(ctx: Context, input: ReverseClaim): Promise<void> {
  const { id: claimId, reason, rev: shown, formKey: key } = ReverseClaim.parse(input)
  const loaded = await loadClaim(ctx, claimId)
  const { claim } = loaded
  if (await alreadyDone(ctx.db, claimId, key)) return
  await permitApproval(ctx, loaded, shown)
  const step = {
    lifecycle: claimLifecycle,
    id: claimId,
    ruleVersion: claim.ruleVersion,
    from: claim.status,
    deed: 'reverse' as const,
  }
  const after = claimContent(loaded, kept(loaded))
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    const { uscc, capYear } = claim
    const granted = (await listLedger(tx, claimId)).filter(row => row.kind === 'grant')
    if (capYear === null || granted.length === 0) throw new Refusal('conflict', 'claim.nothingGranted')
    await lowerCounters(tx, { uscc, capYear, units: granted })
    const back = { claimId, uscc, capYear, kind: 'reversal' as const, at: await ctx.clock(tx) }
    await appendLedger(
      tx,
      granted.map(row => ({ ...back, serial: row.serial, fen: fen(-row.fen) })),
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
