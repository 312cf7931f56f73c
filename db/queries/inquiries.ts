import { and, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { InquiryId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { inquiry, organization, productVersion, scenario } from '../schema/index.ts'
import { isOver, type Whose } from './introductions.ts'

export type InquiryRow = typeof inquiry.$inferSelect
export type NewInquiry = typeof inquiry.$inferInsert

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
    .where(
      and(
        eq(inquiry.scenarioId, scenarioId),
        sql`${inquiry.createdAt} >= (date_trunc('day', ${at.toISOString()}::timestamptz at time zone 'Asia/Shanghai') at time zone 'Asia/Shanghai')`,
      ),
    )
  return row ?? { ofProduct: 0, ofAll: 0 }
}

function whereOf(whose: Whose): SQL | undefined {
  if (whose === 'all') return undefined
  if ('scenarioId' in whose) return eq(inquiry.scenarioId, whose.scenarioId)
  if ('productId' in whose) return eq(inquiry.productId, whose.productId)
  const ids = [...whose.organizations]
  if (ids.length === 0) return sql`false`
  return or(inArray(inquiry.demandOrganizationId, ids), inArray(inquiry.supplyOrganizationId, ids))
}

/** What waits comes first, then the newest. */
export function listInquiries(
  db: DbOrTx,
  whose: Whose,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<InquiryRecord[]> {
  return records(db)
    .where(whereOf(whose))
    .orderBy(desc(sql`(${inquiry.status} = 'asked')`), desc(inquiry.createdAt), inquiry.id)
    .limit(limit)
    .offset(offset)
}

export async function countInquiries(db: DbOrTx, whose: Whose): Promise<{ all: number; waiting: number }> {
  const [row] = await db
    .select({
      all: sql<number>`count(*)::int`,
      waiting: sql<number>`count(*) filter (where ${inquiry.status} = 'asked')::int`,
    })
    .from(inquiry)
    .where(whereOf(whose))
  return row ?? { all: 0, waiting: 0 }
}

/** Open questions whose call has ended, or whose product is public no more, by the database's clock. */
export async function listOverInquiries(
  db: DbOrTx,
  { limit, id }: { limit: number; id?: InquiryId },
): Promise<InquiryId[]> {
  const rows = await db.execute<{ id: InquiryId }>(sql`
    select i.id from inquiry i
    join scenario s on s.id = i.scenario_id join product p on p.id = i.product_id
    where i.status = 'asked' and ${isOver} ${id ? sql`and i.id = ${id}` : sql``}
    order by i.created_at limit ${limit}`)
  return rows.map(row => row.id)
}
