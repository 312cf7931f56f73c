import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { PilotId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { pilot, pilotInsurance, pilotSafeguard, scenario } from '../schema/index.ts'

export type SafeguardRow = typeof pilotSafeguard.$inferSelect
export type InsuranceRow = typeof pilotInsurance.$inferSelect

export function listSafeguards(db: DbOrTx, pilotId: PilotId): Promise<SafeguardRow[]> {
  return db.select().from(pilotSafeguard).where(eq(pilotSafeguard.pilotId, pilotId))
}

/** What one side answers now takes the place of what it answered before. */
export async function putSafeguards(tx: Tx, rows: (typeof pilotSafeguard.$inferInsert)[]): Promise<void> {
  await tx
    .insert(pilotSafeguard)
    .values(rows)
    .onConflictDoUpdate({
      target: [pilotSafeguard.pilotId, pilotSafeguard.item, pilotSafeguard.side],
      set: { answer: sql`excluded.answer`, note: sql`excluded.note`, at: sql`excluded.at` },
    })
}

export function listInsurances(db: DbOrTx, pilotId: PilotId): Promise<InsuranceRow[]> {
  return db
    .select()
    .from(pilotInsurance)
    .where(eq(pilotInsurance.pilotId, pilotId))
    .orderBy(pilotInsurance.validFrom, pilotInsurance.id)
}

/** Inserts the policy of one form once. */
export async function insertInsurance(tx: Tx, row: typeof pilotInsurance.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(pilotInsurance)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: pilotInsurance.id })
  return rows.length === 1
}

/** Covers of pilots under way that end within so many days, that no later one follows and nobody was told of. */
export function lockEndingCovers(tx: Tx, days: number) {
  const today = sql`(now() at time zone 'Asia/Shanghai')::date`
  const later = sql`exists (select 1 from pilot_insurance other
    where other.pilot_id = ${pilotInsurance.pilotId} and other.valid_until > ${pilotInsurance.validUntil})`
  return tx
    .select({ insurance: pilotInsurance, pilot, title: scenario.title })
    .from(pilotInsurance)
    .innerJoin(pilot, eq(pilot.id, pilotInsurance.pilotId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .where(
      and(
        inArray(pilot.status, ['deploying', 'running', 'rework', 'acceptanceRequested']),
        isNull(pilotInsurance.remindedAt),
        sql`${pilotInsurance.validUntil} between ${today}::text and (${today} + ${days}::int)::text`,
        sql`not ${later}`,
      ),
    )
    .for('update', { of: pilotInsurance, skipLocked: true })
}

export async function setCoverReminded(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(pilotInsurance)
    .set({ remindedAt: at })
    .where(inArray(pilotInsurance.id, [...ids]))
}
