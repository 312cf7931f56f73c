import { countInvitedFirms } from '#db/queries/introductions.ts'
import { canReadTalksOf } from '#domain/introductions/policy.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'

export interface Invited {
  /** Firms invited, those whose invitation was taken back left out. */
  firms: number
  /** Whether the reader may see which, and what was said. */
  reads: boolean
}

// public: that firms were invited, and how many, is everybody's to know; which ones is not
/** How many firms a scenario has invited. Whoever reads it may answer the call just the same. */
export async function invitedTo(ctx: Pick<Context, 'db' | 'actor'>, id: ScenarioId): Promise<Invited> {
  const { firms, organizationId } = await countInvitedFirms(ctx.db, id)
  return { firms, reads: organizationId !== null && canReadTalksOf(ctx.actor, organizationId).ok }
}
