import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { EntryId } from '../../app/domain/shared/ids.ts'
import type { Source } from '../../app/domain/vocabulary.ts'
import type { DbOrTx } from '../client.ts'
import { organization, scenario } from '../schema/index.ts'
import type { ScenarioRecord } from './scenarios.ts'

/** What the platform has, each count beside what it is a part of. */
export interface Figures {
  scenarios: {
    /** Open to bids by the database's clock. */
    open: number
    /** The platform's own, in public. */
    own: number
    reported: number
    /** Reported cases by domain; a domain without any is absent. */
    byDomain: Record<string, number>
  }
  /** Pilots by status. */
  pilots: Record<string, number>
  /** Catalog entries by status. */
  entries: Record<string, number>
  products: { total: number; payloadKnown: number }
}

const publicStatuses = sql.join(
  publicScenarioStatuses.map(status => sql`${status}`),
  sql`, `,
)

/** All counts of the home page in one statement. */
export async function countFigures(db: DbOrTx): Promise<Figures> {
  const [row] = await db.execute<{ figures: string }>(sql`
    with public_scenario as (
      select source, status, bid_deadline, coalesce(domain, 'other') as domain
      from scenario where status in (${publicStatuses})
    ), public_product as (
      select v.content from product p join product_version v on v.id = p.published_version_id
      where p.status not in ('suspended', 'withdrawn')
    )
    select json_build_object(
      'scenarios', json_build_object(
        'open', (select count(*) from public_scenario
          where source <> 'report' and status = 'published' and bid_deadline > clock_timestamp()),
        'own', (select count(*) from public_scenario where source <> 'report'),
        'reported', (select count(*) from public_scenario where source = 'report'),
        'byDomain', (select coalesce(json_object_agg(domain, n), '{}') from (
          select domain, count(*) n from public_scenario where source = 'report' group by domain) each)),
      'pilots', (select coalesce(json_object_agg(status, n), '{}') from (
        select status, count(*) n from pilot group by status) each),
      'entries', (select coalesce(json_object_agg(status, n), '{}') from (
        select status, count(*) n from catalog_entry group by status) each),
      'products', json_build_object(
        'total', (select count(*) from public_product),
        'payloadKnown', (select count(*) from public_product where content->'specs' ? 'payloadKg'))
    )::text as figures`)
  return read(row?.figures)
}

function read(json: string | undefined): Figures {
  if (json === undefined) throw new Error('a count came back without a row')
  return JSON.parse(json)
}

/** The newest open calls and the newest reported cases, in this order. */
export function newestScenarios(
  db: DbOrTx,
  { open, reported }: { open: number; reported: number },
): Promise<ScenarioRecord[]> {
  const isReport = sql`${scenario.source} = 'report'`
  const place = sql`row_number() over (
    partition by ${isReport}
    order by ${scenario.sourceYear} desc nulls last, ${scenario.publishedAt} desc, ${scenario.id})`
  const newest = db
    .select({ id: scenario.id, place: place.as('place'), report: isReport.as('report') })
    .from(scenario)
    .where(
      and(
        inArray(scenario.status, [...publicScenarioStatuses]),
        sql`(${isReport} or (${scenario.status} = 'published' and ${scenario.bidDeadline} > clock_timestamp()))`,
      ),
    )
    .as('newest')
  return db
    .select({ scenario, organization })
    .from(newest)
    .innerJoin(scenario, eq(scenario.id, newest.id))
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
    .where(sql`${newest.place} <= case when ${newest.report} then ${reported}::int else ${open}::int end`)
    .orderBy(newest.report, newest.place, desc(scenario.id))
}

/** A published entry with the metrics that have both a before and an after. */
export interface Showcase {
  id: EntryId
  title: string
  summary: string
  source: Source
  demand: { name: string; nameEn: string | null }
  supply: { name: string; nameEn: string | null }
  metrics: { name: string; unit: string; baseline: number; measured: number; sample: string | null }[]
}

/** The newest published entry that has something to compare; null while there is none. */
export async function findShowcase(db: DbOrTx): Promise<Showcase | null> {
  const [row] = await db.execute<{ showcase: string }>(sql`
    select json_build_object(
      'id', e.id, 'title', e.title, 'summary', e.content->>'summary', 'source', s.source,
      'demand', json_build_object('name', d.name, 'nameEn', d.name_en),
      'supply', json_build_object('name', f.name, 'nameEn', f.name_en),
      'metrics', m.list)::text as showcase
    from catalog_entry e
    join pilot p on p.id = e.pilot_id
    join scenario s on s.id = p.scenario_id
    join organization d on d.id = p.demand_organization_id
    join organization f on f.id = p.supply_organization_id
    cross join lateral (
      select json_agg(json_build_object('name', name, 'unit', unit, 'baseline', baseline,
        'measured', measured, 'sample', sample) order by position) as list
      from pilot_metric
      where pilot_id = p.id and baseline is not null and measured is not null) m
    where e.status in ('published', 'amended') and m.list is not null
    order by e.published_at desc, e.id limit 1`)
  return row ? JSON.parse(row.showcase) : null
}
