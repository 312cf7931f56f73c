import { and, eq, ne, sql } from 'drizzle-orm'
import type { AccountId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, organization, organizationClaim } from '../schema/index.ts'

export type OrganizationRow = typeof organization.$inferSelect
export type ClaimOnOrganization = typeof organizationClaim.$inferSelect

/** Inserts it unless its code is taken; false when it is. */
export async function insertOrganization(tx: Tx, row: typeof organization.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(organization)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: organization.id })
  return rows.length === 1
}

export async function findOrganization(db: DbOrTx, id: OrganizationId): Promise<OrganizationRow | null> {
  const [row] = await db.select().from(organization).where(eq(organization.id, id)).limit(1)
  return row ?? null
}

export async function findOrganizationByUscc(db: DbOrTx, uscc: string): Promise<OrganizationRow | null> {
  const [row] = await db.select().from(organization).where(eq(organization.uscc, uscc)).limit(1)
  return row ?? null
}

/** The row, held until commit: what is decided about its people and papers happens one after the other. */
export async function lockOrganization(tx: Tx, id: OrganizationId): Promise<OrganizationRow | null> {
  const [row] = await tx.select().from(organization).where(eq(organization.id, id)).for('update')
  return row ?? null
}

export async function setOrganization(
  tx: Tx,
  id: OrganizationId,
  row: Partial<typeof organization.$inferInsert>,
): Promise<void> {
  const next = { ...row, rev: sql`${organization.rev} + 1`, updatedAt: sql`now()` }
  await tx.update(organization).set(next).where(eq(organization.id, id))
}

/** Users of the platform with this legal representative; public reports name none. */
export async function withRepresentative(tx: Tx, name: string, except: OrganizationId) {
  const where = and(eq(organization.legalRepresentative, name), ne(organization.id, except))
  const rows = await tx.select({ id: organization.id }).from(organization).where(where).limit(50)
  return rows.map(row => row.id)
}

/** Inserts 认领 unless the person has one open; false when they have. */
export async function insertOrganizationClaim(
  tx: Tx,
  row: typeof organizationClaim.$inferInsert,
): Promise<boolean> {
  const rows = await tx
    .insert(organizationClaim)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: organizationClaim.id })
  return rows.length === 1
}

const claimed = {
  claim: organizationClaim,
  person: { name: account.name, email: account.email },
}

export function listOpenClaims(db: DbOrTx, organizationId: OrganizationId) {
  return db
    .select(claimed)
    .from(organizationClaim)
    .innerJoin(account, eq(account.id, organizationClaim.accountId))
    .where(and(eq(organizationClaim.organizationId, organizationId), eq(organizationClaim.status, 'asked')))
    .orderBy(organizationClaim.createdAt)
}

/** The person's open claim on it, which waits for an answer. */
export async function findOwnClaim(
  db: DbOrTx,
  organizationId: OrganizationId,
  accountId: AccountId,
): Promise<ClaimOnOrganization | null> {
  const where = and(
    eq(organizationClaim.organizationId, organizationId),
    eq(organizationClaim.accountId, accountId),
    eq(organizationClaim.status, 'asked'),
  )
  const [row] = await db.select().from(organizationClaim).where(where).limit(1)
  return row ?? null
}

export async function findOrganizationClaim(db: DbOrTx, organizationId: OrganizationId, id: string) {
  const [row] = await db
    .select(claimed)
    .from(organizationClaim)
    .innerJoin(account, eq(account.id, organizationClaim.accountId))
    .where(and(eq(organizationClaim.organizationId, organizationId), eq(organizationClaim.id, id)))
    .limit(1)
  return row ?? null
}

/** Settles an open claim; false when somebody was faster. */
export async function settleOrganizationClaim(
  tx: Tx,
  id: string,
  row: Partial<typeof organizationClaim.$inferInsert>,
): Promise<boolean> {
  const where = and(eq(organizationClaim.id, id), eq(organizationClaim.status, 'asked'))
  const rows = await tx
    .update(organizationClaim)
    .set(row)
    .where(where)
    .returning({ id: organizationClaim.id })
  return rows.length === 1
}
