import { and, eq, ne, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Before } from '../../app/domain/introductions/introduction.ts'
import type { MatchSnapshot } from '../../app/domain/introductions/snapshot.ts'
import type { IntroductionId, OrganizationId, ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { introduction, organization, product, productVersion, scenario } from '../schema/index.ts'
import { countSaid, dayOf, listOver, ofWhom, type Whose, waitingFirst } from './pairs.ts'
import { isPublicProduct } from './products.ts'

export type IntroductionRow = typeof introduction.$inferSelect
export type NewIntroduction = typeof introduction.$inferInsert

const said = { table: introduction, open: 'sent' } as const
const demand = alias(organization, 'demand')
const supply = alias(organization, 'supply')

/** An introduction with the names of what and whom it is about; the product's as it was called then. */
export interface IntroductionRecord {
  introduction: IntroductionRow
  title: string
  number: string | null
  /** Until when the scenario takes bids; null for one that never was an open call. */
  bidDeadline: Date | null
  scenarioStatus: (typeof scenario.$inferSelect)['status']
  product: string
  /** Whether the product is on show now. */
  isShown: boolean
  demand: string
  supply: string
}

function records(db: DbOrTx) {
  return db
    .select({
      introduction,
      title: scenario.title,
      number: scenario.number,
      bidDeadline: scenario.bidDeadline,
      scenarioStatus: scenario.status,
      product: productVersion.name,
      isShown: sql<boolean>`(${isPublicProduct})`,
      demand: demand.name,
      supply: supply.name,
    })
    .from(introduction)
    .innerJoin(scenario, eq(scenario.id, introduction.scenarioId))
    .innerJoin(product, eq(product.id, introduction.productId))
    .innerJoin(productVersion, eq(productVersion.id, introduction.productVersionId))
    .innerJoin(demand, eq(demand.id, introduction.demandOrganizationId))
    .innerJoin(supply, eq(supply.id, introduction.supplyOrganizationId))
}

export async function findIntroduction(db: DbOrTx, id: IntroductionId): Promise<IntroductionRecord | null> {
  const [row] = await records(db).where(eq(introduction.id, id)).limit(1)
  return row ?? null
}

export async function lockIntroduction(tx: Tx, id: IntroductionId): Promise<IntroductionRow | null> {
  const [row] = await tx.select().from(introduction).where(eq(introduction.id, id)).for('update')
  return row ?? null
}

/** Inserts it once; false means that its form was sent before, or that the pair has an open one. */
export async function insertIntroduction(tx: Tx, row: NewIntroduction): Promise<boolean> {
  const inserted = await tx
    .insert(introduction)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: introduction.id })
  return inserted.length === 1
}

export async function patchIntroduction(
  tx: Tx,
  id: IntroductionId,
  row: Partial<Pick<NewIntroduction, 'reason' | 'note' | 'decidedAt' | 'decidedBy'>>,
): Promise<void> {
  await tx.update(introduction).set(row).where(eq(introduction.id, id))
}

/** What has been said before between the two. */
export async function listBefore(
  db: DbOrTx,
  scenarioId: ScenarioId,
  productId: ProductId,
): Promise<Before[]> {
  const match = sql<MatchSnapshot>`${introduction.match}`
  const rows = await db
    .select({ status: introduction.status, direction: introduction.direction, match })
    .from(introduction)
    .where(and(eq(introduction.scenarioId, scenarioId), eq(introduction.productId, productId)))
  return rows.map(({ status, direction, match: { productVersion: version, addenda } }) => ({
    ...{ status, direction, addenda },
    productVersion: version,
  }))
}

/** Holds the sender's row until commit, so that its introductions of a day are counted one after another. */
export async function lockSender(tx: Tx, id: OrganizationId): Promise<void> {
  await tx.execute(sql`select from organization where id = ${id} for no key update`)
}

export async function countInvitationsToday(tx: Tx, id: ScenarioId, at: Date): Promise<number> {
  const where = and(eq(introduction.scenarioId, id), eq(introduction.direction, 'invite'))
  return countSince(tx, where, at)
}

export async function countOffersToday(tx: Tx, id: OrganizationId, at: Date): Promise<number> {
  const where = and(eq(introduction.supplyOrganizationId, id), eq(introduction.direction, 'offer'))
  return countSince(tx, where, at)
}

async function countSince(tx: Tx, where: SQL | undefined, at: Date): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(introduction)
    .where(and(where, sql`${introduction.createdAt} >= ${dayOf(at)}`))
  return row?.n ?? 0
}

/** How many firms a scenario has invited and not taken the invitation back, never which; and whose it is. */
export async function countInvitedFirms(
  db: DbOrTx,
  id: ScenarioId,
): Promise<{ firms: number; organizationId: OrganizationId | null }> {
  const [row] = await db
    .select({
      organizationId: scenario.organizationId,
      firms: sql<number>`count(distinct ${introduction.supplyOrganizationId})::int`,
    })
    .from(scenario)
    .leftJoin(
      introduction,
      and(
        eq(introduction.scenarioId, scenario.id),
        eq(introduction.direction, 'invite'),
        ne(introduction.status, 'withdrawn'),
      ),
    )
    .where(eq(scenario.id, id))
    .groupBy(scenario.id)
  return row ?? { firms: 0, organizationId: null }
}

/** What waits comes first, then the newest. */
export function listIntroductions(
  db: DbOrTx,
  whose: Whose,
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<IntroductionRecord[]> {
  return records(db)
    .where(ofWhom(said, whose))
    .orderBy(...waitingFirst(said))
    .limit(limit)
    .offset(offset)
}

export const countIntroductions = (db: DbOrTx, whose: Whose) => countSaid(db, said, whose)

/** See {@link listOver}. */
export const listOverIntroductions = (db: DbOrTx, bound: { limit: number; id?: IntroductionId }) =>
  listOver(db, said, bound)
