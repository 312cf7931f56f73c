import { and, asc, count, eq, gt, isNull, sql } from 'drizzle-orm'
import type { AccountId, DepartmentId, InvitationId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, department, invitation, membership, organization } from '../schema/index.ts'

export type DepartmentRow = typeof department.$inferSelect
export type InvitationRow = typeof invitation.$inferSelect

export function listMembers(db: DbOrTx, organizationId: OrganizationId) {
  return db
    .select({
      accountId: membership.accountId,
      role: membership.role,
      departmentId: membership.departmentId,
      since: membership.since,
      name: account.name,
      email: account.email,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(eq(membership.organizationId, organizationId))
    .orderBy(asc(membership.since), asc(account.name))
}

/** The accounts that own an organisation. */
export async function ownersOf(db: DbOrTx, organizationId: OrganizationId): Promise<AccountId[]> {
  const where = and(eq(membership.organizationId, organizationId), eq(membership.role, 'owner'))
  const rows = await db.select({ id: membership.accountId }).from(membership).where(where)
  return rows.map(row => row.id)
}

/** False when the person is in already. */
export async function addMember(tx: Tx, row: typeof membership.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(membership)
    .values(row)
    .onConflictDoNothing()
    .returning({ id: membership.accountId })
  return rows.length === 1
}

interface Place {
  organizationId: OrganizationId
  accountId: AccountId
}

const isAt = ({ organizationId, accountId }: Place) =>
  and(eq(membership.organizationId, organizationId), eq(membership.accountId, accountId))

export async function setMember(
  tx: Tx,
  place: Place,
  row: Partial<typeof membership.$inferInsert>,
): Promise<void> {
  await tx.update(membership).set(row).where(isAt(place))
}

export async function deleteMember(tx: Tx, place: Place): Promise<void> {
  await tx.delete(membership).where(isAt(place))
}

export function listDepartments(db: DbOrTx, organizationId: OrganizationId): Promise<DepartmentRow[]> {
  return db
    .select()
    .from(department)
    .where(eq(department.organizationId, organizationId))
    .orderBy(asc(department.name))
}

/** False when the name is taken. */
export async function insertDepartment(tx: Tx, row: typeof department.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(department).values(row).onConflictDoNothing().returning({ id: department.id })
  return rows.length === 1
}

export async function setDepartment(
  tx: Tx,
  id: DepartmentId,
  row: Partial<typeof department.$inferInsert>,
): Promise<void> {
  await tx.update(department).set(row).where(eq(department.id, id))
}

export async function deleteDepartment(tx: Tx, id: DepartmentId): Promise<void> {
  await tx.delete(department).where(eq(department.id, id))
}

const isWaiting = and(isNull(invitation.acceptedAt), isNull(invitation.revokedAt))

/** How many people, and waiting invitations, stand in a department. */
export async function countInDepartment(db: DbOrTx, id: DepartmentId): Promise<number> {
  const [people, invited] = await Promise.all([
    db.select({ n: count() }).from(membership).where(eq(membership.departmentId, id)),
    db
      .select({ n: count() })
      .from(invitation)
      .where(and(eq(invitation.departmentId, id), isWaiting)),
  ])
  return (people[0]?.n ?? 0) + (invited[0]?.n ?? 0)
}

/** Invitations into an organisation that were neither accepted nor revoked; expired ones can be sent again. */
export function listInvitations(db: DbOrTx, organizationId: OrganizationId): Promise<InvitationRow[]> {
  return db
    .select()
    .from(invitation)
    .where(and(eq(invitation.organizationId, organizationId), isWaiting))
    .orderBy(asc(invitation.createdAt))
}

export async function insertInvitation(tx: Tx, row: typeof invitation.$inferInsert): Promise<void> {
  await tx.insert(invitation).values(row)
}

export async function setInvitation(
  tx: Tx,
  id: InvitationId,
  row: Partial<typeof invitation.$inferInsert>,
): Promise<void> {
  await tx.update(invitation).set(row).where(eq(invitation.id, id))
}

/** The invitation of this link into an organisation; bureau invitations are another verb's. */
export async function findInvitationByToken(db: DbOrTx, tokenHash: string) {
  const [row] = await db
    .select({ invitation, organization: { id: organization.id, name: organization.name } })
    .from(invitation)
    .innerJoin(organization, eq(organization.id, invitation.organizationId))
    .where(eq(invitation.tokenHash, tokenHash))
    .limit(1)
  return row ?? null
}

/** An invitation that can still be accepted; held until commit. */
export async function lockInvitation(tx: Tx, id: InvitationId): Promise<InvitationRow | null> {
  const [row] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.id, id), isWaiting, gt(invitation.expiresAt, sql`now()`)))
    .for('update')
  return row ?? null
}

/** The member with this address. */
export async function memberWithEmail(
  db: DbOrTx,
  organizationId: OrganizationId,
  email: string,
): Promise<AccountId | null> {
  const where = and(
    eq(membership.organizationId, organizationId),
    sql`lower(${account.email}) = lower(${email})`,
  )
  const [row] = await db
    .select({ id: membership.accountId })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(where)
    .limit(1)
  return row?.id ?? null
}
