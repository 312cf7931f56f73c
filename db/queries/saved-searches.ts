import { and, count, desc, eq, lt, ne, sql } from 'drizzle-orm'
import type { KeptStatus, SearchRhythm } from '../../app/domain/saved-searches/kept.ts'
import type { AccountId, SavedSearchId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, savedSearch, searchAlert } from '../schema/index.ts'

export type SavedSearchRow = typeof savedSearch.$inferSelect
export type NewSavedSearch = typeof savedSearch.$inferInsert

export async function findSavedSearch(db: DbOrTx, id: SavedSearchId): Promise<SavedSearchRow | null> {
  const [row] = await db.select().from(savedSearch).where(eq(savedSearch.id, id)).limit(1)
  return row ?? null
}

const isKept = ne(savedSearch.status, 'removed')

/** Spelt out, for in a query of one table the builder leaves the names of tables away. */
const fresh = sql<number>`(
  select count(*)::int from search_alert a
  where a.saved_search_id = "saved_search"."id" and a.at > "saved_search"."looked_at")`

/** This very search among a person's own, with how many objects are new to it since they looked. */
export async function findSavedBySearch(
  db: DbOrTx,
  accountId: AccountId,
  digest: string,
): Promise<(SavedSearchRow & { fresh: number }) | null> {
  const own = and(eq(savedSearch.accountId, accountId), eq(savedSearch.digest, digest))
  const [row] = await db.select({ savedSearch, fresh }).from(savedSearch).where(own).limit(1)
  return row ? { ...row.savedSearch, fresh: row.fresh } : null
}

/** A person's own, the latest first, each with how many objects are new to it since they looked. */
export async function listSavedSearches(
  db: DbOrTx,
  accountId: AccountId,
): Promise<(SavedSearchRow & { fresh: number })[]> {
  const rows = await db
    .select({ savedSearch, fresh })
    .from(savedSearch)
    .where(and(eq(savedSearch.accountId, accountId), isKept))
    .orderBy(desc(savedSearch.createdAt), desc(savedSearch.id))
  return rows.map(row => ({ ...row.savedSearch, fresh: row.fresh }))
}

/** How many a person keeps; their account is locked, so that two at once do not both count as the last one. */
export async function lockAndCountSaved(tx: Tx, accountId: AccountId): Promise<number> {
  await tx.select({ id: account.id }).from(account).where(eq(account.id, accountId)).for('update')
  return countSaved(tx, accountId)
}

export async function countSaved(db: DbOrTx, accountId: AccountId): Promise<number> {
  const own = and(eq(savedSearch.accountId, accountId), isKept)
  const [row] = await db.select({ n: count() }).from(savedSearch).where(own)
  return row?.n ?? 0
}

export async function insertSavedSearch(tx: Tx, row: NewSavedSearch): Promise<void> {
  await tx.insert(savedSearch).values(row)
}

interface Change {
  name?: string
  rhythm?: SearchRhythm
  status?: KeptStatus
}

/** Changes what its page showed at this revision; false means that the page was stale. */
export async function changeSavedSearch(
  db: DbOrTx,
  { id, rev, at, ...change }: Change & { id: SavedSearchId; rev: number; at: Date },
): Promise<boolean> {
  const changed = await db
    .update(savedSearch)
    .set({ ...change, rev: sql`${savedSearch.rev} + 1`, updatedAt: at })
    .where(and(eq(savedSearch.id, id), eq(savedSearch.rev, rev), isKept))
    .returning({ id: savedSearch.id })
  return changed.length === 1
}

/** Its owner has looked, and it found so many. */
export async function setLooked(
  db: DbOrTx,
  { id, hits, at }: { id: SavedSearchId; hits: number; at: Date },
): Promise<void> {
  await db.update(savedSearch).set({ hits, lookedAt: at }).where(eq(savedSearch.id, id))
}

/** Mail of this search stops, whatever its page shows meanwhile; answers its name, or null when it is gone. */
export async function stopMail(db: DbOrTx, id: SavedSearchId, at: Date): Promise<string | null> {
  const stopped = await db
    .update(savedSearch)
    .set({ rhythm: 'inApp', rev: sql`${savedSearch.rev} + 1`, updatedAt: at })
    .where(and(eq(savedSearch.id, id), sql`${savedSearch.rhythm} <> 'inApp'`))
    .returning({ name: savedSearch.name })
  return stopped[0]?.name ?? null
}

/** Nothing is left of it but its id, which makes room for the same search to be saved anew. */
export async function removeSaved(tx: Tx, id: SavedSearchId, at: Date): Promise<void> {
  const nothing = { name: '', search: '', digest: id, rhythm: 'inApp', hits: 0 } as const
  await tx
    .update(savedSearch)
    .set({ ...nothing, status: 'removed', updatedAt: at })
    .where(eq(savedSearch.id, id))
  await tx.delete(searchAlert).where(eq(searchAlert.savedSearchId, id))
}

/** Sweeps out what was removed before this moment. */
export async function deleteRemovedSearches(db: DbOrTx, before: Date): Promise<void> {
  await db
    .delete(savedSearch)
    .where(and(eq(savedSearch.status, 'removed'), lt(savedSearch.updatedAt, before)))
}
