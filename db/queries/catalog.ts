import { and, count, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { handlerDeeds, publicEntryStatuses } from '../../app/domain/catalog/policy.ts'
import type { AccountId, EntryId, PilotId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import {
  account,
  catalogEntry,
  catalogReview,
  objection,
  organization,
  pilot,
  productVersion,
  scenario,
} from '../schema/index.ts'

export type EntryRow = typeof catalogEntry.$inferSelect

const demandSide = alias(organization, 'entry_demand_side')
const supplySide = alias(organization, 'entry_supply_side')

/** An entry with its pilot, both sides, the scenario and the product version. */
export interface EntryRecord {
  entry: EntryRow
  pilot: typeof pilot.$inferSelect
  demand: typeof organization.$inferSelect
  supply: typeof organization.$inferSelect
  scenario: typeof scenario.$inferSelect
  version: typeof productVersion.$inferSelect
  /** All who took one of the handler's steps on it, not only the last. */
  handlers: AccountId[]
}

const handlers = sql<AccountId[]>`array(
  select distinct h.actor_id from history h where h.noun = 'entry' and h.object_id = ${catalogEntry.id}
    and h.deed in (${sql.join(
      handlerDeeds.map(deed => sql`${deed}`),
      sql`, `,
    )}) and h.actor_id is not null)`

function records(db: DbOrTx) {
  return db
    .select({
      entry: catalogEntry,
      pilot,
      demand: demandSide,
      supply: supplySide,
      scenario,
      version: productVersion,
      handlers,
    })
    .from(catalogEntry)
    .innerJoin(pilot, eq(pilot.id, catalogEntry.pilotId))
    .innerJoin(demandSide, eq(demandSide.id, pilot.demandOrganizationId))
    .innerJoin(supplySide, eq(supplySide.id, pilot.supplyOrganizationId))
    .innerJoin(scenario, eq(scenario.id, pilot.scenarioId))
    .innerJoin(productVersion, eq(productVersion.id, pilot.productVersionId))
}

export async function findEntry(db: DbOrTx, id: EntryId): Promise<EntryRecord | null> {
  const [row] = await records(db).where(eq(catalogEntry.id, id)).limit(1)
  return row ?? null
}

/** The pilot's entry that is not delisted, if there is one. */
export async function findLiveEntryOf(db: DbOrTx, pilotId: PilotId): Promise<EntryRow | null> {
  const where = and(eq(catalogEntry.pilotId, pilotId), sql`${catalogEntry.status} <> 'delisted'`)
  const [row] = await db.select().from(catalogEntry).where(where).limit(1)
  return row ?? null
}

export async function insertEntry(tx: Tx, row: typeof catalogEntry.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(catalogEntry)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: catalogEntry.id })
  return inserted.length === 1
}

export async function patchEntry(
  tx: Tx,
  id: EntryId,
  row: Partial<typeof catalogEntry.$inferInsert>,
): Promise<void> {
  await tx.update(catalogEntry).set(row).where(eq(catalogEntry.id, id))
}

export async function lockEntry(tx: Tx, id: EntryId): Promise<EntryRow | null> {
  const [row] = await tx.select().from(catalogEntry).where(eq(catalogEntry.id, id)).for('update')
  return row ?? null
}

interface EntryFilter {
  statuses: readonly EntryRow['status'][]
  domain?: string
  /** Districts whose entries are shown in these statuses too. */
  wholly: { districts: readonly string[]; statuses: readonly EntryRow['status'][] }
}

function fits({ statuses, domain, wholly }: EntryFilter) {
  const own = and(
    inArray(pilot.district, [...wholly.districts]),
    inArray(catalogEntry.status, [...wholly.statuses]),
  )
  const shown = inArray(catalogEntry.status, [...statuses])
  return and(or(shown, own), domain ? eq(catalogEntry.domain, domain) : undefined)
}

export function listEntries(
  db: DbOrTx,
  { offset, limit, ...filter }: EntryFilter & { offset: number; limit: number },
): Promise<EntryRecord[]> {
  return records(db)
    .where(fits(filter))
    .orderBy(desc(catalogEntry.publishedAt), catalogEntry.id)
    .offset(offset)
    .limit(limit)
}

export async function countEntries(db: DbOrTx, filter: EntryFilter): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(catalogEntry)
    .innerJoin(pilot, eq(pilot.id, catalogEntry.pilotId))
    .where(fits(filter))
  return row?.n ?? 0
}

export function listEntriesByIds(db: DbOrTx, ids: EntryId[]): Promise<EntryRecord[]> {
  if (ids.length === 0) return Promise.resolve([])
  return records(db).where(
    and(inArray(catalogEntry.id, ids), inArray(catalogEntry.status, [...publicEntryStatuses])),
  )
}

/** A reviewer's sheet, written once and replaced as a whole until the review ends. */
export async function setReview(tx: Tx, row: typeof catalogReview.$inferInsert): Promise<void> {
  const { entryId: _, accountId: __, ...sheet } = row
  await tx
    .insert(catalogReview)
    .values(row)
    .onConflictDoUpdate({ target: [catalogReview.entryId, catalogReview.accountId], set: sheet })
}

export function listReviews(db: DbOrTx, entryId: EntryId) {
  return db
    .select({ review: catalogReview, name: account.name })
    .from(catalogReview)
    .innerJoin(account, eq(account.id, catalogReview.accountId))
    .where(eq(catalogReview.entryId, entryId))
    .orderBy(catalogReview.at)
}

/** Inserts the objection once; false means that this form has been received already. */
export async function insertObjection(tx: Tx, row: typeof objection.$inferInsert): Promise<boolean> {
  const inserted = await tx
    .insert(objection)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: objection.id })
  return inserted.length === 1
}

export async function countOpenObjections(db: DbOrTx, entryId: EntryId): Promise<number> {
  const where = and(eq(objection.entryId, entryId), isNull(objection.settledAt))
  const [row] = await db.select({ n: count() }).from(objection).where(where)
  return row?.n ?? 0
}

/** Settles an open objection; false means that somebody else has settled it. */
export async function settleObjectionRow(
  tx: Tx,
  { id, entryId, answer, by, at }: { id: number; entryId: EntryId; answer: string; by: AccountId; at: Date },
): Promise<boolean> {
  const rows = await tx
    .update(objection)
    .set({ answer, settledBy: by, settledAt: at })
    .where(and(eq(objection.id, id), eq(objection.entryId, entryId), isNull(objection.settledAt)))
    .returning({ id: objection.id })
  return rows.length === 1
}
