import { type Missing, missingIn } from '#domain/scenarios/missing.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'

/** What keeps this content from being submitted now, the deadline's passing among it. */
export function openPlaces(content: ScenarioDraft, now: Date): Missing[] {
  const missing = missingIn(content)
  const late = content.bidDeadline !== undefined && new Date(content.bidDeadline) <= now
  return late ? [...missing, { field: 'bidDeadline', error: 'scenario.deadlinePassed' }] : missing
}

/**
 * Everything a bidder has to know is there, and the deadline lies ahead on the database's clock. Asked when a
 * scenario is submitted and again when it is published, whichever way its content came in.
 */
// public: the verbs that ask have judged their actor
export async function demandComplete(ctx: Context, content: ScenarioDraft): Promise<void> {
  const missing = missingIn(content)
  if (missing.length > 0)
    throw new Refusal('invalid', 'scenario.incomplete', { detail: { count: missing.length } })
  if (openPlaces(content, await ctx.clock(ctx.db)).length > 0)
    throw new Refusal('invalid', 'scenario.deadlinePassed', { path: 'bidDeadline' })
}
