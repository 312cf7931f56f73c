import { and, eq, sql } from 'drizzle-orm'
import type { ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { organization, scenario } from '../schema/index.ts'

/** Published scenarios as lines of a list. */
export function scenarioLines(db: DbOrTx, ids: readonly ScenarioId[]) {
  const { id, title, number, source, bidDeadline } = scenario
  return db
    .select({ id, title, number, source, bidDeadline, organization: organization.name })
    .from(scenario)
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
    .where(
      and(
        eq(scenario.status, 'published'),
        sql`${id} in (select json_array_elements_text(${JSON.stringify(ids)}::json))`,
      ),
    )
}
