import type { Tx } from '../client.ts'
import { organization } from '../schema/index.ts'

export async function insertOrganization(tx: Tx, row: typeof organization.$inferInsert): Promise<void> {
  await tx.insert(organization).values(row)
}
