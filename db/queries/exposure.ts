import { and, between, type Column, count, eq, lte, min, type SQL, sql } from 'drizzle-orm'
import { fairOrder, type ListingFacts } from '../../app/domain/matching/diversify.ts'
import type { Audience, ExposureSide, Outcome, ShownLine } from '../../app/domain/matching/exposure.ts'
import type { Features } from '../../app/domain/matching/features.ts'
import { unnamedInReports } from '../../app/domain/organizations/firm-page.ts'
import { publicScenarioStatuses } from '../../app/domain/scenarios/policy.ts'
import type { Day } from '../../app/domain/shared/dates.ts'
import type { ProductId, ScenarioId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx } from '../client.ts'
import { builtOnce } from '../prepare.ts'
import { matchShown, organization, product, productVersion } from '../schema/index.ts'

/** Days, both included. */
export interface Span {
  from: Day
  to: Day
}

/** Shown where most readers look: among the first ten of a scenario's suggestions. */
const shownFirst = ({ from, to }: Record<keyof Span, Day | SQL>) =>
  and(
    eq(matchShown.side, 'forScenario'),
    between(matchShown.day, from, to),
    lte(matchShown.position, fairOrder.first),
  )

/**
 * One parameter however many ids, so that lists of any length are one statement to the server; as an array they are
 * looked up one by one, where a subselect would be joined with the whole table.
 */
export const among = (column: Column, ids: readonly string[]) =>
  sql`${column} = any(array(select json_array_elements_text(${JSON.stringify(ids)}::json)))`

const publicStatuses = sql.join(
  publicScenarioStatuses.map(status => sql`${status}`),
  sql`, `,
)
/** Sealed and withdrawn ones, and drafts, are nobody's to know of. */
const openedBids = sql`'opened', 'shortlisted', 'selected', 'notSelected'`
// A page need not wait for a disk; what a crash takes is a few showings of one day.
const unhurried = sql`(select set_config('synchronous_commit', 'off', true))`

/**
 * Enters what one page showed and adds it to the day's counts, in one statement; what stood there before on the same
 * day for the same audience stays as it was and is not counted again. Lines whose scenario or product is not public
 * are left out.
 */
export async function insertShown(
  db: DbOrTx,
  page: { day: Day; side: ExposureSide; audience: Audience; weightsVersion: number },
  lines: readonly ShownLine[],
): Promise<void> {
  const first = sql.raw(String(fairOrder.first))
  await db.execute(sql`
    with entered as (
      insert into match_shown (day, side, audience, scenario_id, product_id, organization_id, position, by_score,
        placed, score, weights_version, features)
      select ${page.day}::date, ${page.side}, ${page.audience}, s.id, p.id, p.organization_id, l."position",
        l."byScore", l.placed, l.score, ${page.weightsVersion}::int, l.features
      from json_to_recordset(${JSON.stringify(lines)}::json) as l("scenarioId" text, "productId" text,
        "position" smallint, "byScore" int, placed text, score float8, features jsonb)
      -- One by one: there are ten lines, whatever the planner thinks.
      cross join lateral (select id from scenario
        where id = l."scenarioId" and status in (${publicStatuses}) limit 1) s
      cross join lateral (select id, organization_id from product
        where id = l."productId" and published_version_id is not null and status not in ('suspended', 'withdrawn')
        limit 1) p
      where ${unhurried} = 'off'
      order by s.id, p.id
      on conflict do nothing
      returning *
    )
    insert into shown_day as d (day, organization_id, shown, places, newcomers, opened, family)
    select day, organization_id, count(*), sum(position), count(*) filter (where placed = 'newListing'),
      count(*) filter (where by_score > ${first} and placed <> 'newListing'), count(*) filter (where placed = 'family')
    from entered
    where side = 'forScenario' and position <= ${first}
    group by day, organization_id
    order by organization_id
    on conflict (day, organization_id) do update set shown = d.shown + excluded.shown,
      places = d.places + excluded.places, newcomers = d.newcomers + excluded.newcomers,
      opened = d.opened + excluded.opened, family = d.family + excluded.family`)
}

const { placeholder } = sql
const factsQuery = builtOnce((db: DbOrTx) => {
  const ids = sql`(select json_array_elements_text(${placeholder('ids')}::json))`
  const listed = db
    .select({ id: productVersion.productId, at: min(productVersion.publishedAt).as('at') })
    .from(productVersion)
    .where(sql`${productVersion.productId} = any(array${ids})`)
    .groupBy(productVersion.productId)
    .as('listed')
  const lately = { from: sql`${placeholder('from')}::date`, to: sql`${placeholder('to')}::date` }
  const showings = and(eq(matchShown.productId, product.id), shownFirst(lately))
  return db
    .select({
      id: product.id,
      // Reports that name no maker are not about one maker.
      firm: sql<string>`case when ${organization.source} = 'report'
        and ${organization.name} = ${unnamedInReports.supply} then ${product.id}
        else ${product.organizationId} end`,
      family: productVersion.category,
      listedOn: sql<Day | null>`case when ${organization.source} <> 'report'
        then to_char(${listed.at} at time zone 'Asia/Shanghai', 'YYYY-MM-DD') end`,
      shownLately: sql<number>`(select count(*)::int from ${matchShown} where ${showings})`,
    })
    .from(product)
    .innerJoin(organization, eq(organization.id, product.organizationId))
    .innerJoin(productVersion, eq(productVersion.id, product.publishedVersionId))
    .leftJoin(listed, eq(listed.id, product.id))
    .where(sql`${product.id} = any(array${ids})`)
    .prepare('listing_facts')
})

/** What the order of a list takes of its products, by id; `shownLately` counts the days of `lately`. */
export async function listingFacts(
  db: DbOrTx,
  ids: readonly ProductId[],
  lately: Span,
): Promise<Map<string, ListingFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await factsQuery(db).execute({ ids: JSON.stringify(ids), ...lately })
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

/** How often each product stood among the first in these days, all audiences together; absent means never. */
export async function shownLately(
  db: DbOrTx,
  ids: readonly ProductId[],
  span: Span,
): Promise<Map<ProductId, number>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({ id: matchShown.productId, n: count() })
    .from(matchShown)
    .where(and(among(matchShown.productId, ids), shownFirst(span)))
    .groupBy(matchShown.productId)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** How a product was shown. */
export interface Exposure {
  /** On how many pages it stood among the first ten; a page counts once a day for each audience. */
  shown: number
  /** On the pages of how many scenarios. */
  scenarios: number
  /** Mean place there, from 1. */
  meanPosition: number
}

/** The exposure of these products; absent means that none was shown. */
export async function exposureOfProducts(
  db: DbOrTx,
  ids: readonly ProductId[],
  span: Span,
): Promise<Map<ProductId, Exposure>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .select({
      id: matchShown.productId,
      shown: count(),
      scenarios: sql<number>`count(distinct ${matchShown.scenarioId})::int`,
      meanPosition: sql<number>`avg(${matchShown.position})::float8`,
    })
    .from(matchShown)
    .where(and(among(matchShown.productId, ids), shownFirst(span)))
    .groupBy(matchShown.productId)
  return new Map(rows.map(({ id, ...exposure }) => [id, exposure]))
}

export interface OutcomeRow {
  scenarioId: ScenarioId
  productId: ProductId
  day: Day
  position: number
  features: Features
  weightsVersion: number
  outcome: Exclude<Outcome, 'asked'>
}

/**
 * Each pair as it was first shown on the scenario's page within the span, and the furthest that followed; of scenarios
 * whose bids have been opened, for what is shown on others has come to nothing yet. A sealed bid is no outcome, nor is
 * what was bid before the pair was shown.
 */
export function shownWithOutcomes(db: DbOrTx, { from, to }: Span): Promise<OutcomeRow[]> {
  return db.execute<OutcomeRow & Record<string, unknown>>(sql`
    with first as (
      select distinct on (scenario_id, product_id) *
      from match_shown
      where side = 'forScenario' and day between ${from}::date and ${to}::date and scenario_id in (
        select scenario_id from bid where status in (${openedBids}))
      order by scenario_id, product_id, day, position, audience
    )
    select f.scenario_id as "scenarioId", f.product_id as "productId", f.day::text as day, f.position, f.features,
      f.weights_version as "weightsVersion", coalesce(d.outcome, case when a.asked then 'asked' end, 'none') as outcome
    from first f
    left join lateral (
      select case when t.status = 'accepted' then 'accepted' when b.status = 'selected' then 'selected' else 'bid' end
        as outcome
      from bid b
      join product_version v on v.id = b.product_version_id
      left join pilot t on t.bid_id = b.id
      where b.scenario_id = f.scenario_id and v.product_id = f.product_id
        and b.status in (${openedBids})
        and (b.submitted_at at time zone 'Asia/Shanghai')::date >= f.day
      limit 1
    ) d on true
    cross join lateral (
      select exists (
        select 1 from inquiry where scenario_id = f.scenario_id and product_id = f.product_id
          and (created_at at time zone 'Asia/Shanghai')::date >= f.day
        union all
        select 1 from introduction where scenario_id = f.scenario_id and product_id = f.product_id
          and direction = 'invite' and (created_at at time zone 'Asia/Shanghai')::date >= f.day
      ) as asked
    ) a
    order by f.scenario_id, f.position, f.product_id`)
}

/** Takes out showings before `until`, some at a time; how many. The days' counts stay. */
export async function deleteShown(db: DbOrTx, until: Day, limit: number): Promise<number> {
  const rows = await db.execute(sql`
    delete from match_shown
    where ctid = any(array(select ctid from match_shown where day < ${until}::date limit ${limit}))
    returning 1`)
  return rows.length
}
