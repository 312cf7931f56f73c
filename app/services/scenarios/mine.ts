import { listScenariosOf, type ScenarioRecord } from '#db/queries/scenarios.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { completenessOf } from '#domain/scenarios/completeness.ts'
import { firstUnfinished, type StepId } from '#domain/scenarios/steps.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import type { ScenarioListItem } from './list.ts'
import { ownItemOf } from './list.ts'

export interface OwnScenario extends ScenarioListItem {
  updatedAt: Date
  /** How far it is written, and where to go on; null once it is nobody's draft any more. */
  draft: { score: number; next: StepId } | null
}

/** All scenarios of the reader's own organisations, drafts included, the last touched first. */
export async function listMyScenarios(ctx: Context): Promise<OwnScenario[]> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const rows = await listScenariosOf(
    ctx.db,
    memberships.map(each => each.organizationId),
  )
  return rows.map(row => ({
    ...ownItemOf(row),
    updatedAt: row.scenario.updatedAt,
    draft: draftOf(row),
  }))
}

function draftOf({ scenario: { status, content } }: ScenarioRecord): OwnScenario['draft'] {
  if (status !== 'draft' && status !== 'returned') return null
  return { score: completenessOf(content).score, next: firstUnfinished(content) }
}
