import { eq, inArray } from 'drizzle-orm'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization } from '../schema/index.ts'

export type OrganizationRow = typeof organization.$inferSelect

export async function findOrganization(db: DbOrTx, id: OrganizationId): Promise<OrganizationRow | null> {
  const [row] = await db.select().from(organization).where(eq(organization.id, id)).limit(1)
  return row ?? null
}

export async function insertOrganization(tx: Tx, row: typeof organization.$inferInsert): Promise<void> {
  await tx.insert(organization).values(row)
}

export function listOrganizations(db: DbOrTx, ids: readonly OrganizationId[]): Promise<OrganizationRow[]> {
  if (ids.length === 0) return Promise.resolve([])
  return db
    .select()
    .from(organization)
    .where(inArray(organization.id, [...ids]))
}
