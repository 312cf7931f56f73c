import { rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { v7 } from 'uuid'
import { walkPairs } from '#domain/matching/all-pairs.ts'
import { openBasis } from '#domain/matching/basis.ts'
import { type Calls, openCalls } from '#domain/matching/calls.ts'
import { ontologyConcepts } from '#domain/matching/concepts.ts'
import { type Market, openMarket } from '#domain/matching/market.ts'
import type { MatchProduct } from '#domain/matching/match.ts'
import type { Card } from '#domain/matching/scan.ts'
import { type World, worldFrom } from '#domain/matching/world.ts'
import { visitor } from '#domain/shared/actor.ts'
import { brand, type OrganizationId, type ScenarioId } from '#domain/shared/ids.ts'
import { openFileStore } from '#http/files.ts'
import { createLog } from '#http/log.ts'
import { startServer } from '#http/server.ts'
import { postgresEngine } from '#search/postgres.ts'
import type { Context } from '#services/context.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { shelfOf } from '#services/matching/shelf.ts'
import { inTurns } from '#services/matching/turns.ts'
import { openVault } from '#services/vault.ts'
import { connect, type Db } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { databaseNow } from '../../db/queries/clock.ts'
import { organization } from '../../db/schema/index.ts'
import { generatedProducts, generatedScenarios, openManyCalls, publishMany } from './catalogue.ts'
import { type Bench, median } from './house.ts'

const sizes = [1_000, 10_000, 100_000]
const many = 100_000
const calls = 10_000
const shown = 50
/** Calls that nobody has asked for before, at each size; the first few only warm up the machine. */
const fresh = 300
const warmUp = 60

const budgets = { scanMs: 5, recomputeMs: 1_000, allPairsMs: 60_000, pageRatio: 2 }

type Print = Parameters<Bench>[0]

/** How fast the finder is: scans by size, what a publication costs, all pairs, and a page of matches beside its detail page. */
export const matchSpeed: Bench = async print => {
  print(
    'load before',
    loadavg()
      .map(each => each.toFixed(1))
      .join(' '),
  )
  const kept: boolean[] = []
  const medians: number[] = []
  let largest: Stock | null = null
  for (const size of sizes) {
    const stock = await fill(print, size)
    const times = scans(stock)
    medians.push(quantile(times, 0.5))
    const figures = [0.5, 0.95, 0.99].map(share => quantile(times, share).toFixed(2)).join(' / ')
    print(`scan, top ${shown}, ${size} products`, `p50 / p95 / p99 ${figures} ms`)
    if (size === many) kept.push(quantile(times, 0.95) <= budgets.scanMs)
    largest = stock
  }
  const growth = sizes.slice(1).map((size, at) => {
    const [before, after] = [medians[at] ?? Number.NaN, medians[at + 1] ?? Number.NaN]
    return (Math.log(after / before) / Math.log(size / (sizes[at] ?? size))).toFixed(2)
  })
  print('growth with N', `time ~ N^${growth[0]} up to ${sizes[1]}, N^${growth[1]} up to ${many}`)
  if (largest) {
    kept.push(publications(print, largest))
    kept.push(await everyPair(print, largest))
  }
  largest = null
  kept.push(await pages(print))
  print(
    'load after',
    loadavg()
      .map(each => each.toFixed(1))
      .join(' '),
  )
  return kept.every(Boolean)
}

interface Stock {
  market: Market
  world: World
  size: number
}

const card: Card = { version: '1', organization: 'o', reported: false, listed: 0, until: null }

/** Enters the products, a hundred at a time as they are read, and makes their vectors. */
async function fill(print: Print, size: number): Promise<Stock> {
  const counted = openBasis(ontologyConcepts)
  counted.add({ products: [...generatedProducts(2_000)], scenarios: [...generatedScenarios(500)] })
  const world = worldFrom({ version: 1, basis: counted.basis() }, ontologyConcepts)
  const before = memory()
  const market = openMarket()
  let [took, longest] = [0, 0]
  let some: MatchProduct[] = []
  const enter = () => {
    const began = performance.now()
    for (const each of some) market.put(each, card)
    const ms = performance.now() - began
    took += ms
    longest = Math.max(longest, ms)
    some = []
  }
  for (const each of generatedProducts(size)) {
    some.push(each)
    if (some.length === 100) enter()
  }
  enter()
  const columns = memory() - before
  const began = performance.now()
  let from: number | null = 0
  while (from !== null) {
    const until = performance.now() + 5
    from = market.prepare(world.corpus, from, () => performance.now() < until)
    await setImmediate()
  }
  const vectors = memory() - before - columns
  const seconds = (performance.now() - began) / 1000
  print(
    `filling, ${size} products`,
    `columns ${(took / 1000).toFixed(1)} s, at most ${longest.toFixed(0)} ms at a time; text vectors ${seconds.toFixed(1)} s in 5 ms slices`,
  )
  print(
    `memory, ${size} products`,
    `${(columns / size).toFixed(0)} bytes each for columns, texts and ids, ${(vectors / size).toFixed(0)} for text vectors`,
  )
  return { market, world, size }
}

function scans({ market, world }: Stock): number[] {
  const times: number[] = []
  for (const scenario of generatedScenarios(fresh, 20_000)) {
    const began = performance.now()
    market.scan(world, scenario, { main: shown })
    times.push(performance.now() - began)
  }
  return times.slice(warmUp)
}

/** A product is published, and a scenario: each is entered and held against the whole other side. */
function publications(print: Print, stock: Stock): boolean {
  const board = openBoard()
  board.prepare(stock.world.corpus, 0, () => true)
  const product: number[] = []
  for (const each of [...generatedProducts(140)].slice(100)) {
    const began = performance.now()
    stock.market.put({ ...each, id: `new ${each.id}` }, card)
    board.scan(stock.world, each, { main: shown, near: 10 })
    product.push(performance.now() - began)
  }
  const scenario: number[] = []
  for (const each of generatedScenarios(40, 40_000)) {
    const began = performance.now()
    board.put(each, card)
    stock.market.scan(stock.world, each, { main: shown, near: 10 })
    scenario.push(performance.now() - began)
  }
  print(
    `recompute, ${stock.size} × ${board.size}`,
    `after a product median ${median(product).toFixed(1)}, at most ${Math.max(...product).toFixed(1)} ms; after a scenario ${median(scenario).toFixed(1)}, ${Math.max(...scenario).toFixed(1)} ms`,
  )
  return Math.max(...product, ...scenario) <= budgets.recomputeMs
}

function openBoard(): Calls {
  const board = openCalls()
  for (const each of generatedScenarios(calls)) board.put(each, card)
  return board
}

async function everyPair(print: Print, { market, world, size }: Stock): Promise<boolean> {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const began = performance.now()
  const found = { scenario: 0, product: 0 }
  const onProgress = (done: number, of: number) => {
    if (done % Math.ceil(of / 4) === 0)
      print('  all pairs', `${done} of ${of} calls, ${((performance.now() - began) / 1000).toFixed(1)} s`)
  }
  const walk = walkPairs({ market, calls: openBoard(), world, among: () => true, onProgress })
  for await (const { noun } of inTurns(walk)) found[noun]++
  const ms = performance.now() - began
  loop.disable()
  print(
    `all pairs, ${calls} × ${size}`,
    `${(ms / 1000).toFixed(1)} s in one process: ${found.scenario} lists of ${shown} and ${found.product} of 10; at most ${(loop.max / 1e6).toFixed(0)} ms at a time`,
  )
  return ms <= budgets.allPairsMs
}

/** A scenario's matches over HTTP against its plain page, at many products. */
async function pages(print: Print): Promise<boolean> {
  const dataDir = join(tmpdir(), `robot-plus-bench-match-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, durable: false })
  try {
    await migrate(embedded.url)
    const { db, sql, close } = connect(embedded.url)
    const organizationId = await newOrganization(db)
    await publishMany(db, { organizationId, count: many })
    const ids = await openManyCalls(db, { organizationId, count: 300 })
    await sql`analyze`
    await warm(print, db)
    await again(print, embedded.url)
    const finding = await timedFinding(db, ids.slice(150, 250))
    const server = await startServer({
      env: { PORT: 0, HOST: '127.0.0.1', PUBLIC_ORIGIN: 'http://localhost', SECRET_KEY: 'k'.repeat(32) },
      ...{ db, sql, search: postgresEngine(db), log: createLog({ level: 'silent' }), buildDir: 'build' },
    })
    try {
      const plain: number[] = []
      const matches: number[] = []
      for (const id of ids.slice(0, 130)) {
        plain.push(await timedPage(`${server.url}/scenarios/${id}`))
        matches.push(await timedPage(`${server.url}/scenarios/${id}/matches`))
      }
      const [one, other] = [median(plain.slice(30)), median(matches.slice(30))]
      const ratio = other / one
      print(
        `a scenario's matches, ${many}`,
        `${other.toFixed(1)} ms beside ${one.toFixed(1)} ms of its plain page, each asked for the first time: ${ratio.toFixed(2)}× (≤ ${budgets.pageRatio}); ${finding.toFixed(1)} ms of it to find and explain them`,
      )
      return ratio <= budgets.pageRatio
    } finally {
      await server.close()
      await close()
    }
  } finally {
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function warm(print: Print, db: Db): Promise<void> {
  const loop = monitorEventLoopDelay({ resolution: 1 })
  loop.enable()
  const began = performance.now()
  const { market, world } = await shelfOf(db).stock()
  loop.disable()
  print(
    `after a start, ${many}`,
    `${((performance.now() - began) / 1000).toFixed(1)} s until everything is read and the basis is counted, at most ${(loop.max / 1e6).toFixed(0)} ms at a time; vectors follow in the background`,
  )
  market.prepare(world.corpus, 0, () => true)
}

/** Another process on the same database, as after a restart: the basis is there, and only the columns are filled. */
async function again(print: Print, url: string): Promise<void> {
  const { db, close } = connect(url)
  const began = performance.now()
  await shelfOf(db).stock()
  print(
    `after a restart, ${many}`,
    `${((performance.now() - began) / 1000).toFixed(1)} s until everything is read; the basis was kept`,
  )
  await close()
}

/** What the verb behind the page takes, in milliseconds. */
async function timedFinding(db: Db, ids: readonly ScenarioId[]): Promise<number> {
  const rooms = { db, search: postgresEngine(db), vault: openVault('bench'), clock: databaseNow }
  const files = openFileStore({ DATA_DIR: tmpdir() })
  const ctx: Context = { ...rooms, files, actor: visitor, now: new Date(), requestId: 'bench' }
  const times: number[] = []
  for (const id of ids) {
    const began = performance.now()
    await matchesForScenario(ctx, { id })
    times.push(performance.now() - began)
  }
  return median(times.slice(20))
}

async function newOrganization(db: Db): Promise<OrganizationId> {
  const id = brand<OrganizationId>(v7())
  await db.insert(organization).values({
    ...{ id, name: '北京示例医院', status: 'verified', source: 'platform', uscc: '91110108000000999F' },
    capabilities: ['publishScenarios', 'publishProducts'],
  })
  return id
}

async function timedPage(url: string): Promise<number> {
  const began = performance.now()
  const answer = await fetch(url)
  const html = await answer.text()
  if (answer.status !== 200 || html.length < 5_000) throw new Error(`${url} answered ${answer.status}`)
  return performance.now() - began
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** What is in use once the garbage is gone, buffers included. */
function memory(): number {
  setFlagsFromString('--expose-gc')
  runInNewContext('gc')()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}
