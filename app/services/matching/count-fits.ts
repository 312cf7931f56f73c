import type { FitCount, FitNeed } from '#domain/matching/fits.ts'
import type { TypedNeed } from '#domain/matching/typed-need.ts'
import { canDraftScenario, canEditScenario } from '#domain/scenarios/policy.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'
import { toMatchScenario, whole } from './inputs.ts'
import { shelfOf } from './shelf.ts'

/** The count, or how far reading the published products has got since this process started. */
export type Fits = { counted: true; count: FitCount } | { counted: false; read: number }

/** How many published products would fit a saved draft; for those who may edit it. */
export async function countFits(ctx: Context, id: unknown): Promise<Fits> {
  const record = await loadScenario(ctx, id)
  permit(canEditScenario(ctx.actor, factsOf(record.scenario)))
  return count(ctx, toMatchScenario(record))
}

/** The same of what is being typed; for those who may draft a scenario. What cannot be read yet does not count yet. */
export async function countTypedFits(ctx: Context, typed: TypedNeed): Promise<Fits> {
  const membership = actsFor(ctx.actor, 'publishScenarios')
  permit(canDraftScenario(ctx.actor, membership?.organizationId ?? null))
  const tasks = typed.tasks.map(task => ({ task, weight: 1 }))
  return count(ctx, { tasks, requirements: typed.requirements.flatMap(whole) })
}

async function count(ctx: Context, need: FitNeed): Promise<Fits> {
  const shelf = shelfOf(ctx.db)
  const count = await shelf.count(need)
  return count ? { counted: true, count } : { counted: false, read: shelf.size }
}
