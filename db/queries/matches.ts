import { and, asc, count, eq, inArray, isNotNull, max, sql } from 'drizzle-orm'
import type { MatchSide } from '../../app/domain/matches/list.ts'
import type { DbOrTx } from '../client.ts'
import { organization, product, scenario, storedMatch } from '../schema/index.ts'
import { isMatchedScenario } from './matched.ts'
import { isPublicProduct } from './products.ts'

export type StoredMatch = typeof storedMatch.$inferSelect
export type NewMatch = Omit<typeof storedMatch.$inferInsert, 'scenarioRank' | 'productRank'>

/** The columns of the table as one side sees it: whose list it is, who stands in it, and at which place. */
export const columns = {
  scenario: { own: storedMatch.scenarioId, other: storedMatch.productId, rank: storedMatch.scenarioRank },
  product: { own: storedMatch.productId, other: storedMatch.scenarioId, rank: storedMatch.productRank },
} as const

/** How many partners a kept list has, and when it was last worked out or patched. */
export interface ListSummary {
  n: number
  at: Date
}

/** The kept lists of these objects, without those that are empty. */
export async function summariseLists(
  db: DbOrTx,
  side: MatchSide,
  ids: readonly string[],
): Promise<Map<string, ListSummary>> {
  if (ids.length === 0) return new Map()
  const { own, rank } = columns[side]
  const rows = await db
    .select({ id: sql<string>`${own}`, n: count(), at: max(storedMatch.computedAt) })
    .from(storedMatch)
    .innerJoin(scenario, and(eq(scenario.id, storedMatch.scenarioId), isMatchedScenario))
    .innerJoin(product, and(eq(product.id, storedMatch.productId), isPublicProduct))
    .where(and(inArray(own, [...ids] as never[]), isNotNull(rank)))
    .groupBy(own)
  return new Map(rows.flatMap(({ id, n, at }) => (at ? [[id, { n, at }] as const] : [])))
}

/** The kept lists of these scenarios, best first, with whose the products are. */
export async function keptLists(db: DbOrTx, ids: readonly string[]) {
  const { scenarioId, productId, scenarioRank, features } = storedMatch
  if (ids.length === 0) return []
  return db
    .select({ scenarioId, productId, features, firmId: organization.id, firm: organization.name })
    .from(storedMatch)
    .innerJoin(scenario, and(eq(scenario.id, scenarioId), isMatchedScenario))
    .innerJoin(product, and(eq(product.id, productId), isPublicProduct))
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .where(
      and(
        sql`${scenarioId} in (select json_array_elements_text(${JSON.stringify(ids)}::json))`,
        isNotNull(scenarioRank),
      ),
    )
    .orderBy(asc(scenarioId), asc(scenarioRank))
}
