import type { PlacedEntry } from '#domain/matching/diversify.ts'
import type { Match } from '#domain/matching/match.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import type { Context } from '#services/context.ts'
import { arrange } from '#services/exposure/arrange.ts'
import { noteShown } from '#services/exposure/note-shown.ts'
import { finderOf } from '#services/matching/finder.ts'
import { toMatchScenario } from '#services/matching/inputs.ts'
import { loadScenario } from '#services/scenarios/load.ts'

/** A scenario's suggestions as its page lays them out for this reader. */
export async function suggested(ctx: Context, id: ScenarioId): Promise<PlacedEntry<Match>[]> {
  const scenario = toMatchScenario(await loadScenario(ctx, id))
  const { main } = await finderOf(ctx).productsFor(scenario, 1_000)
  return arrange(ctx, main)
}

/** Somebody reads the first ten of a scenario's suggestions. */
export async function lookAt(ctx: Context, id: ScenarioId): Promise<PlacedEntry<Match>[]> {
  const [placed, { organization }] = [await suggested(ctx, id), await loadScenario(ctx, id)]
  const shown = placed.slice(0, 10)
  await noteShown(ctx, { organizationId: organization.id, shown, weights: { version: 1 } })
  return shown
}
