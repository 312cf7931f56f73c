import type { FitCount } from '#domain/matching/fits.ts'
import { canEditScenario } from '#domain/scenarios/policy.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'
import { toMatchScenario } from './inputs.ts'
import { shelfOf } from './shelf.ts'

/** The count, or how far reading the published products has got since this process started. */
export type Fits = { counted: true; count: FitCount } | { counted: false; read: number }

/** How many published products would fit a saved draft; for those who may edit it. */
export async function countFits(ctx: Context, id: unknown): Promise<Fits> {
  const record = await loadScenario(ctx, id)
  permit(canEditScenario(ctx.actor, factsOf(record.scenario)))
  const shelf = shelfOf(ctx.db)
  const count = await shelf.count(toMatchScenario(record))
  return count ? { counted: true, count } : { counted: false, read: shelf.size }
}
