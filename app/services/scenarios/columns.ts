import type { NewScenario } from '#db/queries/scenarios.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'

/** The columns that repeat the content for lists, filters and deadlines. */
export function columnsOf(content: ScenarioDraft): Partial<NewScenario> & Pick<NewScenario, 'content'> {
  return {
    content,
    title: content.title ?? '',
    domain: content.domain ?? null,
    district: content.district ?? null,
    budgetFen: content.budgetFen ?? null,
    acceptsUnfinalised: content.acceptsUnfinalised ?? false,
    bidDeadline: content.bidDeadline ? new Date(content.bidDeadline) : null,
  }
}
