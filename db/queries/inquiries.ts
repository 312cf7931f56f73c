import { and, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { InquiryId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { inquiry, organization, productVersion, scenario } from '../schema/index.ts'
import { countSaid, dayOf, listOver, ofWhom, type Whose, waitingFirst } from './pairs.ts'

export type InquiryRow = typeof inquiry.$inferSelect
export type NewInquiry = typeof inquiry.$inferInsert

const said = { table: inquiry, open: 'asked' } as const
const demand = alias(organization, 'demand')
const supply = alias(organization, 'supply')

/** An inquiry with the names of what and whom it is about; the product's as it was called then. */
export interface InquiryRecord {
  inquiry: InquiryRow
  scenario: typeof scenario.$inferSelect
  product: string
  demand: string
  supply: string
}

function records(db: DbOrTx) {
  return db
    .select({
      inquiry,
      scenario,
      product: productVersion.name,
      demand: demand.name,
      supply: supply.name,
    })
    .from(inquiry)
    .innerJoin(scenario, eq(scenario.id, inquiry.scenarioId))
    .innerJoin(productVersion, eq(productVersion.id, inquiry.productVersionId))
    .innerJoin(demand, eq(demand.id, inquiry.demandOrganizationId))
    .innerJoin(supply, eq(supply.id, inquiry.supplyOrganizationId))
}

export async function findInquiry(db: DbOrTx, id: InquiryId): Promise<InquiryRecord | null> {
  const [row] = await records(db).where(eq(inquiry.id, id)).limit(1)
  return row ?? null
}

export async function lockInquiry(tx: Tx, id: InquiryId): Promise<InquiryRow | null> {
  const [row] = await tx.select().from(inquiry).where(eq(inquiry.id, id)).for('update')
  return row ?? null
}

/** Inserts what has not been asked yet; answers the rows that are new. */
export function insertInquiries(tx: Tx, rows: NewInquiry[]): Promise<InquiryRow[]> {
  return rows.length === 0
    ? Promise.resolve([])
    : tx.insert(inquiry).values(rows).onConflictDoNothing().returning()
}

export async function patchInquiry(
  tx: Tx,
  id: InquiryId,
  row: Partial<
    Pick<NewInquiry, 'reason' | 'note' | 'decidedAt' | 'decidedBy' | 'stated' | 'verdict' | 'statedVersionId'>
  >,
): Promise<void> {
  await tx.update(inquiry).set(row).where(eq(inquiry.id, id))
}

/** What has been asked of a product for a scenario. */
export function listAsked(db: DbOrTx, scenarioId: ScenarioId, productId: ProductId): Promise<InquiryRow[]> {
  return db
    .select()
    .from(inquiry)
    .where(and(eq(inquiry.scenarioId, scenarioId), eq(inquiry.productId, productId)))
    .orderBy(inquiry.necessity, inquiry.createdAt, inquiry.criterion)
}

/** What a newly published version may answer: open questions and those that were not answered with a fact. */
export async function lockAnswerable(tx: Tx, productId: ProductId): Promise<InquiryRow[]> {
  return tx
    .select()
    .from(inquiry)
    .where(and(eq(inquiry.productId, productId), inArray(inquiry.status, ['asked', 'withheld'])))
    .orderBy(inquiry.id)
    .for('update')
}

/** Criteria that a scenario has asked about today in Beijing: of this product, and of all. */
export async function countAskedToday(
  tx: Tx,
  { scenarioId, productId, at }: { scenarioId: ScenarioId; productId: ProductId; at: Date },
): Promise<{ ofProduct: number; ofAll: number }> {
  const [row] = await tx
    .select({
      ofProduct: sql<number>`count(*) filter (where ${inquiry.productId} = ${productId})::int`,
      ofAll: sql<number>`count(*)::int`,
    })
    .from(inquiry)
    .where(and(eq(inquiry.scenarioId, scenarioId), sql`${inquiry.createdAt} >= ${dayOf(at)}`))
  return row ?? { ofProduct: 0, ofAll: 0 }
}

/** What waits comes first, then the newest. */
export function listInquiries(
  db: DbOrTx,
  whose: Whose,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<InquiryRecord[]> {
  return records(db)
    .where(ofWhom(said, whose))
    .orderBy(...waitingFirst(said))
    .limit(limit)
    .offset(offset)
}

export const countInquiries = (db: DbOrTx, whose: Whose) => countSaid(db, said, whose)

/** See {@link listOver}. */
export const listOverInquiries = (db: DbOrTx, bound: { limit: number; id?: InquiryId }) =>
  listOver(db, said, bound)
