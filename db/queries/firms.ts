import { and, count, desc, eq, inArray, isNotNull, min, notInArray, or, sql } from 'drizzle-orm'
import { publicEntryStatuses } from '../../app/domain/catalog/policy.ts'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { OrganizationId, ProductId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { capabilityRequest, catalogEntry, pilot, product, productVersion, scenario } from '../schema/index.ts'
import type { EntryRecord } from './catalog.ts'
import { listEntriesByIds } from './catalog.ts'
import type { ProductRecord } from './products.ts'
import { listProductsByIds } from './products.ts'
import type { ScenarioRecord } from './scenarios.ts'
import { listScenariosByIds } from './scenarios.ts'

/** Rows of one kind that are shown, and how many there are in all. */
export interface Some<T> {
  rows: T[]
  total: number
}

const all = sql<number>`count(*) over ()::int`

/** The public products of an organisation, the newest first. */
export async function publicProductsOf(
  db: DbOrTx,
  id: OrganizationId,
  limit: number,
): Promise<Some<ProductRecord>> {
  const isPublic = and(
    eq(product.organizationId, id),
    isNotNull(product.publishedVersionId),
    notInArray(product.status, ['suspended', 'withdrawn']),
  )
  const found = await db
    .select({ id: product.id, total: all })
    .from(product)
    .where(isPublic)
    .orderBy(desc(product.publishedAt), product.id)
    .limit(limit)
  const rows = await listProductsByIds(
    db,
    found.map(each => each.id),
  )
  return some(found, rows, row => row.product.id)
}

/** The public scenarios of an organisation, the newest first. */
export async function publicScenariosOf(
  db: DbOrTx,
  id: OrganizationId,
  limit: number,
): Promise<Some<ScenarioRecord>> {
  const found = await db
    .select({ id: scenario.id, total: all })
    .from(scenario)
    .where(and(eq(scenario.organizationId, id), inArray(scenario.status, [...publicScenarioStatuses])))
    .orderBy(desc(scenario.publishedAt), scenario.id)
    .limit(limit)
  const rows = await listScenariosByIds(
    db,
    found.map(each => each.id),
  )
  return some(found, rows, row => row.scenario.id)
}

/** The public catalog entries in which the organisation is one of the two sides. */
export async function publicEntriesOf(
  db: DbOrTx,
  id: OrganizationId,
  limit: number,
): Promise<Some<EntryRecord>> {
  const found = await db
    .select({ id: catalogEntry.id, total: all })
    .from(catalogEntry)
    .innerJoin(pilot, eq(pilot.id, catalogEntry.pilotId))
    .where(and(sideOf(id), inArray(catalogEntry.status, [...publicEntryStatuses])))
    .orderBy(desc(catalogEntry.publishedAt), catalogEntry.id)
    .limit(limit)
  const rows = await listEntriesByIds(
    db,
    found.map(each => each.id),
  )
  return some(found, rows, row => row.entry.id)
}

/** In the order in which they were found. */
function some<T>(
  found: readonly { id: string; total: number }[],
  rows: readonly T[],
  idOf: (row: T) => string,
): Some<T> {
  const byId = new Map(rows.map(row => [idOf(row), row]))
  return { rows: found.flatMap(({ id }) => byId.get(id) ?? []), total: found[0]?.total ?? 0 }
}

const sideOf = (id: OrganizationId) =>
  or(eq(pilot.supplyOrganizationId, id), eq(pilot.demandOrganizationId, id))

/** How the organisation's pilots ended, on either side: accepted, and over without being accepted. */
export async function pilotEndsOf(
  db: DbOrTx,
  id: OrganizationId,
): Promise<{ accepted: number; ended: number }> {
  const [row] = await db
    .select({
      accepted: sql<number>`count(*) filter (where ${pilot.status} = 'accepted')::int`,
      ended: sql<number>`count(*) filter (where ${pilot.status} in ('accepted', 'failed', 'terminated'))::int`,
    })
    .from(pilot)
    .where(sideOf(id))
  return row ?? { accepted: 0, ended: 0 }
}

/** When the first of its capabilities was granted; null for whoever never was verified here. */
export async function verifiedSince(db: DbOrTx, id: OrganizationId): Promise<Date | null> {
  const [row] = await db
    .select({ at: min(capabilityRequest.decidedAt) })
    .from(capabilityRequest)
    .where(and(eq(capabilityRequest.organizationId, id), eq(capabilityRequest.status, 'granted')))
  return row?.at ?? null
}

/** How many accepted pilots each of these products has, all its versions together. */
export async function acceptedPilotsByProduct(
  db: DbOrTx,
  ids: readonly ProductId[],
): Promise<Map<ProductId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: productVersion.productId, n: count() })
    .from(pilot)
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
    .where(and(inArray(productVersion.productId, [...ids]), eq(pilot.status, 'accepted')))
    .groupBy(productVersion.productId)
  return new Map(rows.map(row => [row.id, row.n]))
}
