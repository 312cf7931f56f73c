import { and, asc, eq, gte, inArray, isNull, lte, max, or, sql } from 'drizzle-orm'
import type { BidId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { bid, bidConfirmation, scenario, scenarioAddendum } from '../schema/index.ts'
import type { NewScenario } from './scenarios.ts'

export type AddendumRow = typeof scenarioAddendum.$inferSelect

/** The addenda of a scenario by their number. */
export function listAddenda(db: DbOrTx, scenarioId: ScenarioId): Promise<AddendumRow[]> {
  return db
    .select()
    .from(scenarioAddendum)
    .where(eq(scenarioAddendum.scenarioId, scenarioId))
    .orderBy(asc(scenarioAddendum.number))
}

export async function insertAddendum(tx: Tx, row: typeof scenarioAddendum.$inferInsert): Promise<void> {
  await tx.insert(scenarioAddendum).values(row)
}

/**
 * The scenario as its new addendum says it, at the revision the page showed; a deadline that would move earlier, or a
 * scenario that is published no more, changes nothing and answers false.
 */
export async function amendScenarioRow(
  tx: Tx,
  { id, rev, deadline, row }: { id: ScenarioId; rev: number; deadline: Date; row: Partial<NewScenario> },
): Promise<boolean> {
  const updated = await tx
    .update(scenario)
    .set({
      ...row,
      addenda: sql`${scenario.addenda} + 1`,
      rev: sql`${scenario.rev} + 1`,
      updatedAt: sql`clock_timestamp()`,
    })
    .where(
      and(
        eq(scenario.id, id),
        eq(scenario.rev, rev),
        eq(scenario.status, 'published'),
        or(isNull(scenario.bidDeadline), lte(scenario.bidDeadline, deadline)),
      ),
    )
    .returning({ id: scenario.id })
  return updated.length === 1
}

/** Records that a firm stands by its bid; false when it had said so before. */
export async function insertConfirmation(tx: Tx, row: typeof bidConfirmation.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(bidConfirmation)
    .values(row)
    .onConflictDoNothing()
    .returning({ bidId: bidConfirmation.bidId })
  return inserted.length === 1
}

/** The last addendum that each bid stands on: the one it was written under, or a later one it was confirmed on. */
export async function addendaSeen(db: DbOrTx, bidIds: readonly BidId[]): Promise<Map<BidId, number>> {
  if (bidIds.length === 0) return new Map()
  const rows = await db
    .select({ id: bid.id, written: bid.addendum, confirmed: max(bidConfirmation.addendum) })
    .from(bid)
    .leftJoin(bidConfirmation, eq(bidConfirmation.bidId, bid.id))
    .where(and(inArray(bid.id, [...bidIds]), gte(bid.addendum, 0)))
    .groupBy(bid.id)
  return new Map(rows.map(row => [row.id, Math.max(row.written, row.confirmed ?? 0)]))
}
