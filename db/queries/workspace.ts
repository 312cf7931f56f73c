import { sql } from 'drizzle-orm'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'

/** One line of an organisation's home: an object it owns or takes part in. */
export interface WorkspaceRow {
  noun: 'scenario' | 'product' | 'bid' | 'pilot' | 'claim'
  id: string
  number: string | null
  title: string
  status: string
  /** Which of the two sides the organisation stands on. */
  side: 'demand' | 'supply'
  /** The other side, where there is one. */
  counterpart: string | null
  /** A deadline of the object itself. */
  due: Date | null
  updatedAt: Date
  /** Scenario, product: the public has seen it. */
  published: boolean
  /** Pilot: this side has signed the acceptance round that is open. */
  signed: boolean
  /** Pilot: a reward claim is under way. */
  claimed: boolean
}

const list = (ids: readonly OrganizationId[]) =>
  sql`(${sql.join(
    ids.map(id => sql`${id}`),
    sql`, `,
  )})`

/** Everything these organisations have under way, on either side, the last touched first. One statement. */
export async function listWorkspace(db: DbOrTx, ids: readonly OrganizationId[]): Promise<WorkspaceRow[]> {
  if (ids.length === 0) return []
  const own = list(ids)
  const rows = await db.execute<Raw>(sql`
    select * from (
      ${scenarios(own)} union all ${products(own)} union all ${bids(own)}
      union all ${pilots(own)} union all ${claims(own)}
    ) work order by updated_at desc, id limit 500`)
  return rows.map(row => ({
    noun: row.noun,
    id: row.id,
    number: row.number,
    title: row.title,
    status: row.status,
    side: row.side,
    counterpart: row.counterpart,
    due: row.due === null ? null : new Date(row.due),
    updatedAt: new Date(row.updated_at),
    published: row.published,
    signed: row.signed,
    claimed: row.claimed,
  }))
}

interface Raw extends Record<string, unknown> {
  noun: WorkspaceRow['noun']
  id: string
  number: string | null
  title: string
  status: string
  side: 'demand' | 'supply'
  counterpart: string | null
  due: string | Date | null
  updated_at: string | Date
  published: boolean
  signed: boolean
  claimed: boolean
}

type Part = ReturnType<typeof sql>

const scenarios = (own: Part) => sql`
  select 'scenario' noun, id, number, title, status, 'demand' side, null::text counterpart,
    bid_deadline due, updated_at, published_at is not null published, false signed, false claimed
  from scenario where organization_id in ${own}`

const products = (own: Part) => sql`
  select 'product', p.id, p.number, v.name, p.status, 'supply', null,
    null::timestamptz, p.updated_at, p.published_version_id is not null, false, false
  from product p join product_version v on v.id = p.latest_version_id
  where p.organization_id in ${own}`

/** A firm's own bids; nothing here tells the demand side that one exists. */
const bids = (own: Part) => sql`
  select 'bid', b.id, b.number, s.title, b.status, 'supply', o.name,
    s.bid_deadline, b.updated_at, false, false, false
  from bid b join scenario s on s.id = b.scenario_id join organization o on o.id = s.organization_id
  where b.organization_id in ${own}`

const pilots = (own: Part) => sql`
  select 'pilot', p.id, p.number, s.title, p.status, side.name, other.name,
    null::timestamptz, p.updated_at, false,
    exists (
      select 1 from pilot_signature g where g.pilot_id = p.id and g.side = side.name and g.round = (
        select count(*) from history h
        where h.noun = 'pilot' and h.object_id = p.id and h.deed = 'requestAcceptance')),
    exists (select 1 from reward_claim c where c.pilot_id = p.id and c.status not in ('rejected', 'reversed'))
  from pilot p
  join scenario s on s.id = p.scenario_id
  cross join lateral (values
    ('demand', p.demand_organization_id, p.supply_organization_id),
    ('supply', p.supply_organization_id, p.demand_organization_id)) side (name, own_id, other_id)
  join organization other on other.id = side.other_id
  where side.own_id in ${own}`

const claims = (own: Part) => sql`
  select 'claim', c.id, c.number, s.title, c.status, 'supply', null,
    null::timestamptz, c.updated_at, false, false, false
  from reward_claim c join pilot p on p.id = c.pilot_id join scenario s on s.id = p.scenario_id
  where c.organization_id in ${own}`
