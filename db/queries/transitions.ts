import { sql } from 'drizzle-orm'
import type { Noun } from '../../app/domain/shared/lifecycle.ts'
import type { Tx } from '../client.ts'

/** The nouns with a lifecycle, by the table that holds their status. */
const tables: Record<Noun, string> = {
  organization: 'organization',
  site: 'site',
  scenario: 'scenario',
  product: 'product',
  solution: 'solution',
  bid: 'bid',
  pilot: 'pilot',
  claim: 'reward_claim',
  entry: 'catalog_entry',
  concept: 'concept_proposal',
  weights: 'weights_proposal',
  introduction: 'introduction',
  inquiry: 'inquiry',
}

/** Moves the status only if it still is `from` (and the row still is at `rev`); false means somebody was faster. */
export async function moveStatus(
  tx: Tx,
  noun: Noun,
  { id, from, to, rev, at }: { id: string; from: string; to: string; rev?: number; at: Date },
): Promise<boolean> {
  const atRev = rev === undefined ? sql`` : sql` and rev = ${rev}`
  const rows = await tx.execute(sql`
    update ${sql.identifier(tables[noun])}
    set status = ${to}, rev = rev + 1, updated_at = ${at.toISOString()}::timestamptz
    where id = ${id} and status = ${from}${atRev}
    returning id`)
  return rows.length === 1
}
