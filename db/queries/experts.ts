import { and, eq, inArray, sql } from 'drizzle-orm'
import type { AccountId, EntryId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, expertAssignment, office } from '../schema/index.ts'

/** An expert as the handler chooses among them. */
export interface ExpertRow {
  id: AccountId
  name: string
  organizationIds: OrganizationId[]
  recused: boolean
  assigned: boolean
  /** Has sent a sheet for this entry already. */
  scored: boolean
}

/** Every expert of the pool, with what makes them fit or unfit for this entry. */
export function listExperts(db: DbOrTx, entryId: EntryId): Promise<ExpertRow[]> {
  return db
    .select({
      id: account.id,
      name: account.name,
      organizationIds: sql<OrganizationId[]>`array(
        select m.organization_id from membership m where m.account_id = ${account.id})`,
      recused: sql<boolean>`exists(
        select from recusal r where r.account_id = ${account.id} and r.object_id = ${entryId})`,
      assigned: sql<boolean>`exists(
        select from expert_assignment e where e.account_id = ${account.id} and e.entry_id = ${entryId})`,
      scored: sql<boolean>`exists(
        select from catalog_review c where c.account_id = ${account.id} and c.entry_id = ${entryId})`,
    })
    .from(account)
    .innerJoin(office, eq(office.accountId, account.id))
    .where(eq(office.role, 'expert'))
    .orderBy(account.name, account.id)
}

/** The accounts that were asked to review this entry and have not stood back from it. */
export async function assignedTo(db: DbOrTx, entryId: EntryId): Promise<AccountId[]> {
  const rows = await db
    .select({ id: expertAssignment.accountId })
    .from(expertAssignment)
    .where(
      and(
        eq(expertAssignment.entryId, entryId),
        sql`not exists(select from recusal r
          where r.account_id = ${expertAssignment.accountId} and r.object_id = ${entryId})`,
      ),
    )
  return rows.map(row => row.id)
}

export async function insertAssignments(
  tx: Tx,
  rows: (typeof expertAssignment.$inferInsert)[],
): Promise<void> {
  if (rows.length > 0) await tx.insert(expertAssignment).values(rows).onConflictDoNothing()
}

export async function deleteAssignments(tx: Tx, entryId: EntryId, ids: readonly AccountId[]): Promise<void> {
  if (ids.length === 0) return
  const where = and(eq(expertAssignment.entryId, entryId), inArray(expertAssignment.accountId, [...ids]))
  await tx.delete(expertAssignment).where(where)
}
