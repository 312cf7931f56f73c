import { readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { importScenarios } from '#domain/matching/import.ts'
import type { MatchScenario } from '#domain/matching/match.ts'
import { exact } from '#domain/ontology/units.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import { type AccountId, brand, type OrganizationId, type ScenarioId } from '#domain/shared/ids.ts'
import { openFileStore } from '#http/files.ts'
import { postgresEngine } from '#search/postgres.ts'
import type { MatchDesk } from '#services/matches/judge.ts'
import { matchProduct, matchScenario } from '#services/matches/refresh.ts'
import { finderOf } from '#services/matching/finder.ts'
import { openVault } from '#services/vault.ts'
import { type Connection, connect } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { nextMatched } from '../../db/queries/matched.ts'
import { account, membership, organization, scenario } from '../../db/schema/index.ts'
import { dice, publishMany } from './catalogue.ts'
import { type Bench, median } from './house.ts'

/** Products and scenarios, each step on top of the one before, so that the growth is seen. */
const sizes = [
  { products: 1_000, scenarios: 100 },
  { products: 10_000, scenarios: 1_000 },
  { products: 100_000, scenarios: 10_000 },
]
const budgetMs = 1_000
const rounds = 5
const batch = 500

/** Working out the matches of one object after it was published: how long the search takes, and how long the rest. */
export const matchFreshBench: Bench = async print => {
  const dataDir = join(tmpdir(), `robot-plus-bench-fresh-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(embedded.url)
    const connection = connect(embedded.url, { patient: true })
    const [demand, supply] = [await newParty(connection, 1), await newParty(connection, 2)]
    let isQuick = true
    let made = { products: 0, scenarios: 0 }
    for (const size of sizes) {
      const products = { from: made.products, count: size.products - made.products }
      await publishMany(connection.db, { organizationId: supply, ...products })
      await openMany(connection, { organizationId: demand, from: made.scenarios, to: size.scenarios })
      await connection.sql`analyze`
      made = size
      const total = await timedJobs(connection, `${size.products} × ${size.scenarios}`, print)
      isQuick = total <= budgetMs
    }
    const [room] = await connection.sql<{ rows: number; bytes: number }[]>`
      select count(*)::int as rows, pg_table_size('stored_match')::int / greatest(count(*), 1)::int as bytes
      from stored_match`
    print('a kept pair', `${room?.bytes} bytes on disk (${room?.rows} of them)`)
    await connection.close()
    return isQuick
  } finally {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** The slower of the two sides' medians, search and writing together. */
async function timedJobs({ db }: Connection, size: string, print: Parameters<Bench>[0]): Promise<number> {
  let searching = 0
  const desk: MatchDesk = {
    ...{ db, search: postgresEngine(db), vault: openVault('bench'), clock: databaseNow },
    files: openFileStore({ DATA_DIR: tmpdir() }),
    finder: ctx => {
      const finder = finderOf(ctx)
      const timed = async <T>(work: Promise<T>) => {
        const began = performance.now()
        const found = await work
        searching = performance.now() - began
        return found
      }
      return {
        productsFor: (...asked) => timed(finder.productsFor(...asked)),
        scenariosFor: (...asked) => timed(finder.scenariosFor(...asked)),
      }
    },
  }
  const medians: number[] = []
  for (const side of ['scenario', 'product'] as const) {
    const ids = await nextMatched(db, side, { after: '', limit: rounds })
    const [first, again, search]: [number[], number[], number[]] = [[], [], []]
    for (const times of [first, again]) {
      for (const id of ids) {
        const began = performance.now()
        await (side === 'scenario' ? matchScenario : matchProduct)(desk, { id })
        times.push(performance.now() - began - searching)
        search.push(searching)
      }
    }
    medians.push(median(search) + median(first))
    print(
      `one ${side} among ${size}`,
      `search ${median(search).toFixed(0)} ms, then ${median(first).toFixed(0)} ms to keep and tell, ${median(again).toFixed(0)} again (in all ≤ ${budgetMs})`,
    )
  }
  return Math.max(...medians)
}

async function newParty({ db }: Connection, nth: number): Promise<OrganizationId> {
  const organizationId = brand<OrganizationId>(v7())
  const accountId = brand<AccountId>(v7())
  await db.insert(organization).values({
    ...{ id: organizationId, name: `示例单位 ${nth}`, status: 'verified', source: 'platform' },
    uscc: `9111010800000099${nth}F`,
  })
  await db.insert(account).values({
    id: accountId,
    name: '示例',
    email: `bench-${nth}@example.cn`,
    passwordHash: 'no password fits',
  })
  await db.insert(membership).values({ accountId, organizationId, role: 'owner' })
  return organizationId
}

/** Open calls like the real scenarios, their numbers moved a little; the same every time. */
async function openMany(
  { db }: Connection,
  { organizationId, from, to }: { organizationId: OrganizationId; from: number; to: number },
): Promise<void> {
  const real = realScenarios()
  const bidDeadline = new Date(Date.now() + 30 * 86_400_000)
  for (let first = from; first < to; first += batch) {
    const made = Array.from({ length: Math.min(batch, to - first) }, (_, at) => first + at)
    await db.insert(scenario).values(
      made.map(number => {
        const content = contentOf(number, real[number % real.length])
        const id = brand<ScenarioId>(`01900000-0000-7000-8003-${number.toString(16).padStart(12, '0')}`)
        const dates = { bidDeadline, publishedAt: new Date() }
        return {
          ...{ id, organizationId, status: 'published' as const, source: 'platform' as const, content },
          ...{ title: content.title ?? '', domain: content.domain ?? null, ...dates },
        }
      }),
    )
  }
}

function realScenarios(): MatchScenario[] {
  const file = new URL('../../db/seed/data/scenarios.json', import.meta.url)
  const imported = importScenarios(JSON.parse(readFileSync(file, 'utf8')))
  if (!imported.ok) throw new Error('the real scenarios cannot be read')
  return imported.items
}

function contentOf(number: number, like: MatchScenario | undefined): ScenarioDraft {
  const chance = dice(number + 1)
  const moved = (value: number) => exact(Number((value * (0.7 + 0.6 * chance())).toPrecision(3)))
  return {
    title: `${like?.title ?? '示例场景'} ${number}`,
    ...(like?.domain && { domain: like.domain }),
    tasks: (like?.tasks ?? []).map(each => each.task),
    situation: like?.text || '现场情况以勘查为准。',
    requirements: (like?.requirements ?? []).map(each => ({
      ...each,
      value: typeof each.value === 'number' ? moved(each.value) : each.value,
    })),
    metrics: [],
  }
}
