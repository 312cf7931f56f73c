import { actorsOf } from '#db/queries/history.ts'
import type { ClaimRecord, ClaimRow } from '#db/queries/rewards.ts'
import { findClaim } from '#db/queries/rewards.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { ClaimFacts } from '#domain/rewards/policy.ts'
import { canApproveClaim, canSeeClaim, handlerDeeds } from '#domain/rewards/policy.ts'
import type { ClaimId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'
import { permitFresh } from '../transition.ts'

export function factsOf(row: ClaimRow): ClaimFacts {
  return { id: row.id, status: row.status, organizationId: row.organizationId }
}

/** The claim for its firm and, once submitted, for the bureau. */
export async function loadClaim(ctx: Context, id: unknown): Promise<ClaimRecord> {
  // Asked first, so that a visitor cannot tell an id that exists from one that does not.
  permit(isSignedIn(ctx.actor))
  const claimId = found(parseId<ClaimId>(id), 'claim.unknown')
  const record = found(await findClaim(ctx.db, claimId), 'claim.unknown')
  permit(canSeeClaim(ctx.actor, factsOf(record.claim)))
  return record
}

/** The second officer's guard: whoever took a handler's step on this claim, whenever, is not the second. */
export async function permitApproval(ctx: Context, { claim }: ClaimRecord, shown: number): Promise<void> {
  const handlers = await actorsOf(ctx.db, { noun: 'claim', objectId: claim.id, deeds: handlerDeeds })
  const verdict = canApproveClaim(ctx.actor, factsOf(claim), handlers)
  await permitFresh(ctx.db, 'claim', { ...claim, shown }, verdict)
}
