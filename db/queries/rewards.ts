import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { ClaimId, OrganizationId, PilotId } from '../../app/domain/shared/ids.ts'
import type { Fen } from '../../app/domain/shared/money.ts'
import type { Source } from '../../app/domain/vocabulary.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  organization,
  pilot,
  productVersion,
  rewardClaim,
  rewardFirmCounter,
  rewardLedger,
  scenario,
} from '../schema/index.ts'

export type ClaimRow = typeof rewardClaim.$inferSelect
export type LedgerRow = typeof rewardLedger.$inferSelect

/** One line of a claim's ledger. */
export interface LedgerLine {
  serial: string
  fen: Fen
  kind: LedgerRow['kind']
  capYear: number
  at: Date
}

/** A claim with its firm, its pilot, the scenario, the product version and its ledger, oldest line first. */
export interface ClaimRecord {
  claim: ClaimRow
  firm: typeof organization.$inferSelect
  pilot: typeof pilot.$inferSelect
  scenario: typeof scenario.$inferSelect
  version: typeof productVersion.$inferSelect
  ledger: LedgerLine[]
}

export async function findClaim(db: DbOrTx, id: ClaimId): Promise<ClaimRecord | null> {
  const lines = sql<(Omit<LedgerLine, 'at'> & { at: string })[]>`coalesce((
    select json_agg(json_build_object(
      'serial', l.serial, 'fen', l.fen, 'kind', l.kind, 'capYear', l.cap_year, 'at', l.at) order by l.seq)
    from reward_ledger l where l.claim_id = ${rewardClaim.id}), '[]'::json)`
  const [row] = await db
    .select({ claim: rewardClaim, firm: organization, pilot, scenario, version: productVersion, lines })
    .from(rewardClaim)
    .innerJoin(organization, eq(organization.id, rewardClaim.organizationId))
    .innerJoin(pilot, eq(pilot.id, rewardClaim.pilotId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
    .where(eq(rewardClaim.id, id))
    .limit(1)
  if (!row) return null
  const { lines: ledger, ...record } = row
  return { ...record, ledger: ledger.map(line => ({ ...line, at: new Date(line.at) })) }
}

/** One line of the list of claims; `total` is how many there are on all pages. */
export interface ClaimLine {
  id: ClaimId
  number: string | null
  status: ClaimRow['status']
  firm: string
  source: Source
  title: string
  domain: string | null
  pilotNumber: string | null
  product: string
  approvedFen: Fen | null
  noticeTo: string | null
  updatedAt: Date
  total: number
}

export interface ClaimsFilter {
  organizationIds: readonly OrganizationId[]
  /** Every firm's, as far as they were submitted. */
  all: boolean
  statuses: readonly ClaimRow['status'][]
}

/** The claims of these firms, and for an officer all that were submitted; the last touched first. */
export async function listClaims(
  db: DbOrTx,
  { organizationIds, all, statuses }: ClaimsFilter,
  { offset, limit }: { offset: number; limit: number },
): Promise<ClaimLine[]> {
  const own =
    organizationIds.length > 0 ? inArray(rewardClaim.organizationId, [...organizationIds]) : undefined
  const seen = or(own, all ? ne(rewardClaim.status, 'draft') : undefined)
  if (!seen) return []
  return db
    .select({
      id: rewardClaim.id,
      number: rewardClaim.number,
      status: rewardClaim.status,
      firm: organization.name,
      source: organization.source,
      title: scenario.title,
      domain: scenario.domain,
      pilotNumber: pilot.number,
      product: productVersion.name,
      approvedFen: rewardClaim.approvedFen,
      noticeTo: rewardClaim.noticeTo,
      updatedAt: rewardClaim.updatedAt,
      total: sql<number>`count(*) over()`.mapWith(Number),
    })
    .from(rewardClaim)
    .innerJoin(organization, eq(organization.id, rewardClaim.organizationId))
    .innerJoin(pilot, eq(pilot.id, rewardClaim.pilotId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
    .where(and(seen, inArray(rewardClaim.status, [...statuses])))
    .orderBy(desc(rewardClaim.updatedAt), rewardClaim.id)
    .offset(offset)
    .limit(limit)
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

export async function insertClaim(tx: Tx, row: typeof rewardClaim.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(rewardClaim)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: rewardClaim.id })
  return inserted.length === 1
}

/** Rewrites a draft that is still at `rev`; false means that somebody was faster. */
export async function rewriteClaim(
  tx: Tx,
  { id, rev, row }: { id: ClaimId; rev: number; row: Partial<typeof rewardClaim.$inferInsert> },
): Promise<boolean> {
  const written = await tx
    .update(rewardClaim)
    .set({ ...row, rev: rev + 1, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(rewardClaim.id, id), eq(rewardClaim.rev, rev), eq(rewardClaim.status, 'draft')))
    .returning({ id: rewardClaim.id })
  return written.length === 1
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
