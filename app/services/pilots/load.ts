import type { PilotRecord, PilotRow } from '#db/queries/pilots.ts'
import { findPilot } from '#db/queries/pilots.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { PilotFacts } from '#domain/pilots/policy.ts'
import { canSeePilot } from '#domain/pilots/policy.ts'
import type { PilotId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf(row: PilotRow): PilotFacts {
  const { status, demandOrganizationId, supplyOrganizationId, district } = row
  return { status, demandOrganizationId, supplyOrganizationId, district }
}

/** The pilot for its two sides and the bureau; it does not exist for anybody else. */
export async function loadPilot(ctx: Context, id: unknown): Promise<PilotRecord> {
  // Asked first, so that a visitor cannot tell an id that exists from one that does not.
  permit(isSignedIn(ctx.actor))
  const pilotId = found(parseId<PilotId>(id), 'pilot.unknown')
  const record = found(await findPilot(ctx.db, pilotId), 'pilot.unknown')
  permit(canSeePilot(ctx.actor, factsOf(record.pilot)))
  return record
}
