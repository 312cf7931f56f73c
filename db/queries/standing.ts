import { and, eq, inArray, sql } from 'drizzle-orm'
import type { RobotCategoryId } from '../../app/domain/ontology/tasks.ts'
import type { ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { organization, product, productVersion, scenario } from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

/** Published scenarios as lines of a list. */
export function scenarioLines(db: DbOrTx, ids: readonly ScenarioId[]) {
  const { id, title, number, source, bidDeadline } = scenario
  return db
    .select({ id, title, number, source, bidDeadline, organization: organization.name })
    .from(scenario)
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
    .where(and(eq(scenario.status, 'published'), inArray(id, [...ids])))
}

/** What published products of one kind state, and whose they are. */
export function statedSpecs(db: DbOrTx, category: RobotCategoryId) {
  return db
    .select({ firm: product.organizationId, specs: sql<Specs>`${productVersion.content}->'specs'` })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(and(isPublicProduct, eq(productVersion.category, category)))
}

type Specs = (typeof productVersion.$inferSelect)['content']['specs'] | null
