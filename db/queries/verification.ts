import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { Capability } from '../../app/domain/vocabulary.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, capabilityRequest, organization, organizationDocument } from '../schema/index.ts'

export type CapabilityRequestRow = typeof capabilityRequest.$inferSelect
export type DocumentRow = typeof organizationDocument.$inferSelect

/** Asks for capabilities; those that are asked for already stay as they are. */
export async function insertRequests(
  tx: Tx,
  rows: (typeof capabilityRequest.$inferInsert)[],
): Promise<Capability[]> {
  if (rows.length === 0) return []
  const inserted = await tx
    .insert(capabilityRequest)
    .values(rows)
    .onConflictDoNothing()
    .returning({ capability: capabilityRequest.capability })
  return inserted.map(row => row.capability)
}

/** Every request ever made, the newest first, with who endorsed and who decided. */
export function listRequests(db: DbOrTx, organizationId: OrganizationId) {
  const endorser = alias(account, 'endorser')
  const decider = alias(account, 'decider')
  return db
    .select({ request: capabilityRequest, endorser: endorser.name, decider: decider.name })
    .from(capabilityRequest)
    .leftJoin(endorser, eq(endorser.id, capabilityRequest.endorsedBy))
    .leftJoin(decider, eq(decider.id, capabilityRequest.decidedBy))
    .where(eq(capabilityRequest.organizationId, organizationId))
    .orderBy(desc(capabilityRequest.id))
}

export async function findRequest(
  db: DbOrTx,
  organizationId: OrganizationId,
  id: number,
): Promise<CapabilityRequestRow | null> {
  const where = and(eq(capabilityRequest.organizationId, organizationId), eq(capabilityRequest.id, id))
  const [row] = await db.select().from(capabilityRequest).where(where).limit(1)
  return row ?? null
}

/** Moves a request only if it still is where it was judged; false means somebody was faster. */
export async function moveRequest(
  tx: Tx,
  { id, from }: { id: number; from: CapabilityRequestRow['status'] },
  row: Partial<typeof capabilityRequest.$inferInsert>,
): Promise<boolean> {
  const where = and(eq(capabilityRequest.id, id), eq(capabilityRequest.status, from))
  const rows = await tx
    .update(capabilityRequest)
    .set(row)
    .where(where)
    .returning({ id: capabilityRequest.id })
  return rows.length === 1
}

/** Takes back what was granted and what was endorsed, when who the organisation is has changed. */
export async function reopenRequests(tx: Tx, organizationId: OrganizationId, reason: string): Promise<void> {
  const of = (status: CapabilityRequestRow['status']) =>
    and(eq(capabilityRequest.organizationId, organizationId), eq(capabilityRequest.status, status))
  await tx.update(capabilityRequest).set({ status: 'revoked', reason }).where(of('granted'))
  await tx.update(capabilityRequest).set({ status: 'asked', endorsedBy: null }).where(of('endorsed'))
}

export function listDocuments(db: DbOrTx, organizationId: OrganizationId): Promise<DocumentRow[]> {
  return db
    .select()
    .from(organizationDocument)
    .where(eq(organizationDocument.organizationId, organizationId))
    .orderBy(asc(organizationDocument.kind), asc(organizationDocument.addedAt))
}

export async function insertDocument(tx: Tx, row: typeof organizationDocument.$inferInsert): Promise<void> {
  await tx.insert(organizationDocument).values(row)
}

export async function deleteDocument(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
): Promise<DocumentRow | null> {
  const where = and(eq(organizationDocument.organizationId, organizationId), eq(organizationDocument.id, id))
  const [row] = await tx.delete(organizationDocument).where(where).returning()
  return row ?? null
}

/** Documents that run out within the days to come and of which nobody was reminded, held until commit. */
export function lockExpiring(tx: Tx, days: number) {
  const today = sql`(now() at time zone 'Asia/Shanghai')::date`
  const until = organizationDocument.validUntil
  return tx
    .select({ document: organizationDocument, name: organization.name })
    .from(organizationDocument)
    .innerJoin(organization, eq(organization.id, organizationDocument.organizationId))
    .where(
      and(
        isNull(organizationDocument.remindedAt),
        sql`${until} between ${today}::text and (${today} + ${days}::int)::text`,
      ),
    )
    .for('update', { of: organizationDocument, skipLocked: true })
}

export async function setReminded(tx: Tx, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(organizationDocument)
    .set({ remindedAt: at })
    .where(inArray(organizationDocument.id, [...ids]))
}
