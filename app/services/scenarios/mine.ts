import { type ListSummary, summariseLists } from '#db/queries/matches.ts'
import { listScenariosOf, type ScenarioRecord } from '#db/queries/scenarios.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { completenessOf } from '#domain/scenarios/completeness.ts'
import { canEditScenario } from '#domain/scenarios/policy.ts'
import { firstUnfinished, type StepId, stepIds } from '#domain/scenarios/steps.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import type { ScenarioListItem } from './list.ts'
import { ownItemOf } from './list.ts'
import { factsOf } from './load.ts'

export interface OwnScenario extends ScenarioListItem {
  updatedAt: Date
  /** How far it is written, and where to go on; null once it is nobody's draft any more. */
  draft: { score: number; next: StepId; place: number } | null
  /** The products kept for it; null while it is not matched, or nothing was found. */
  matches: ListSummary | null
}

/** All scenarios of the reader's own organisations, drafts included, the last touched first. */
export async function listMyScenarios(ctx: Context): Promise<OwnScenario[]> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const rows = await listScenariosOf(
    ctx.db,
    memberships.map(each => each.organizationId),
  )
  const lists = await summariseLists(
    ctx.db,
    'scenario',
    rows.map(({ scenario }) => scenario.id),
  )
  return rows.map(row => ({
    ...ownItemOf(row),
    updatedAt: row.scenario.updatedAt,
    draft: canEditScenario(ctx.actor, factsOf(row.scenario)).ok ? draftOf(row) : null,
    matches: lists.get(row.scenario.id) ?? null,
  }))
}

function draftOf({ scenario: { content } }: ScenarioRecord): OwnScenario['draft'] {
  const next = firstUnfinished(content)
  return { score: completenessOf(content).score, next, place: stepIds.indexOf(next) + 1 }
}
