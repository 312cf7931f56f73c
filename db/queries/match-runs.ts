import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { MatchSide } from '../../app/domain/matches/list.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { matchRun } from '../schema/index.ts'

export type MatchRun = typeof matchRun.$inferSelect

export async function findOpenRun(db: DbOrTx): Promise<MatchRun | null> {
  const [row] = await db.select().from(matchRun).where(isNull(matchRun.finishedAt))
  return row ?? null
}

/** The latest recalculation of everything, under way or finished. */
export async function findLatestRun(db: DbOrTx): Promise<MatchRun | null> {
  const [row] = await db.select().from(matchRun).orderBy(desc(matchRun.startedAt)).limit(1)
  return row ?? null
}

/** What is not finished will not be: another run does all of its work. */
export async function endOpenRuns(db: DbOrTx): Promise<void> {
  await db.update(matchRun).set({ finishedAt: sql`now()` }).where(isNull(matchRun.finishedAt))
}

/** Begins a run in place of any other. */
export async function beginRun(tx: Tx, row: typeof matchRun.$inferInsert): Promise<void> {
  await endOpenRuns(tx)
  await tx.insert(matchRun).values(row)
}

/** So many more are done, up to this one; false for a run that has been ended meanwhile. */
export async function stepRun(
  tx: Tx,
  id: string,
  { side, after, done }: { side: MatchSide; after: string; done: number },
): Promise<boolean> {
  const rows = await tx
    .update(matchRun)
    .set({ side, after, done: sql`${matchRun.done} + ${done}` })
    .where(and(eq(matchRun.id, id), isNull(matchRun.finishedAt)))
    .returning({ id: matchRun.id })
  return rows.length > 0
}

export async function endRun(db: DbOrTx, id: string, at: Date): Promise<void> {
  await db.update(matchRun).set({ finishedAt: at }).where(eq(matchRun.id, id))
}
