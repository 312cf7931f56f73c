import { and, eq, gt, lte, or, sql } from 'drizzle-orm'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { session } from '../schema/index.ts'

export type SessionRow = typeof session.$inferSelect

const youngerThan = (hours: number) => gt(session.createdAt, sql`now() - make_interval(hours => ${hours})`)

export async function insertSession(db: DbOrTx, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row)
}

/** The session, unless it began more than `maxHours` ago. */
export async function findSession(db: DbOrTx, id: string, maxHours: number): Promise<SessionRow | null> {
  const [row] = await db
    .select()
    .from(session)
    .where(and(eq(session.id, id), youngerThan(maxHours)))
  return row ?? null
}

export async function listSessions(db: DbOrTx, userId: AccountId): Promise<SessionRow[]> {
  return db.select().from(session).where(eq(session.userId, userId))
}

export async function setSessionExpiry(db: DbOrTx, id: string, expiresAt: Date): Promise<void> {
  await db.update(session).set({ expiresAt }).where(eq(session.id, id))
}

export async function deleteSession(db: DbOrTx, id: string): Promise<void> {
  await db.delete(session).where(eq(session.id, id))
}

export async function deleteSessionsOf(db: DbOrTx, userId: AccountId): Promise<void> {
  await db.delete(session).where(eq(session.userId, userId))
}

/** Sessions that are over, by idleness or by age. */
export async function deleteOldSessions(db: DbOrTx, maxHours: number): Promise<void> {
  const aged = lte(session.createdAt, sql`now() - make_interval(hours => ${maxHours})`)
  await db.delete(session).where(or(lte(session.expiresAt, sql`now()`), aged))
}
