import { and, asc, count, desc, eq, inArray, notInArray } from 'drizzle-orm'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { history } from '../schema/index.ts'

export type HistoryRow = typeof history.$inferSelect

export async function insertHistory(tx: Tx, row: typeof history.$inferInsert): Promise<void> {
  await tx.insert(history).values(row)
}

export async function findHistoryByKey(
  db: DbOrTx,
  objectId: string,
  formKey: string,
): Promise<HistoryRow | null> {
  const where = and(eq(history.objectId, objectId), eq(history.formKey, formKey))
  const [row] = await db.select().from(history).where(where).limit(1)
  return row ?? null
}

/** Words about an object, and what is put by for later, leave it as it was. */
const changesNothing = ['recommend', 'recuse', 'stageFile', 'dropFile']

/** The last deed that changed the object. */
export async function lastHistory(db: DbOrTx, noun: string, objectId: string): Promise<HistoryRow | null> {
  const own = and(eq(history.noun, noun), eq(history.objectId, objectId))
  const where = and(own, notInArray(history.deed, changesNothing))
  const [row] = await db.select().from(history).where(where).orderBy(desc(history.id)).limit(1)
  return row ?? null
}

export function listHistory(db: DbOrTx, noun: string, objectId: string): Promise<HistoryRow[]> {
  const where = and(eq(history.noun, noun), eq(history.objectId, objectId))
  return db.select().from(history).where(where).orderBy(asc(history.id))
}

/** How often a deed was done to an object, e.g. the rounds of an acceptance. */
export async function countHistory(
  db: DbOrTx,
  { noun, objectId, deed }: { noun: string; objectId: string; deed: string },
): Promise<number> {
  const where = and(eq(history.noun, noun), eq(history.objectId, objectId), eq(history.deed, deed))
  const [row] = await db.select({ n: count() }).from(history).where(where)
  return row?.n ?? 0
}

/** Who did one of these deeds to an object. */
export async function actorsOf(
  db: DbOrTx,
  { noun, objectId, deeds }: { noun: string; objectId: string; deeds: readonly string[] },
): Promise<(AccountId | null)[]> {
  const where = and(eq(history.noun, noun), eq(history.objectId, objectId), inArray(history.deed, [...deeds]))
  const rows = await db.selectDistinct({ actorId: history.actorId }).from(history).where(where)
  return rows.map(row => row.actorId)
}
