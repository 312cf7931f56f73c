import { and, asc, eq, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { FitCount } from '../../app/domain/matching/fits.ts'
import type { TaskId } from '../../app/domain/ontology/task-table.ts'
import type { ScenarioId } from '../../app/domain/shared/ids.ts'
import type { Db, DbOrTx } from '../client.ts'
import { marketCount, marketTask, organization, scenario } from '../schema/index.ts'
import type { Span } from './exposure.ts'

/** Whose open calls: everybody's, or those of some districts. */
export type Districts = readonly string[] | null

/** Calls that firms can still answer. */
function isOpen(now: Date, districts: Districts): SQL | undefined {
  return and(
    eq(scenario.status, 'published'),
    ne(scenario.source, 'report'),
    gt(scenario.bidDeadline, now),
    districts === null ? undefined : inArray(scenario.district, [...districts, '']),
  )
}

/** As much of an open call as decides which products fit. Its author may keep back other parts, never these. */
export type NeedRow = Awaited<ReturnType<typeof openNeeds>>[number]

type Content = (typeof scenario.$inferSelect)['content']

/** The next open calls after `after`, by id. */
export function openNeeds(
  db: DbOrTx,
  { now, after, limit }: { now: Date; after: ScenarioId | null; limit: number },
) {
  return db
    .select({
      id: scenario.id,
      tasks: sql<Content['tasks'] | null>`${scenario.content}->'tasks'`,
      requirements: sql<Content['requirements'] | null>`${scenario.content}->'requirements'`,
    })
    .from(scenario)
    .where(and(isOpen(now, null), after === null ? undefined : gt(scenario.id, after)))
    .orderBy(asc(scenario.id))
    .limit(limit)
}

/** Those of these scenarios whose matches somebody looked at in these days. */
export async function lookedAtAmong(
  db: DbOrTx,
  ids: readonly string[],
  { from, to }: Span,
): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await db.execute<{ id: string }>(sql`
    select asked.id from json_array_elements_text(${JSON.stringify(ids)}::json) as asked(id)
    where exists (
      select from match_shown m
      where m.scenario_id = asked.id and m.day between ${from}::date and ${to}::date and m.side = 'forScenario')`)
  return new Set(rows.map(({ id }) => id))
}

/** Enters the counts of some scenarios in place of their older ones. */
export async function putMarketCounts(
  db: DbOrTx,
  at: Date,
  counts: readonly (FitCount & { scenarioId: ScenarioId })[],
): Promise<void> {
  if (counts.length === 0) return
  const excluded = (name: string) => sql.raw(`excluded.${name}`)
  await db
    .insert(marketCount)
    .values(counts.map(count => ({ ...count, at })))
    .onConflictDoUpdate({
      target: marketCount.scenarioId,
      set: {
        at: excluded('at'),
        published: excluded('published'),
        work: excluded('work'),
        fits: excluded('fits'),
        open: excluded('open'),
        near: excluded('near'),
        ruledOut: excluded('ruled_out'),
        musts: excluded('musts'),
      },
    })
}

/** Ends a counting that began at `at`: what it did not meet is open no more, and each task has its firms counted. */
export async function closeMarketCounts(db: Db, at: Date): Promise<void> {
  await db.transaction(async tx => {
    // All published products are read once; where there are 100,000 of them this takes longer than a page would wait.
    await tx.execute(sql`set local statement_timeout = '60s'`)
    await tx.execute(sql`delete from market_count where at < ${at.toISOString()}::timestamptz`)
    await tx.execute(sql`delete from market_task`)
    await tx.execute(sql`
      insert into market_task (task, at, products, firms)
      select t.task, ${at.toISOString()}::timestamptz, count(distinct p.id), count(distinct p.organization_id)
      from product p
      join product_version v on v.id = p.published_version_id
      cross join lateral jsonb_array_elements_text(
        case jsonb_typeof(v.content->'tasks') when 'array' then v.content->'tasks' else '[]' end) as t(task)
      where p.status not in ('suspended', 'withdrawn')
      group by t.task`)
  })
}

export interface MarketTotals {
  /** Open calls, those of them that were counted, and those of these that nothing fits. */
  open: number
  counted: number
  without: number
  /** The oldest and the newest of the counts. */
  from: Date | null
  to: Date | null
}

const none = sql`${marketCount.fits} + ${marketCount.open} = 0`

export async function marketTotals(
  db: DbOrTx,
  { now, districts }: { now: Date; districts: Districts },
): Promise<MarketTotals> {
  const [row] = await db
    .select({
      open: sql<number>`count(*)::int`,
      counted: sql<number>`count(${marketCount.at})::int`,
      without: sql<number>`count(*) filter (where ${none})::int`,
      from: sql<number | null>`extract(epoch from min(${marketCount.at}))::float8 * 1000`,
      to: sql<number | null>`extract(epoch from max(${marketCount.at}))::float8 * 1000`,
    })
    .from(scenario)
    .leftJoin(marketCount, eq(marketCount.scenarioId, scenario.id))
    .where(isOpen(now, districts))
  if (!row) throw new Error('an aggregate has one row')
  const { from, to, ...totals } = row
  return { ...totals, from: from === null ? null : new Date(from), to: to === null ? null : new Date(to) }
}

/** Open calls that no published product fits, those that close first before the others. */
export function unmatchedScenarios(
  db: DbOrTx,
  { now, districts, limit, offset }: { now: Date; districts: Districts; limit: number; offset: number },
) {
  return db
    .select({
      id: scenario.id,
      number: scenario.number,
      title: scenario.title,
      district: scenario.district,
      organization: organization.name,
      bidDeadline: scenario.bidDeadline,
      count: marketCount,
    })
    .from(scenario)
    .innerJoin(organization, eq(organization.id, scenario.organizationId))
    .innerJoin(marketCount, eq(marketCount.scenarioId, scenario.id))
    .where(and(isOpen(now, districts), none))
    .orderBy(asc(scenario.bidDeadline), scenario.id)
    .limit(limit)
    .offset(offset)
}

export interface TaskSupply {
  task: TaskId
  /** Open calls that ask for it. */
  scenarios: number
  products: number
  firms: number
}

/** Tasks of open calls that at most `atMost` firms offer, and how many tasks open calls have in all. */
export async function scarceTasks(
  db: DbOrTx,
  { now, districts, atMost }: { now: Date; districts: Districts; atMost: number },
): Promise<{ rows: TaskSupply[]; tasks: number }> {
  const asked = db
    .select({
      task: sql<TaskId>`jsonb_array_elements_text(
        case jsonb_typeof(${scenario.content}->'tasks') when 'array' then ${scenario.content}->'tasks' else '[]' end)`.as(
        'asked_task',
      ),
      id: scenario.id,
    })
    .from(scenario)
    .where(isOpen(now, districts))
    .as('asked')
  const rows = await db
    .select({
      task: asked.task,
      scenarios: sql<number>`count(distinct ${asked.id})::int`,
      products: sql<number>`coalesce(max(${marketTask.products}), 0)::int`,
      firms: sql<number>`coalesce(max(${marketTask.firms}), 0)::int`,
    })
    .from(asked)
    .leftJoin(marketTask, eq(marketTask.task, asked.task))
    .groupBy(asked.task)
    .orderBy(sql`4`, sql`2 desc`, asked.task)
  return { rows: rows.filter(({ firms }) => firms <= atMost), tasks: rows.length }
}
