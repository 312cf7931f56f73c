import { sql } from 'drizzle-orm'
import type { DbOrTx } from '../client.ts'

/** Something in the database that can never be, whatever was started, repeated, interleaved or killed. */
export interface Breach {
  invariant: string
  /** What it was found on. */
  subject: string
  detail: string
}

const yearLedger = sql`select uscc, cap_year, sum(fen) as fen from reward_ledger group by uscc, cap_year`
const unitLedger = sql`select uscc, serial, sum(fen) as fen from reward_ledger group by uscc, serial`

/** Each query finds breaches of one invariant and nothing else. */
const queries = {
  'a firm-year counter equals the sum of its ledger': sql`
    select concat(uscc, ' ', cap_year) as subject, concat('counter ', c.fen, ', ledger ', l.fen) as detail
    from reward_firm_counter c full join (${yearLedger}) l using (uscc, cap_year)
    where coalesce(c.fen, 0) <> coalesce(l.fen, 0)`,
  'a unit counter equals the sum of its ledger': sql`
    select concat(uscc, ' ', serial) as subject, concat('counter ', c.fen, ', ledger ', l.fen) as detail
    from reward_unit_counter c full join (${unitLedger}) l using (uscc, serial)
    where coalesce(c.fen, 0) <> coalesce(l.fen, 0)`,
  'no firm passes 2,000,000 yuan in a year': sql`
    select concat(uscc, ' ', cap_year) as subject, concat('ledger ', fen) as detail
    from (${yearLedger}) l where fen > 200000000 or fen < 0`,
  'no unit passes 500,000 yuan over all its pilots': sql`
    select concat(uscc, ' ', serial) as subject, concat('ledger ', fen) as detail
    from (${unitLedger}) l where fen > 50000000 or fen < 0`,
  'a claim holds in the ledger what was approved, and nothing once reversed': sql`
    select k.id as subject, concat(k.status, ', approved ', k.approved_fen, ', ledger ', coalesce(sum(l.fen), 0)) as detail
    from reward_claim k left join reward_ledger l on l.claim_id = k.id
    group by k.id
    having coalesce(sum(l.fen), 0) <> case when k.status in ('approved', 'paid') then coalesce(k.approved_fen, 0) else 0 end
      or (k.status in ('approved', 'paid') and k.approved_fen is null)`,
}

/** Every breach of the reward ledger's laws; empty when all is well. */
export async function rewardBreaches(db: DbOrTx): Promise<Breach[]> {
  const breaches: Breach[] = []
  for (const [invariant, query] of Object.entries(queries)) {
    const rows = await db.execute<{ subject: string; detail: string }>(query)
    breaches.push(...rows.map(({ subject, detail }) => ({ invariant, subject, detail })))
  }
  return breaches
}
