import { asc, gt, type SQL, sql } from 'drizzle-orm'
import { bidLifecycle } from '../../app/domain/bids/lifecycle.ts'
import { entryLifecycle } from '../../app/domain/catalog/lifecycle.ts'
import { organizationLifecycle } from '../../app/domain/organizations/lifecycle.ts'
import { pilotLifecycle } from '../../app/domain/pilots/lifecycle.ts'
import { productLifecycle } from '../../app/domain/products/lifecycle.ts'
import { claimLifecycle } from '../../app/domain/rewards/lifecycle.ts'
import { scenarioLifecycle } from '../../app/domain/scenarios/lifecycle.ts'
import type { DbOrTx } from '../client.ts'
import { audit } from '../schema/index.ts'

/** A law of the house as a query for its breaches: one row each, saying which object and how. */
export interface Invariant {
  name: string
  breaches: SQL
}

const lifecycles = [
  organizationLifecycle,
  scenarioLifecycle,
  productLifecycle,
  bidLifecycle,
  pilotLifecycle,
  claimLifecycle,
  entryLifecycle,
]

const statusOfEveryNoun = sql`
  select 'organization' as noun, id, status from organization
  union all select 'scenario', id, status from scenario
  union all select 'product', id, status from product
  union all select 'bid', id, status from bid
  union all select 'pilot', id, status from pilot
  union all select 'claim', id, status from reward_claim
  union all select 'entry', id, status from catalog_entry`

/** Every step that some lifecycle table allows, as rows (noun, from, deed, to). */
const allowedSteps = sql.join(
  lifecycles.flatMap(({ noun, statuses, deedsFrom, table }) =>
    statuses.flatMap(from =>
      deedsFrom(from).map(
        // The tables are typed by their own statuses; here they are all just words.
        deed => sql`(${noun}::text, ${from}::text, ${deed}::text, ${wordAt(table, from, deed)}::text)`,
      ),
    ),
  ),
  sql`, `,
)

function wordAt(table: Record<string, Partial<Record<string, string>>>, from: string, deed: string): string {
  return table[from]?.[deed] ?? ''
}

export const invariants: readonly Invariant[] = [
  {
    name: '企业年度余额 equals the ledger',
    breaches: sql`
      select coalesce(l.uscc, c.uscc) || ' ' || coalesce(l.cap_year, c.cap_year)
        || ': ledger ' || coalesce(l.fen, 0) || ', counter ' || coalesce(c.fen, 0) as breach
      from (select uscc, cap_year, sum(fen) as fen from reward_ledger group by 1, 2) l
      full join reward_firm_counter c on c.uscc = l.uscc and c.cap_year = l.cap_year
      where coalesce(l.fen, 0) <> coalesce(c.fen, 0)`,
  },
  {
    name: '单台(套)累计 equals the ledger',
    breaches: sql`
      select coalesce(l.uscc, c.uscc) || ' ' || coalesce(l.serial, c.serial)
        || ': ledger ' || coalesce(l.fen, 0) || ', counter ' || coalesce(c.fen, 0) as breach
      from (select uscc, serial, sum(fen) as fen from reward_ledger group by 1, 2) l
      full join reward_unit_counter c on c.uscc = l.uscc and c.serial = l.serial
      where coalesce(l.fen, 0) <> coalesce(c.fen, 0)`,
  },
  {
    name: 'no unit above 500,000 yuan, no firm and year above 2,000,000',
    breaches: sql`
      select 'unit ' || uscc || ' ' || serial || ': ' || sum(fen) as breach
      from reward_ledger group by uscc, serial having sum(fen) > 50000000
      union all
      select 'firm ' || uscc || ' ' || cap_year || ': ' || sum(fen)
      from reward_ledger group by uscc, cap_year having sum(fen) > 200000000`,
  },
  {
    name: 'a claim’s amount stands in the ledger, a reversed one adds up to nothing',
    breaches: sql`
      select c.id || ' ' || c.status || ': approved ' || coalesce(c.approved_fen, 0)
        || ', ledger ' || coalesce(sum(l.fen), 0) as breach
      from reward_claim c left join reward_ledger l on l.claim_id = c.id
      group by c.id
      having coalesce(sum(l.fen), 0)
        <> case when c.status in ('approved', 'paid') then coalesce(c.approved_fen, 0) else 0 end`,
  },
  {
    name: 'every status is what the history says last',
    breaches: sql`
      with last as (select distinct on (noun, object_id) noun, object_id, to_status
        from history order by noun, object_id, id desc)
      select s.noun || ' ' || s.id || ' is ' || s.status || ', history says ' || coalesce(h.to_status, 'nothing') as breach
      from (${statusOfEveryNoun}) s left join last h on h.noun = s.noun and h.object_id = s.id
      where h.to_status is distinct from s.status`,
  },
  {
    name: 'the history of an object has no gaps',
    breaches: sql`
      select noun || ' ' || object_id || ': ' || coalesce(before, 'nothing') || ', then from '
        || coalesce(from_status, 'nothing') as breach
      from (select noun, object_id, from_status,
          lag(to_status) over (partition by noun, object_id order by id) as before from history) h
      where before is not null and from_status is distinct from before`,
  },
  {
    name: 'every step of the history is one its lifecycle allows',
    breaches: sql`
      select h.noun || ' ' || h.object_id || ': ' || h.from_status || ' → ' || h.to_status || ' by ' || h.deed as breach
      from history h
      where h.from_status <> h.to_status
        and not exists (select from (values ${allowedSteps}) as a(noun, f, deed, t)
          where (a.noun, a.f, a.deed, a.t) = (h.noun, h.from_status, h.deed, h.to_status))`,
  },
  {
    name: 'as many audit rows as history rows for each object',
    breaches: sql`
      select noun || ' ' || object_id || ': history ' || sum(h) || ', audit ' || sum(a) as breach
      from (select noun, object_id, 1 as h, 0 as a from history
        union all select noun, object_id, 0, 1 from audit) both_logs
      group by noun, object_id having sum(h) <> sum(a)`,
  },
  {
    name: 'the audit chain is numbered without gaps, up to its head',
    breaches: sql`
      select 'seq ' || seq || ' follows ' || coalesce(before, 0) as breach
      from (select seq, lag(seq) over (order by seq) as before from audit) a
      where seq <> coalesce(before, 0) + 1
      union all
      select 'head is at ' || h.seq || ', last row is ' || coalesce(max(a.seq), 0)
      from audit_head h left join audit a on true group by h.seq having h.seq <> coalesce(max(a.seq), 0)`,
  },
  {
    name: 'a selected bid has its pilot and a pilot its selected bid',
    breaches: sql`
      select 'bid ' || b.id || ' has no pilot' as breach
      from bid b left join pilot p on p.bid_id = b.id where b.status = 'selected' and p.id is null
      union all
      select 'pilot ' || p.id || ' rests on a bid that is ' || b.status
      from pilot p join bid b on b.id = p.bid_id where b.status <> 'selected'`,
  },
  {
    name: 'an accepted pilot has both signatures of one round and no mandatory metric open',
    breaches: sql`
      select 'pilot ' || p.id || ' lacks a signature' as breach
      from pilot p where p.status = 'accepted' and not exists (
        select from pilot_signature s where s.pilot_id = p.id group by s.round having count(distinct s.side) = 2)
      union all
      select 'pilot ' || p.id || ' metric ' || m.position || ' is neither met nor waived'
      from pilot p join pilot_metric m on m.pilot_id = p.id
      where p.status = 'accepted' and m.mandatory and m.waiver is null
        and coalesce(case when m.direction = 'atLeast' then m.measured < m.target else m.measured > m.target end, true)`,
  },
  {
    name: 'a catalog entry rests on an accepted pilot and is published with no objection open',
    breaches: sql`
      select 'entry ' || e.id || ' rests on a pilot that is ' || p.status as breach
      from catalog_entry e join pilot p on p.id = e.pilot_id where p.status <> 'accepted'
      union all
      select 'entry ' || e.id || ' is published while objection ' || o.id || ' is open'
      from catalog_entry e join objection o on o.entry_id = e.id
      where e.status = 'published' and o.settled_at is null`,
  },
  {
    name: 'nothing unpublished can be found by the public',
    breaches: sql`
      select 'scenario ' || d.id || ' is ' || coalesce(s.status, 'gone') as breach
      from search_document d left join scenario s on s.id = d.id
      where d.index = 'scenarios' and d.visibility @> array['public']
        and coalesce(s.status, 'draft') in ('draft', 'submitted', 'returned')
      union all
      select 'product ' || d.id from search_document d left join product p on p.id = d.id
      where d.index = 'products' and d.visibility @> array['public'] and p.published_version_id is null
      union all
      select 'entry ' || d.id from search_document d left join catalog_entry e on e.id = d.id
      where d.index = 'catalog' and d.visibility @> array['public']
        and coalesce(e.status, 'nominated') not in ('published', 'amended')`,
  },
]

/** The breaches of one law, in words; none is what one hopes for. */
export async function breachesOf(db: DbOrTx, { breaches }: Invariant): Promise<string[]> {
  const rows = await db.execute<{ breach: string }>(breaches)
  return rows.map(row => row.breach)
}

export type AuditRow = typeof audit.$inferSelect

/** The next rows of the audit chain after `seq`, in order. */
export function listAudit(db: DbOrTx, { after, limit }: { after: number; limit: number }): Promise<AuditRow[]> {
  return db.select().from(audit).where(gt(audit.seq, after)).orderBy(asc(audit.seq)).limit(limit)
}
