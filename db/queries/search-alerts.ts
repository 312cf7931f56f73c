import { and, asc, eq, gt, inArray, isNull, lte, ne, sql } from 'drizzle-orm'
import type { IndexName } from '../../app/domain/searching/address.ts'
import type { AccountId, OrganizationId, SavedSearchId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, notification, savedSearch, searchAlert, searchDocument } from '../schema/index.ts'

export interface StoredDocument {
  rev: number
  visibility: string[]
  /** The document as the index keeps it; null where there is none. */
  content: unknown
}

export async function findDocument(db: DbOrTx, index: IndexName, id: string): Promise<StoredDocument | null> {
  const [row] = await db
    .select({
      rev: searchDocument.rev,
      visibility: searchDocument.visibility,
      content: searchDocument.content,
    })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), eq(searchDocument.id, id)))
  return row ?? null
}

/** Keeps the document in the index until this transaction ends; false when it is not there any more. */
export async function holdDocument(tx: Tx, index: IndexName, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: searchDocument.id })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), eq(searchDocument.id, id)))
    .for('share')
  return rows.length === 1
}

/** The document as it stands before a change, and whether anybody has a search saved that it could concern. */
export async function findBefore(
  tx: Tx,
  index: IndexName,
  id: string,
): Promise<{ awaited: boolean; content: unknown }> {
  const [row] = await tx.execute<{ awaited: boolean; content: unknown }>(sql`
    select
      exists(select from ${savedSearch} where ${savedSearch.index} = ${index}
        and ${savedSearch.status} = 'active') as awaited,
      (select ${searchDocument.content} from ${searchDocument}
        where ${searchDocument.index} = ${index} and ${searchDocument.id} = ${id}) as content`)
  return row ?? { awaited: false, content: null }
}

/** When each of these objects last became public in its present form, as the index orders them. */
export async function listDocumentTimes(
  db: DbOrTx,
  index: IndexName,
  ids: readonly string[],
): Promise<Map<string, Date>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: searchDocument.id, at: searchDocument.updatedAt })
    .from(searchDocument)
    .where(and(eq(searchDocument.index, index), inArray(searchDocument.id, [...ids])))
  return new Map(rows.map(row => [row.id, row.at]))
}

export interface DistinctSearch {
  digest: string
  search: string
}

interface Among {
  index: IndexName
  /** Saved no later than this: what was there already when somebody saved a search is not new to them. */
  until: Date
  after: string
  limit: number
}

/** Searches that wait for something new, each once however many people have saved it, in the order of their digests. */
export function listDistinctSearches(
  db: DbOrTx,
  { index, until, after, limit }: Among,
): Promise<DistinctSearch[]> {
  return db
    .selectDistinctOn([savedSearch.digest], { digest: savedSearch.digest, search: savedSearch.search })
    .from(savedSearch)
    .where(
      and(
        eq(savedSearch.index, index),
        eq(savedSearch.status, 'active'),
        lte(savedSearch.createdAt, until),
        gt(savedSearch.digest, after),
      ),
    )
    .orderBy(asc(savedSearch.digest))
    .limit(limit)
}

export interface Keeper {
  id: SavedSearchId
  accountId: AccountId
  digest: string
  name: string
  rhythm: (typeof savedSearch.$inferSelect)['rhythm']
  organizationIds: OrganizationId[]
}

/** Whose searches these are, as far as their accounts live, with the organisations they belong to now. Locked. */
export async function lockKeepers(
  tx: Tx,
  { index, digests, until }: { index: IndexName; digests: readonly string[]; until: Date },
): Promise<Keeper[]> {
  if (digests.length === 0) return []
  const organizationIds = sql<string>`(
    select coalesce(json_agg(m.organization_id), '[]') from membership m
    where m.account_id = ${savedSearch.accountId})::text`
  const { id, accountId, digest, name, rhythm } = savedSearch
  const rows = await tx
    .select({ id, accountId, digest, name, rhythm, organizationIds })
    .from(savedSearch)
    .innerJoin(account, eq(account.id, savedSearch.accountId))
    .where(
      and(
        eq(savedSearch.index, index),
        inArray(savedSearch.digest, [...digests]),
        eq(savedSearch.status, 'active'),
        eq(account.status, 'active'),
        lte(savedSearch.createdAt, until),
      ),
    )
    .for('share', { of: savedSearch })
  return rows.map(row => ({ ...row, organizationIds: JSON.parse(row.organizationIds) }))
}

/** Which of these searches have been told of this object before, by whatever fact. */
export async function listTold(
  db: DbOrTx,
  { ids, objectId }: { ids: readonly SavedSearchId[]; objectId: string },
): Promise<Set<SavedSearchId>> {
  if (ids.length === 0) return new Set()
  const rows = await db
    .selectDistinct({ id: searchAlert.savedSearchId })
    .from(searchAlert)
    .where(and(eq(searchAlert.objectId, objectId), inArray(searchAlert.savedSearchId, [...ids])))
  return new Set(rows.map(row => row.id))
}

export type NewAlert = typeof searchAlert.$inferInsert
export type AlertRow = typeof searchAlert.$inferSelect

export async function insertAlerts(tx: Tx, rows: readonly NewAlert[]): Promise<void> {
  if (rows.length > 0) await tx.insert(searchAlert).values([...rows])
}

/** What a search has been told of an object that is not public any more, with the notices that named it. */
export async function deleteAlertsOf(tx: Tx, index: IndexName, objectIds: readonly string[]): Promise<void> {
  if (objectIds.length === 0) return
  const told = tx
    .select({ id: searchAlert.notificationId })
    .from(searchAlert)
    .where(and(eq(searchAlert.index, index), inArray(searchAlert.objectId, [...objectIds])))
  await tx.delete(notification).where(inArray(notification.id, told))
}

const unsent = and(eq(notification.id, searchAlert.notificationId), isNull(notification.mailedAt))

/** Searches for which something waits to be mailed by this rhythm. */
export async function listDueSearches(db: DbOrTx, rhythm: 'daily' | 'weekly'): Promise<SavedSearchId[]> {
  const rows = await db
    .selectDistinct({ id: savedSearch.id })
    .from(savedSearch)
    .innerJoin(searchAlert, eq(searchAlert.savedSearchId, savedSearch.id))
    .innerJoin(notification, unsent)
    .where(eq(savedSearch.rhythm, rhythm))
  return rows.map(row => row.id)
}

/** The search of one letter with its reader; null once it or its owner's account is gone. */
export async function findLetterSearch(tx: Tx, id: SavedSearchId) {
  const { email, locale, name } = account
  const [row] = await tx
    .select({ search: savedSearch, email, locale, name })
    .from(savedSearch)
    .innerJoin(account, and(eq(account.id, savedSearch.accountId), eq(account.status, 'active')))
    .where(and(eq(savedSearch.id, id), ne(savedSearch.status, 'removed')))
  return row ?? null
}

/** What waits to be mailed for one search, oldest first; locked, so that two workers send once. */
export async function lockUnsent(tx: Tx, id: SavedSearchId, limit: number): Promise<AlertRow[]> {
  const rows = await tx
    .select({ alert: searchAlert })
    .from(searchAlert)
    .innerJoin(notification, unsent)
    .where(eq(searchAlert.savedSearchId, id))
    .orderBy(asc(searchAlert.at), asc(searchAlert.id))
    .limit(limit)
    .for('update', { of: notification })
  return rows.map(row => row.alert)
}
