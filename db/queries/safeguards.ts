import { and, between, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Day } from '../../app/domain/shared/dates.ts'
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

/** Covers of pilots under way that end from one day to another, that none follows and nobody was told of. */
export function lockEndingCovers(tx: Tx, { today, until }: { today: Day; until: Day }) {
  // One that begins the day after at the latest and ends later; of two that end together, the one recorded first.
  const followed = sql`exists (select 1 from pilot_insurance other
    where other.pilot_id = ${pilotInsurance.pilotId}
      and other.valid_from::date <= ${pilotInsurance.validUntil}::date + 1
      and (other.valid_until, other.id) > (${pilotInsurance.validUntil}, ${pilotInsurance.id}))`
  return tx
    .select({ insurance: pilotInsurance, pilot, title: scenario.title })
    .from(pilotInsurance)
    .innerJoin(pilot, eq(pilot.id, pilotInsurance.pilotId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .where(
      and(
        inArray(pilot.status, ['deploying', 'running', 'rework', 'acceptanceRequested']),
        isNull(pilotInsurance.remindedAt),
        between(pilotInsurance.validUntil, today, until),
        sql`not ${followed}`,
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
