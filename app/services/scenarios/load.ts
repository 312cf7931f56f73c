import type { ScenarioRecord, ScenarioRow } from '#db/queries/scenarios.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import type { ScenarioFacts } from '#domain/scenarios/policy.ts'
import { canSeeScenario } from '#domain/scenarios/policy.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf(row: ScenarioRow): ScenarioFacts {
  const { id, status, organizationId, source, district } = row
  return { id, status, organizationId, source, district, wasPublished: row.publishedAt !== null }
}

/** The scenario as far as this actor may see it: unknown, ill-formed and foreign ids all answer 404. */
export async function loadScenario(ctx: Context, id: unknown): Promise<ScenarioRecord> {
  const scenarioId = found(parseId<ScenarioId>(id), 'scenario.unknown')
  const record = found(await findScenario(ctx.db, scenarioId), 'scenario.unknown')
  permit(canSeeScenario(ctx.actor, factsOf(record.scenario)))
  return record
}
