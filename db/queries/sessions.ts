import { and, desc, eq, gt, lte, ne, or, type Placeholder, sql } from 'drizzle-orm'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { builtOnce } from '../prepare.ts'
import { session } from '../schema/index.ts'

export type SessionRow = typeof session.$inferSelect

/** Hours after which a session is over however much it is used. */
interface MaxHours {
  member: number
  bureau: number
}

const begunAt = ({ member, bureau }: Record<keyof MaxHours, number | Placeholder>) =>
  sql`now() - make_interval(hours => case when ${session.bureau} then ${bureau}::int else ${member}::int end)`

const { placeholder } = sql
const sessionQuery = builtOnce((db: DbOrTx) =>
  db
    .select()
    .from(session)
    .where(
      and(
        eq(session.id, placeholder('id')),
        gt(session.createdAt, begunAt({ member: placeholder('member'), bureau: placeholder('bureau') })),
      ),
    )
    .prepare('session'),
)

export async function insertSession(db: DbOrTx, row: typeof session.$inferInsert): Promise<void> {
  await db.insert(session).values(row)
}

/** The session, unless it began too long ago. */
export async function findSession(db: DbOrTx, id: string, max: MaxHours): Promise<SessionRow | null> {
  const [row] = await sessionQuery(db).execute({ id, ...max })
  return row ?? null
}

/** A person's living sessions, the one used last first. */
export async function listSessions(db: DbOrTx, userId: AccountId): Promise<SessionRow[]> {
  return db
    .select()
    .from(session)
    .where(and(eq(session.userId, userId), gt(session.expiresAt, sql`now()`)))
    .orderBy(desc(session.seenAt))
}

/** A use of the session: it lives on until `expiresAt`. */
export async function touchSession(db: DbOrTx, id: string, expiresAt: Date): Promise<void> {
  await db.update(session).set({ expiresAt, seenAt: sql`now()` }).where(eq(session.id, id))
}

export async function deleteSession(db: DbOrTx, id: string): Promise<void> {
  await db.delete(session).where(eq(session.id, id))
}

/** One's own session by its id; false when it is not there or somebody else's. */
export async function deleteOwnSession(db: DbOrTx, userId: AccountId, id: string): Promise<boolean> {
  const rows = await db
    .delete(session)
    .where(and(eq(session.id, id), eq(session.userId, userId)))
    .returning({ id: session.id })
  return rows.length === 1
}

/** Every session of the account, but for the one that is kept. */
export async function deleteSessionsOf(db: DbOrTx, userId: AccountId, keep?: string): Promise<void> {
  const others = keep === undefined ? undefined : ne(session.id, keep)
  await db.delete(session).where(and(eq(session.userId, userId), others))
}

/** Sessions that are over, by idleness or by age. */
export async function deleteOldSessions(db: DbOrTx, max: MaxHours): Promise<void> {
  const aged = lte(session.createdAt, begunAt(max))
  await db.delete(session).where(or(lte(session.expiresAt, sql`now()`), aged))
}
