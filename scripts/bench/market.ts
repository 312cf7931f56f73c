import { rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { v7 } from 'uuid'
import type { MatchProduct } from '#domain/matching/match.ts'
import { standsOf } from '#domain/matching/standing.ts'
import { visitor } from '#domain/shared/actor.ts'
import { brand, type OrganizationId } from '#domain/shared/ids.ts'
import { whatIf } from '#domain/standing/what-if.ts'
import { openFileStore } from '#http/files.ts'
import { postgresEngine } from '#search/postgres.ts'
import type { Context } from '#services/context.ts'
import { countMarket } from '#services/market/count.ts'
import type { MatchDesk } from '#services/matches/judge.ts'
import { matchAll } from '#services/matches/refresh-all.ts'
import { openScenarios } from '#services/standing/open-scenarios.ts'
import { openVault } from '#services/vault.ts'
import { type Connection, connect, type Db } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { organization } from '../../db/schema/index.ts'
import { generatedProducts, openManyCalls, publishMany } from './catalogue.ts'
import { type Bench, median } from './house.ts'

const products = 100_000
const calls = 10_000
/** How long matching everything is watched, for each side; the whole of it is reckoned from that. */
const watchedMs = 20_000
const budgets = { countMs: 20_000, whatIfMs: 500 }

type Print = Parameters<Bench>[0]

/** What is worked out over everything that is public: the hourly counts, a firm's what-if, and all matches anew. */
export const marketBench: Bench = async print => {
  const dataDir = join(tmpdir(), `robot-plus-bench-market-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(embedded.url)
    const connection = connect(embedded.url, { patient: true })
    const organizationId = await newOrganization(connection.db)
    await publishMany(connection.db, { organizationId, count: products })
    await openManyCalls(connection.db, { organizationId, count: calls })
    await connection.sql`analyze`
    const kept = [await whatIfs(print, connection.db), await counts(print, connection.db)]
    await everything(print, connection)
    await connection.close()
    return kept.every(Boolean)
  } finally {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** A firm supposes three facts and a price of its product otherwise, with every call open. */
async function whatIfs(print: Print, db: Db): Promise<boolean> {
  const { scenarios, suggest } = await openScenarios({ ...deskOf(db), actor: visitor, ...asked() })
  const supposed = { specs: { payloadKg: 300, elevator: true as const, runtimeHours: 12 }, price: 20_000_000 }
  const answered = (product: MatchProduct) => {
    const began = performance.now()
    whatIf({ product, supposed, stands: standsOf(product, scenarios) }, suggest)
    return performance.now() - began
  }
  const times = [...generatedProducts(30)].map(answered).slice(5)
  print(
    `a what-if, ${scenarios.length} calls`,
    `median ${median(times).toFixed(0)} ms, at most ${Math.max(...times).toFixed(0)} (median ≤ ${budgets.whatIfMs})`,
  )
  return median(times) <= budgets.whatIfMs
}

async function counts(print: Print, db: Db): Promise<boolean> {
  const { ms, blockedMs } = await watched(() => countMarket(db, new Date()))
  print(
    `market counts, ${calls} × ${products}`,
    `${(ms / 1000).toFixed(1)} s (≤ ${budgets.countMs / 1000}), others wait at most ${blockedMs.toFixed(0)} ms`,
  )
  return ms <= budgets.countMs
}

/** A part of each side, and what the whole would take at that pace. */
async function everything(print: Print, { db, sql }: Connection): Promise<void> {
  for (const { side, count } of [
    { side: 'scenario', count: calls },
    { side: 'product', count: products },
  ]) {
    await sql`update match_run set side = ${side}, after = '', done = 0 where finished_at is null`
    let done = 0
    const { ms, blockedMs } = await watched(async () => {
      done = await matchAll(deskOf(db), watchedMs)
    })
    const each = ms / done
    print(
      `everything anew, each ${side}`,
      `${each.toFixed(1)} ms, ${((each * count) / 60_000).toFixed(0)} min for ${count}; others wait at most ${blockedMs.toFixed(0)} ms, ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB in all`,
    )
  }
  const [room] = await sql<{ rows: number; bytes: number }[]>`
    select count(*)::int as rows, (pg_total_relation_size('stored_match') / greatest(count(*), 1))::int as bytes
    from stored_match`
  print('a kept pair', `${room?.bytes} bytes on disk with its indexes (${room?.rows} of them)`)
}

async function watched(work: () => Promise<unknown>): Promise<{ ms: number; blockedMs: number }> {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const began = performance.now()
  await work()
  loop.disable()
  return { ms: performance.now() - began, blockedMs: loop.max / 1e6 }
}

const asked = (): Pick<Context, 'now' | 'requestId'> => ({ now: new Date(), requestId: 'bench' })

function deskOf(db: Db): MatchDesk {
  const rooms = { db, search: postgresEngine(db), vault: openVault('bench'), clock: databaseNow }
  return { ...rooms, files: openFileStore({ DATA_DIR: tmpdir() }) }
}

async function newOrganization(db: Db): Promise<OrganizationId> {
  const id = brand<OrganizationId>(v7())
  await db.insert(organization).values({
    ...{ id, name: '北京示例单位', status: 'verified', source: 'platform', uscc: '91110108000000999F' },
    capabilities: ['publishScenarios', 'publishProducts'],
  })
  return id
}
