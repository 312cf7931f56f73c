import { listScenariosOf } from '#db/queries/scenarios.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import type { ScenarioListItem } from './list.ts'
import { itemOf } from './list.ts'

export interface OwnScenario extends ScenarioListItem {
  updatedAt: Date
}

/** All scenarios of the reader's own organisations, drafts included, the last touched first. */
export async function listMyScenarios(ctx: Context): Promise<OwnScenario[]> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const rows = await listScenariosOf(
    ctx.db,
    memberships.map(each => each.organizationId),
  )
  return rows.map(row => ({ ...itemOf(row), updatedAt: row.scenario.updatedAt }))
}
