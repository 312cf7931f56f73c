import { type SQL, sql } from 'drizzle-orm'
import type { DbOrTx } from '../client.ts'
import { type AuditRow, auditColumns } from './consistency.ts'

/** A row with what its object is called; a draft that was never submitted has no name here. */
export interface AuditLine extends AuditRow {
  number: string | null
  title: string | null
  /** The actor, or an erased account's pseudonym, in rows of every format. */
  shownName: string
}

export interface AuditFilter {
  nouns: readonly string[]
  /** Rows of drafts that were never submitted. */
  drafts: boolean
  /** Any of these; null where it was not asked for. */
  organizations: readonly string[] | null
  people: readonly string[] | null
  objects: readonly string[] | null
  deed?: string
  from?: Date
  until?: Date
  /** Only rows with a smaller number, or none but the row of this one. */
  before?: number
  seq?: number
}

const list = (texts: readonly string[]) =>
  sql`(${sql.join(
    texts.map(text => sql`${text}`),
    sql`, `,
  )})`

/** Whatever an organisation does or has done to it, on either side of the trip. */
const objectsOf = (ids: readonly string[]) => sql`
  select 'organization', id from organization where id in ${list(ids)}
  union all select 'scenario', id from scenario where organization_id in ${list(ids)}
  union all select 'product', id from product where organization_id in ${list(ids)}
  union all select 'solution', id from solution where organization_id in ${list(ids)}
  union all select 'bid', id from bid where organization_id in ${list(ids)}
  union all select 'pilot', id from pilot where demand_organization_id in ${list(ids)}
  union all select 'pilot', id from pilot where supply_organization_id in ${list(ids)}
  union all select 'claim', id from reward_claim where organization_id in ${list(ids)}
  union all select 'introduction', id from introduction
    where demand_organization_id in ${list(ids)} or supply_organization_id in ${list(ids)}
  union all select 'inquiry', id from inquiry
    where demand_organization_id in ${list(ids)} or supply_organization_id in ${list(ids)}
  union all select 'entry', e.id from catalog_entry e join pilot p on p.id = e.pilot_id
    where p.demand_organization_id in ${list(ids)} or p.supply_organization_id in ${list(ids)}`

/** A bid that was never opened is nobody's but its firm's: not even that there is one. */
const unsealed = sql`not (r.noun = 'bid' and exists (
  select from bid where id = r.object_id and status in ('draft', 'submitted', 'withdrawn')))`

const submitted = sql`not (
  r.noun = 'scenario' and exists (select from scenario where id = r.object_id and number is null and source <> 'report')
  or r.noun = 'product' and exists (select from product where id = r.object_id and number is null and source <> 'report')
  or r.noun = 'solution' and exists (select from solution where id = r.object_id and number is null)
  or r.noun = 'claim' and exists (select from reward_claim where id = r.object_id and number is null))`

function conditionsOf(filter: AuditFilter): SQL[] {
  const { nouns, drafts, organizations, people, objects, deed, from, until, before, seq } = filter
  const any = (ids: readonly string[], within: SQL) => (ids.length > 0 ? within : sql`false`)
  return [
    sql`r.noun in ${list(nouns)}`,
    unsealed,
    ...(drafts ? [] : [submitted]),
    ...(organizations
      ? [any(organizations, sql`(r.noun, r.object_id) in (${objectsOf(organizations)})`)]
      : []),
    ...(people ? [any(people, sql`r.actor_id in ${list(people)}`)] : []),
    ...(objects ? [any(objects, sql`r.object_id in ${list(objects)}`)] : []),
    ...(deed ? [sql`(r.deed = ${deed} or r.deed like ${`${deed}.%`})`] : []),
    ...(from ? [sql`r.at >= ${from.toISOString()}::timestamptz`] : []),
    ...(until ? [sql`r.at < ${until.toISOString()}::timestamptz`] : []),
    ...(before === undefined ? [] : [sql`r.seq < ${before}::bigint`]),
    ...(seq === undefined ? [] : [sql`r.seq = ${seq}::bigint`]),
  ]
}

/** What an object of a row is called, one lookup by its key. */
const named = sql`left join lateral (
  select number, title from scenario where r.noun = 'scenario' and id = r.object_id and (number is not null or source = 'report')
  union all select p.number, v.name from product p join product_version v on v.id = p.latest_version_id
    where r.noun = 'product' and p.id = r.object_id and (p.number is not null or p.source = 'report')
  union all select s.number, v.name from solution s join solution_version v on v.id = s.latest_version_id
    where r.noun = 'solution' and s.id = r.object_id and s.number is not null
  union all select b.number, f.name from bid b join organization f on f.id = b.organization_id
    where r.noun = 'bid' and b.id = r.object_id
  union all select p.number, s.title from pilot p join scenario s on s.id = p.scenario_id
    where r.noun = 'pilot' and p.id = r.object_id
  union all select c.number, f.name from reward_claim c join organization f on f.id = c.organization_id
    where r.noun = 'claim' and c.id = r.object_id and c.number is not null
  union all select number, title from catalog_entry where r.noun = 'entry' and id = r.object_id
  union all select null, title from concept_proposal where r.noun = 'concept' and id = r.object_id
  union all select null, grounds from weights_proposal where r.noun = 'weights' and id = r.object_id
  union all select s.number, s.title || ' × ' || v.name from introduction i join scenario s on s.id = i.scenario_id
    join product_version v on v.id = i.product_version_id where r.noun = 'introduction' and i.id = r.object_id
  union all select s.number, s.title || ' × ' || v.name from inquiry i join scenario s on s.id = i.scenario_id
    join product_version v on v.id = i.product_version_id where r.noun = 'inquiry' and i.id = r.object_id
  union all select uscc, name from organization where r.noun = 'organization' and id = r.object_id
  union all select null, name from account where r.noun in ('account', 'access') and id = r.object_id
) o on true`

/** The rows that fit, the newest first. */
export async function listAuditLog(
  db: DbOrTx,
  filter: AuditFilter,
  { limit }: { limit: number },
): Promise<AuditLine[]> {
  const rows = await db.execute<AuditLine & Record<string, unknown>>(sql`
    with page as (
      select r.* from audit r where ${sql.join(conditionsOf(filter), sql` and `)}
      order by r.seq desc limit ${limit})
    select ${auditColumns}, o.number, o.title,
      coalesce((select name from account where id = r.actor_id and status = 'erased'), r.actor_name) as "shownName"
    from page r ${named} order by r.seq desc`)
  return rows.map(row => ({ ...row, seq: Number(row.seq), at: new Date(row.at) }))
}

const shown = 20
const pattern = (text: string) => `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`

/** Organisations by code or a part of their name. */
export async function organizationsCalled(db: DbOrTx, text: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from organization where uscc = ${text.toUpperCase()} or name ilike ${pattern(text)} limit ${shown}`)
  return rows.map(row => row.id)
}

/** People by their whole name or e-mail address: no list of names can be fished for. */
export async function peopleCalled(db: DbOrTx, text: string): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select id from account where lower(email) = ${text.toLowerCase()} or name = ${text} limit ${shown}`)
  return rows.map(row => row.id)
}

/** Objects by number, by id, or by a part of the title they were submitted with. */
export async function objectsCalled(db: DbOrTx, text: string): Promise<string[]> {
  const number = text.toUpperCase()
  const rows = await db.execute<{ id: string }>(sql`
    select id from scenario where number = ${number} union all select id from product where number = ${number}
    union all select id from bid where number = ${number} union all select id from pilot where number = ${number}
    union all select id from reward_claim where number = ${number}
    union all select id from catalog_entry where number = ${number}
    union all (select id from scenario where title ilike ${pattern(text)} and (number is not null or source = 'report') limit ${shown})
    union all (select p.id from product p join product_version v on v.id = p.latest_version_id
      where v.name ilike ${pattern(text)} and (p.number is not null or p.source = 'report') limit ${shown})
    union all (select id from catalog_entry where title ilike ${pattern(text)} limit ${shown})
    union all (select p.id from pilot p join scenario s on s.id = p.scenario_id where s.title ilike ${pattern(text)} limit ${shown})`)
  return [...new Set([text.toLowerCase(), ...rows.map(row => row.id)])]
}
