import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { ClaimId, OrganizationId, PilotId } from '../../app/domain/shared/ids.ts'
import type { Fen } from '../../app/domain/shared/money.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  organization,
  pilot,
  productVersion,
  rewardClaim,
  rewardFirmCounter,
  rewardLedger,
  rewardUnitCounter,
  scenario,
} from '../schema/index.ts'

export type ClaimRow = typeof rewardClaim.$inferSelect
export type LedgerRow = typeof rewardLedger.$inferSelect

/** A claim with its firm, its pilot, the scenario and the product version. */
export interface ClaimRecord {
  claim: ClaimRow
  firm: typeof organization.$inferSelect
  pilot: typeof pilot.$inferSelect
  scenario: typeof scenario.$inferSelect
  version: typeof productVersion.$inferSelect
}

function records(db: DbOrTx) {
  return db
    .select({ claim: rewardClaim, firm: organization, pilot, scenario, version: productVersion })
    .from(rewardClaim)
    .innerJoin(organization, eq(organization.id, rewardClaim.organizationId))
    .innerJoin(pilot, eq(pilot.id, rewardClaim.pilotId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
}

export async function findClaim(db: DbOrTx, id: ClaimId): Promise<ClaimRecord | null> {
  const [row] = await records(db).where(eq(rewardClaim.id, id)).limit(1)
  return row ?? null
}

/** The pilot's claim that was neither rejected nor reversed, if there is one. */
export async function findLiveClaimOf(db: DbOrTx, pilotId: PilotId): Promise<ClaimRow | null> {
  const where = and(
    eq(rewardClaim.pilotId, pilotId),
    sql`${rewardClaim.status} not in ('rejected','reversed')`,
  )
  const [row] = await db.select().from(rewardClaim).where(where).limit(1)
  return row ?? null
}

export function listClaimsOf(db: DbOrTx, organizationIds: readonly OrganizationId[]): Promise<ClaimRecord[]> {
  if (organizationIds.length === 0) return Promise.resolve([])
  return records(db)
    .where(inArray(rewardClaim.organizationId, [...organizationIds]))
    .orderBy(desc(rewardClaim.updatedAt))
}

export async function insertClaim(tx: Tx, row: typeof rewardClaim.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(rewardClaim)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: rewardClaim.id })
  return inserted.length === 1
}

export async function patchClaim(
  tx: Tx,
  id: ClaimId,
  row: Partial<typeof rewardClaim.$inferInsert>,
): Promise<void> {
  await tx.update(rewardClaim).set(row).where(eq(rewardClaim.id, id))
}

/** What a firm has been granted in a cap year, all its claims together. */
export async function firmGranted(db: DbOrTx, uscc: string, capYear: number): Promise<Fen> {
  const where = and(eq(rewardFirmCounter.uscc, uscc), eq(rewardFirmCounter.capYear, capYear))
  const [row] = await db.select({ fen: rewardFirmCounter.fen }).from(rewardFirmCounter).where(where)
  return row?.fen ?? (0 as Fen)
}

/** What each of a firm's units has been granted over all its pilots; a unit without a row has had nothing. */
export async function unitsGranted(
  db: DbOrTx,
  uscc: string,
  serials: readonly string[],
): Promise<Map<string, Fen>> {
  if (serials.length === 0) return new Map()
  const where = and(eq(rewardUnitCounter.uscc, uscc), inArray(rewardUnitCounter.serial, [...serials]))
  const rows = await db
    .select({ serial: rewardUnitCounter.serial, fen: rewardUnitCounter.fen })
    .from(rewardUnitCounter)
    .where(where)
  return new Map(rows.map(row => [row.serial, row.fen]))
}

export function listLedger(db: DbOrTx, claimId: ClaimId): Promise<LedgerRow[]> {
  return db.select().from(rewardLedger).where(eq(rewardLedger.claimId, claimId)).orderBy(rewardLedger.seq)
}

/**
 * Adds to a firm's year only while the sum stays within `cap`: one statement, so no interleaving can pass it.
 * Answers false when it would not.
 */
export async function raiseFirmCounter(
  tx: Tx,
  { uscc, capYear, fen, cap }: { uscc: string; capYear: number; fen: Fen; cap: Fen },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into reward_firm_counter as counter (uscc, cap_year, fen)
    select ${uscc}, ${capYear}::int, ${fen}::bigint where ${fen}::bigint <= ${cap}::bigint
    on conflict (uscc, cap_year) do update set fen = counter.fen + excluded.fen
    where counter.fen + excluded.fen <= ${cap}::bigint
    returning fen`)
  return rows.length === 1
}

/** The same for one unit, cumulatively over all its pilots and years. */
export async function raiseUnitCounter(
  tx: Tx,
  { uscc, serial, fen, cap }: { uscc: string; serial: string; fen: Fen; cap: Fen },
): Promise<boolean> {
  const rows = await tx.execute(sql`
    insert into reward_unit_counter as counter (uscc, serial, fen)
    select ${uscc}, ${serial}, ${fen}::bigint where ${fen}::bigint <= ${cap}::bigint
    on conflict (uscc, serial) do update set fen = counter.fen + excluded.fen
    where counter.fen + excluded.fen <= ${cap}::bigint
    returning fen`)
  return rows.length === 1
}

/** Gives back what a claim had taken, to the year and the units it had taken it from. */
export async function lowerCounters(
  tx: Tx,
  { uscc, capYear, units }: { uscc: string; capYear: number; units: readonly { serial: string; fen: Fen }[] },
): Promise<void> {
  const sum = units.reduce((total, unit) => total + unit.fen, 0)
  await tx.execute(
    sql`update reward_firm_counter set fen = fen - ${sum}::bigint where uscc = ${uscc} and cap_year = ${capYear}`,
  )
  for (const { serial, fen } of units) {
    await tx.execute(
      sql`update reward_unit_counter set fen = fen - ${fen}::bigint where uscc = ${uscc} and serial = ${serial}`,
    )
  }
}

export async function appendLedger(tx: Tx, rows: (typeof rewardLedger.$inferInsert)[]): Promise<void> {
  await tx.insert(rewardLedger).values(rows)
}
