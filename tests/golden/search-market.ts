import { readFileSync } from 'node:fs'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { sparseProductContent, sparseScenarioContent } from '#domain/imports/sparse-content.ts'
import { SparseProduct, SparseScenario } from '#domain/matching/sparse.ts'
import type { Context } from '#services/context.ts'
import { as } from '#tests/support/context.ts'
import { publishedEntry } from '#tests/support/entries.ts'
import { castOf } from '#tests/support/trip.ts'
import { nominations, products, scenarios } from '../../scripts/seed/content.ts'
import { seedPeople } from '../../scripts/seed/people.ts'
import { seedReports } from '../../scripts/seed/reports.ts'
import { seedSolutions } from '../../scripts/seed/solutions.ts'
import { Stage } from '../../scripts/seed/stories.ts'

/** Row's id → the key under which the judgements know it. */
export type Market = Map<string, string>

/**
 * What the demo shows on its first day, through the verbs that write it: the reported cases of `db/seed/data`, and of
 * the demo's own objects each published one once.
 */
export async function openMarket(ctx: Context): Promise<Market> {
  const system = as(ctx, { kind: 'system', name: '平台（示例数据）' })
  await seedReports(system, () => {})
  const cast = await seedPeople(system)
  const stage = new Stage(system, cast)
  const { hospital, nursing, factory, firm, care, works } = cast
  const courier = await stage.product('courier', firm, 210)
  const washer = await stage.product('washer', care, 205)
  const stacker = await stage.product('stacker', works, 200)
  await stage.product('patrol', works, 190)
  await seedSolutions(stage, { courier, washer, stacker })
  const when = { daysAgo: 12, openDays: 30, plain: true }
  for (const name of ['wards', 'specimens', 'disinfection'] as const)
    await stage.publishedScenario(name, hospital, when)
  await stage.publishedScenario('hairwash', nursing, when)
  for (const name of ['totes', 'inspection'] as const) await stage.publishedScenario(name, factory, when)
  return keysOf(ctx, named())
}

const nominated = {
  hairwash: scenarios.hairwash.title,
  wards: scenarios.wards.title,
  totes: scenarios.totes.title,
}

/** Three catalog entries as the demo words them. Their pilots leave scenarios behind, so they come after the rest. */
export async function openCatalog(ctx: Context): Promise<Market> {
  const cast = await castOf(ctx)
  const market: Market = new Map()
  for (const kind of ['hairwash', 'wards', 'totes'] as const) {
    const id = await publishedEntry(ctx, cast, { ...nominations[kind], title: nominated[kind] })
    market.set(id, `c-${kind}`)
  }
  return market
}

/** Name of each object → its key. A solution and a firm are judged by their names. */
function named(): Map<string, string> {
  const keys = new Map<string, string>()
  for (const { id, ...record } of seedFile('products'))
    keys.set(sparseProductContent(SparseProduct.parse({ id, ...record })).name ?? '', id)
  for (const { id, ...record } of seedFile('scenarios'))
    keys.set(sparseScenarioContent(SparseScenario.parse({ id, ...record })).title ?? '', id)
  for (const [name, { name: title }] of Object.entries<{ name: string }>(products))
    keys.set(title, `d-${name}`)
  for (const [name, { title }] of Object.entries<{ title: string }>(scenarios)) keys.set(title, `d-${name}`)
  return keys
}

async function keysOf({ db }: Context, keys: ReadonlyMap<string, string>): Promise<Market> {
  const rows = await db.execute<{ id: string; name: string }>(sql`
    select id, title as name from scenario
    union all select product_id, name from product_version
    union all select id, name from organization
    union all select solution_id, name from solution_version`)
  return new Map([...rows].map(({ id, name }) => [id, keys.get(name) ?? name]))
}

const Records = z.array(z.looseObject({ id: z.string() }))

function seedFile(name: 'products' | 'scenarios') {
  return Records.parse(
    JSON.parse(readFileSync(new URL(`../../db/seed/data/${name}.json`, import.meta.url), 'utf8')),
  )
}
