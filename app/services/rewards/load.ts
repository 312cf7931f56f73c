import type { ClaimRecord, ClaimRow } from '#db/queries/rewards.ts'
import { findClaim } from '#db/queries/rewards.ts'
import type { ClaimFacts } from '#domain/rewards/policy.ts'
import { canSeeClaim } from '#domain/rewards/policy.ts'
import type { ClaimId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf(row: ClaimRow): ClaimFacts {
  return { status: row.status, organizationId: row.organizationId, handledBy: row.handledBy }
}

/** The claim for its firm and, once submitted, for the bureau. */
export async function loadClaim(ctx: Context, id: unknown): Promise<ClaimRecord> {
  const claimId = found(parseId<ClaimId>(id), 'claim.unknown')
  const record = found(await findClaim(ctx.db, claimId), 'claim.unknown')
  permit(canSeeClaim(ctx.actor, factsOf(record.claim)))
  return record
}
