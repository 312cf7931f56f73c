import { and, type Column, eq, sql } from 'drizzle-orm'
import type { ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { builtOnce } from '../prepare.ts'
import { organization, product, productVersion, scenario } from '../schema/index.ts'
import { isPublicProduct } from './products.ts'

/** As much of a public product as is judged and shown beside a scenario. */
export type MatchedProduct = Awaited<ReturnType<typeof matchedProducts>>[number]
/** As much of an open call or of a reported case as is judged and shown beside a product. */
export type MatchedScenario = Awaited<ReturnType<typeof matchedScenarios>>[number]

/** Of the side's organisation its name, and its place, which is part of what is matched. */
const party = {
  id: organization.id,
  name: organization.name,
  region: organization.region,
  district: organization.district,
}

/** However many there are, they are one parameter. */
const amongIds = (column: Column) =>
  sql`${column} = any(array(select json_array_elements_text(${sql.placeholder('ids')}::json)))`

const productsQuery = builtOnce((db: DbOrTx) =>
  db
    .select({
      product: { id: product.id, source: product.source, sourceUrl: product.sourceUrl },
      version: { name: productVersion.name, content: productVersion.content },
      organization: party,
    })
    .from(product)
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(and(amongIds(product.id), isPublicProduct))
    .prepare('matched_products'),
)

const scenariosQuery = builtOnce((db: DbOrTx) => {
  const { id, title, source, sourceUrl, sourceYear, bidDeadline, budgetFen, content } = scenario
  return db
    .select({
      scenario: { id, title, source, sourceUrl, sourceYear, bidDeadline, budgetFen, content },
      organization: party,
    })
    .from(scenario)
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
    .where(and(amongIds(scenario.id), eq(scenario.status, 'published')))
    .prepare('matched_scenarios')
})

/** Those of these products that are public, each in its published version. */
export async function matchedProducts(db: DbOrTx, ids: readonly ProductId[]) {
  return ids.length === 0 ? [] : productsQuery(db).execute({ ids: JSON.stringify(ids) })
}

/** Those of these scenarios that are published. */
export async function matchedScenarios(db: DbOrTx, ids: readonly ScenarioId[]) {
  return ids.length === 0 ? [] : scenariosQuery(db).execute({ ids: JSON.stringify(ids) })
}
