import { and, inArray, isNotNull, ne, notInArray, sql } from 'drizzle-orm'
import { publicEntryStatuses } from '../../app/domain/catalog/policy.ts'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { Tx } from '../client.ts'
import { catalogEntry, organization, product, scenario, solution } from '../schema/index.ts'
import { type EntryRecord, listEntriesByIds } from './catalog.ts'
import { type FirmIndexRecord, firmsForIndex } from './firm-index.ts'
import { listProductsByIds, type ProductRecord } from './products.ts'
import { listScenariosByIds, type ScenarioRecord } from './scenarios.ts'
import { type IndexedSolution, solutionsForIndex } from './solutions.ts'

/** Where a page of the index's sources begins: after this id, '' for the first one. */
interface Page {
  after: string
  limit: number
}

/**
 * Public scenarios in the order of their ids. Their rows stay locked against change until the transaction ends, so
 * that a scenario withdrawn meanwhile cannot be written back into the index.
 */
export async function scenarioPage(tx: Tx, { after, limit }: Page): Promise<ScenarioRecord[]> {
  const rows = await tx
    .select({ id: scenario.id })
    .from(scenario)
    .where(and(inArray(scenario.status, [...publicScenarioStatuses]), sql`${scenario.id} > ${after}`))
    .orderBy(scenario.id)
    .limit(limit)
    .for('share')
  return inOrder(rows, await listScenariosByIds(tx, idsOf(rows)), record => record.scenario.id)
}

/** Products with a published version, likewise. */
export async function productPage(tx: Tx, { after, limit }: Page): Promise<ProductRecord[]> {
  const rows = await tx
    .select({ id: product.id })
    .from(product)
    .where(
      and(
        isNotNull(product.publishedVersionId),
        notInArray(product.status, ['suspended', 'withdrawn']),
        sql`${product.id} > ${after}`,
      ),
    )
    .orderBy(product.id)
    .limit(limit)
    .for('share')
  return inOrder(rows, await listProductsByIds(tx, idsOf(rows)), record => record.product.id)
}

/** Public solutions, likewise, with the names of what they bundle. */
export async function solutionPage(tx: Tx, { after, limit }: Page): Promise<IndexedSolution[]> {
  const rows = await tx
    .select({ id: solution.id })
    .from(solution)
    .where(
      and(
        isNotNull(solution.publishedVersionId),
        ne(solution.status, 'withdrawn'),
        sql`${solution.id} > ${after}`,
      ),
    )
    .orderBy(solution.id)
    .limit(limit)
    .for('share')
  return inOrder(rows, await solutionsForIndex(tx, idsOf(rows)), record => record.solution.id)
}

/** Organisations in the order of their ids, whether they have a public page or not. */
export async function firmPage(tx: Tx, { after, limit }: Page): Promise<FirmIndexRecord[]> {
  const rows = await tx
    .select({ id: organization.id })
    .from(organization)
    .where(sql`${organization.id} > ${after}`)
    .orderBy(organization.id)
    .limit(limit)
  return firmsForIndex(tx, idsOf(rows))
}

/** Catalog entries that the public sees, likewise. */
export async function entryPage(tx: Tx, { after, limit }: Page): Promise<EntryRecord[]> {
  const rows = await tx
    .select({ id: catalogEntry.id })
    .from(catalogEntry)
    .where(and(inArray(catalogEntry.status, [...publicEntryStatuses]), sql`${catalogEntry.id} > ${after}`))
    .orderBy(catalogEntry.id)
    .limit(limit)
    .for('share')
  return inOrder(rows, await listEntriesByIds(tx, idsOf(rows)), record => record.entry.id)
}

function idsOf<I extends string>(rows: readonly { id: I }[]): I[] {
  return rows.map(row => row.id)
}

function inOrder<R>(
  rows: readonly { id: string }[],
  records: readonly R[],
  idOf: (record: R) => string,
): R[] {
  return rows.flatMap(({ id }) => records.filter(record => idOf(record) === id))
}
