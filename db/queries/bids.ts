import { and, desc, eq, inArray } from 'drizzle-orm'
import type { BidId, OrganizationId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { bid, organization, product, productVersion, scenario } from '../schema/index.ts'

export type BidRow = typeof bid.$inferSelect

/** A bid with the firm, the pinned product version and the scenario it answers. */
export interface BidRecord {
  bid: BidRow
  firm: typeof organization.$inferSelect
  version: typeof productVersion.$inferSelect
  scenario: typeof scenario.$inferSelect
}

function records(db: DbOrTx) {
  return db
    .select({ bid, firm: organization, version: productVersion, scenario })
    .from(bid)
    .innerJoin(organization, eq(organization.id, bid.organizationId))
    .innerJoin(productVersion, eq(productVersion.id, bid.productVersionId))
    .innerJoin(scenario, eq(scenario.id, bid.scenarioId))
}

export async function findBid(db: DbOrTx, id: BidId): Promise<BidRecord | null> {
  const [row] = await records(db).where(eq(bid.id, id)).limit(1)
  return row ?? null
}

/** The firm's live bid on a scenario. */
export async function findLiveBid(
  db: DbOrTx,
  scenarioId: ScenarioId,
  organizationId: OrganizationId,
): Promise<BidRow | null> {
  const where = and(eq(bid.scenarioId, scenarioId), eq(bid.organizationId, organizationId), notWithdrawn)
  const [row] = await db.select().from(bid).where(where).limit(1)
  return row ?? null
}

const live = ['draft', 'submitted', 'opened', 'shortlisted', 'selected', 'notSelected'] as const
const notWithdrawn = inArray(bid.status, [...live])

/** Whether anybody has a live bid there; asked where the answer is no secret any more. */
export async function findAnyLiveBid(db: DbOrTx, scenarioId: ScenarioId): Promise<boolean> {
  const where = and(eq(bid.scenarioId, scenarioId), notWithdrawn)
  return (await db.select({ id: bid.id }).from(bid).where(where).limit(1)).length > 0
}

/** Inserts the bid once; false means that the id or the firm's one place is taken already. */
export async function insertBid(tx: Tx, row: typeof bid.$inferInsert): Promise<boolean> {
  const inserted = await tx.insert(bid).values(row).onConflictDoNothing().returning({ id: bid.id })
  return inserted.length === 1
}

export async function patchBid(tx: Tx, id: BidId, row: Partial<typeof bid.$inferInsert>): Promise<void> {
  await tx.update(bid).set(row).where(eq(bid.id, id))
}

/** A firm's own bids, the last touched first. */
export function listBidsOf(db: DbOrTx, organizationIds: readonly OrganizationId[]): Promise<BidRecord[]> {
  if (organizationIds.length === 0) return Promise.resolve([])
  return records(db)
    .where(inArray(bid.organizationId, [...organizationIds]))
    .orderBy(desc(bid.updatedAt))
}

/** The bids of a scenario in these statuses, in the order they came in. The caller has asked the policy. */
export function listBidsOn(
  db: DbOrTx,
  scenarioId: ScenarioId,
  statuses: readonly BidRow['status'][],
): Promise<BidRecord[]> {
  return records(db)
    .where(and(eq(bid.scenarioId, scenarioId), inArray(bid.status, [...statuses])))
    .orderBy(bid.submittedAt, bid.id)
}

/** The firm's published products, as choices for a bid. */
export function listBiddableProducts(db: DbOrTx, organizationId: OrganizationId) {
  return db
    .select({
      id: product.id,
      versionId: productVersion.id,
      name: productVersion.name,
      version: productVersion.version,
    })
    .from(product)
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .where(
      and(
        eq(product.organizationId, organizationId),
        inArray(product.status, ['draft', 'submitted', 'returned', 'published']),
      ),
    )
    .orderBy(productVersion.name)
}
