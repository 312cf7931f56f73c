import { and, count, desc, eq, gt, isNotNull, isNull, sql } from 'drizzle-orm'
import type { AccountId, InvitationId } from '../../app/domain/shared/ids.ts'
import type { OfficerRole } from '../../app/domain/vocabulary.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, invitation, office } from '../schema/index.ts'

export interface OfficerRow {
  accountId: AccountId
  name: string
  email: string
  role: OfficerRole
  district: string | null
  hasFactor: boolean
}

export type OfficeInvitation = typeof invitation.$inferSelect

const hasFactor = sql<boolean>`(${account.totpSecret} is not null
  or exists(select from passkey p where p.account_id = ${account.id}))`

export function listOfficers(db: DbOrTx): Promise<OfficerRow[]> {
  return db
    .select({
      accountId: account.id,
      name: account.name,
      email: account.email,
      role: office.role,
      district: office.district,
      hasFactor,
    })
    .from(office)
    .innerJoin(account, eq(account.id, office.accountId))
    .orderBy(office.role, account.name)
}

const isOpen = and(
  isNull(invitation.acceptedAt),
  isNull(invitation.revokedAt),
  gt(invitation.expiresAt, sql`now()`),
)

/** Invitations to an office that still open one. */
export function listInvitations(db: DbOrTx): Promise<OfficeInvitation[]> {
  return db
    .select()
    .from(invitation)
    .where(and(isNotNull(invitation.officeRole), isOpen))
    .orderBy(desc(invitation.createdAt))
}

export async function insertOfficeInvitation(tx: Tx, row: typeof invitation.$inferInsert): Promise<void> {
  // A newer invitation of the same person to the same office takes the older one's place.
  await tx
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(
      and(eq(invitation.email, row.email), eq(invitation.officeRole, row.officeRole ?? 'handler'), isOpen),
    )
  await tx.insert(invitation).values(row)
}

export async function findOfficeInvitation(db: DbOrTx, tokenHash: string): Promise<OfficeInvitation | null> {
  const [row] = await db
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, tokenHash), isNotNull(invitation.officeRole), isOpen))
  return row ?? null
}

/** Uses an invitation up; false when it was used, taken back or is over. */
export async function acceptOfficeInvitation(
  tx: Tx,
  id: InvitationId,
  accountId: AccountId,
): Promise<boolean> {
  const rows = await tx
    .update(invitation)
    .set({ acceptedAt: sql`now()`, acceptedBy: accountId })
    .where(and(eq(invitation.id, id), isOpen))
    .returning({ id: invitation.id })
  return rows.length === 1
}

export async function revokeOfficeInvitation(tx: Tx, id: InvitationId): Promise<boolean> {
  const rows = await tx
    .update(invitation)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(invitation.id, id), isNotNull(invitation.officeRole), isOpen))
    .returning({ id: invitation.id })
  return rows.length === 1
}

/** A person's offices, locked with those of everybody who has this role, so that two takings see each other. */
export async function lockOffices(tx: Tx, accountId: AccountId): Promise<OfficerRole[]> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('office'))`)
  const rows = await tx.select({ role: office.role }).from(office).where(eq(office.accountId, accountId))
  return rows.map(row => row.role)
}

export async function countOffice(tx: Tx, role: OfficerRole): Promise<number> {
  const [row] = await tx.select({ n: count() }).from(office).where(eq(office.role, role))
  return row?.n ?? 0
}

export async function deleteOffice(tx: Tx, accountId: AccountId, role: OfficerRole): Promise<boolean> {
  const rows = await tx
    .delete(office)
    .where(and(eq(office.accountId, accountId), eq(office.role, role)))
    .returning({ role: office.role })
  return rows.length === 1
}
