import { and, desc, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { OrganizationId, PilotId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  bid,
  organization,
  pilot,
  pilotMetric,
  pilotReport,
  pilotSignature,
  pilotUnit,
  productVersion,
  scenario,
} from '../schema/index.ts'

export type PilotRow = typeof pilot.$inferSelect
export type PilotMetricRow = typeof pilotMetric.$inferSelect
export type PilotReportRow = typeof pilotReport.$inferSelect
export type PilotSignatureRow = typeof pilotSignature.$inferSelect

const demandSide = alias(organization, 'demand_side')
const supplySide = alias(organization, 'supply_side')

/** A pilot with both sides, its scenario, its bid and the product version that runs in it. */
export interface PilotRecord {
  pilot: PilotRow
  demand: typeof organization.$inferSelect
  supply: typeof organization.$inferSelect
  scenario: typeof scenario.$inferSelect
  version: typeof productVersion.$inferSelect
  bid: typeof bid.$inferSelect
}

function records(db: DbOrTx) {
  return db
    .select({ pilot, demand: demandSide, supply: supplySide, scenario, version: productVersion, bid })
    .from(pilot)
    .innerJoin(demandSide, eq(demandSide.id, pilot.demandOrganizationId))
    .innerJoin(supplySide, eq(supplySide.id, pilot.supplyOrganizationId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
    .innerJoin(bid, eq(bid.id, pilot.bidId))
}

export async function findPilot(db: DbOrTx, id: PilotId): Promise<PilotRecord | null> {
  const [row] = await records(db).where(eq(pilot.id, id)).limit(1)
  return row ?? null
}

export async function findPilotOfScenario(db: DbOrTx, scenarioId: ScenarioId): Promise<PilotRow | null> {
  const [row] = await db.select().from(pilot).where(eq(pilot.scenarioId, scenarioId)).limit(1)
  return row ?? null
}

/** The pilots an organisation takes part in, on either side. */
export function listPilotsOf(db: DbOrTx, organizationIds: readonly OrganizationId[]): Promise<PilotRecord[]> {
  if (organizationIds.length === 0) return Promise.resolve([])
  const ids = [...organizationIds]
  return records(db)
    .where(or(inArray(pilot.demandOrganizationId, ids), inArray(pilot.supplyOrganizationId, ids)))
    .orderBy(desc(pilot.updatedAt))
}

export function listPilotsIn(
  db: DbOrTx,
  districts: readonly string[],
  limit: number,
): Promise<PilotRecord[]> {
  const where = inArray(pilot.district, [...districts])
  return records(db).where(where).orderBy(desc(pilot.updatedAt)).limit(limit)
}

export function listAllPilots(db: DbOrTx, limit: number): Promise<PilotRecord[]> {
  return records(db).orderBy(desc(pilot.updatedAt)).limit(limit)
}

export async function insertPilot(tx: Tx, row: typeof pilot.$inferInsert): Promise<void> {
  await tx.insert(pilot).values(row)
}

export async function patchPilot(
  tx: Tx,
  id: PilotId,
  row: Partial<typeof pilot.$inferInsert>,
): Promise<void> {
  await tx.update(pilot).set(row).where(eq(pilot.id, id))
}

/** The pilot's row, locked until commit, so that two signatures cannot both think they are the first. */
export async function lockPilot(tx: Tx, id: PilotId): Promise<PilotRow | null> {
  const [row] = await tx.select().from(pilot).where(eq(pilot.id, id)).for('update')
  return row ?? null
}

export async function insertPilotMetrics(tx: Tx, rows: (typeof pilotMetric.$inferInsert)[]): Promise<void> {
  await tx.insert(pilotMetric).values(rows)
}

export function listPilotMetrics(db: DbOrTx, pilotId: PilotId): Promise<PilotMetricRow[]> {
  return db.select().from(pilotMetric).where(eq(pilotMetric.pilotId, pilotId)).orderBy(pilotMetric.position)
}

export async function setPilotMetric(
  tx: Tx,
  key: { pilotId: PilotId; position: number },
  row: Partial<typeof pilotMetric.$inferInsert>,
): Promise<void> {
  const where = and(eq(pilotMetric.pilotId, key.pilotId), eq(pilotMetric.position, key.position))
  await tx.update(pilotMetric).set(row).where(where)
}

export async function insertPilotUnits(tx: Tx, pilotId: PilotId, serials: readonly string[]): Promise<void> {
  await tx.insert(pilotUnit).values(serials.map(serial => ({ pilotId, serial })))
}

export async function listPilotUnits(db: DbOrTx, pilotId: PilotId): Promise<string[]> {
  const rows = await db
    .select()
    .from(pilotUnit)
    .where(eq(pilotUnit.pilotId, pilotId))
    .orderBy(pilotUnit.serial)
  return rows.map(row => row.serial)
}

/** Inserts the report of a period once; false means that the period has one already. */
export async function insertPilotReport(tx: Tx, row: typeof pilotReport.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(pilotReport)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: pilotReport.id })
  return inserted.length === 1
}

export function listPilotReports(db: DbOrTx, pilotId: PilotId): Promise<PilotReportRow[]> {
  return db
    .select()
    .from(pilotReport)
    .where(eq(pilotReport.pilotId, pilotId))
    .orderBy(pilotReport.periodStart)
}

/** Inserts one side's signature of a round once; false means that the side has signed already. */
export async function insertSignature(tx: Tx, row: typeof pilotSignature.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(pilotSignature)
    .values(row)
    .onConflictDoNothing()
    .returning({ side: pilotSignature.side })
  return inserted.length === 1
}

export function listSignatures(db: DbOrTx, pilotId: PilotId): Promise<PilotSignatureRow[]> {
  return db
    .select()
    .from(pilotSignature)
    .where(eq(pilotSignature.pilotId, pilotId))
    .orderBy(pilotSignature.round, pilotSignature.side)
}
