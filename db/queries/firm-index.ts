import { inArray, sql } from 'drizzle-orm'
import { publicEntryStatuses } from '../../app/domain/catalog/policy.ts'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { OrganizationId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { organization } from '../schema/index.ts'
import type { OrganizationRow } from './organizations.ts'

/** An organisation with what it has to do with, as far as its public objects say. */
export interface FirmIndexRecord {
  organization: OrganizationRow
  /** Its public objects, all kinds together. */
  publicObjects: number
  /** Of the newest sixty. */
  names: string[]
  categories: string[]
  domains: string[]
  tasks: string[]
}

interface Gathered extends Record<string, unknown> {
  id: OrganizationId
  n: number
  names: string[]
  categories: string[]
  domains: string[]
  tasks: string[]
}

/**
 * The rows stay locked until the transaction ends: of two verbs that take away an organisation's last public objects at
 * the same moment, the second sees that nothing is left.
 */
export async function firmsForIndex(tx: Tx, ids: readonly OrganizationId[]): Promise<FirmIndexRecord[]> {
  if (ids.length === 0) return []
  return withObjects(tx, await rowsOf(tx, ids).for('no key update'))
}

/** The same to be shown, without a lock. */
export async function listFirmsByIds(db: DbOrTx, ids: readonly OrganizationId[]): Promise<FirmIndexRecord[]> {
  return ids.length === 0 ? [] : withObjects(db, await rowsOf(db, ids))
}

function rowsOf(db: DbOrTx, ids: readonly OrganizationId[]) {
  return db
    .select()
    .from(organization)
    .where(inArray(organization.id, [...ids]))
    .orderBy(organization.id)
}

async function withObjects(db: DbOrTx, rows: readonly OrganizationRow[]): Promise<FirmIndexRecord[]> {
  if (rows.length === 0) return []
  const found = await gather(
    db,
    rows.map(row => row.id),
  )
  const gathered = new Map(found.map(row => [row.id, row]))
  return rows.map(row => {
    const { n = 0, names = [], categories = [], domains = [], tasks = [] } = gathered.get(row.id) ?? {}
    return { organization: row, publicObjects: n, names, categories, domains, tasks }
  })
}

function list(values: readonly string[]) {
  return sql`array[${sql.join(
    values.map(value => sql`${value}`),
    sql`, `,
  )}]::text[]`
}

function gather(db: DbOrTx, ids: readonly OrganizationId[]): Promise<Gathered[]> {
  const wanted = list(ids)
  return db.execute<Gathered>(sql`
    with objects as (
      select p.organization_id as id, v.name, v.content->>'category' as category,
        v.content->'domains' as domains, v.content->'tasks' as tasks, p.published_at as at
      from product p join product_version v on v.id = p.published_version_id
      where p.organization_id = any(${wanted}) and p.status not in ('suspended', 'withdrawn')
      union all
      select s.organization_id, v.name, null, v.content->'domains', v.content->'tasks', s.published_at
      from solution s join solution_version v on v.id = s.published_version_id
      where s.organization_id = any(${wanted}) and s.status <> 'withdrawn'
      union all
      select s.organization_id, s.title, null, jsonb_build_array(s.content->'domain'), s.content->'tasks', s.published_at
      from scenario s
      where s.organization_id = any(${wanted}) and s.status = any(${list(publicScenarioStatuses)})
      union all
      select side.id, e.title, null, jsonb_build_array(e.domain), null, e.published_at
      from catalog_entry e join pilot t on t.id = e.pilot_id,
        unnest(array[t.demand_organization_id, t.supply_organization_id]) as side(id)
      where side.id = any(${wanted}) and e.status = any(${list(publicEntryStatuses)})
    )
    select id, count(*)::int as n,
      (array_agg(name order by at desc nulls last, name))[1:60] as names,
      coalesce(array_agg(distinct category) filter (where category is not null), '{}') as categories,
      array(select distinct each.value from objects o, jsonb_array_elements_text(o.domains) each
        where o.id = objects.id and each.value is not null and jsonb_typeof(o.domains) = 'array' order by 1) as domains,
      array(select distinct each.value from objects o, jsonb_array_elements_text(o.tasks) each
        where o.id = objects.id and jsonb_typeof(o.tasks) = 'array' order by 1) as tasks
    from objects group by id`)
}
