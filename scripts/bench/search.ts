import { rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { brand, type OrganizationId } from '#domain/shared/ids.ts'
import type { SearchEngine, SearchQuery } from '#search/engine.ts'
import { postgresEngine } from '#search/postgres.ts'
import { type Connection, connect } from '../../db/client.ts'
import { startEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { organization } from '../../db/schema/index.ts'
import { indexRows } from '../index-rows.ts'
import { publishMany } from './catalogue.ts'
import { type Bench, median } from './house.ts'
import { bareSearch } from './search-bare.ts'
import { generated } from './search-corpus.ts'
import { meilisearchBench } from './search-meili.ts'
import { quantile, shown, timed } from './search-timing.ts'
import { timedUpdates } from './search-update.ts'

const ratioBudget = 3
const exponentBudget = 0.15

/** What people ask, by kind; each kind is asked with every one of its texts. */
const kinds: Record<string, Partial<SearchQuery>[]> = {
  'single term': [
    ...['配送 ', '医院 ', '变电站 ', '焊接 ', '冷链 ', '晶圆盒 ', '自主 ', '巡检 ', '机器人 ', '防爆 '],
    ...['抹灰 ', '仔猪 ', '无人值守 ', '闸机 ', '养老院 ', '标本 ', '涂胶 ', '料箱 ', '噪声 ', '温室 '],
  ].map(q => ({ q })),
  'three terms': [
    ...['医院 配送 药品 ', '夜间 巡检 变压器 ', '车间 焊接 车门 ', '仓库 分拣 快件 ', '病区 消毒 地面 '],
    ...['工地 抹灰 墙面 ', '机场 引导 行李 ', '窄通道 搬运 托盘 ', '食堂 配送 餐食 ', '管廊 巡检 电缆 '],
  ].map(q => ({ q })),
  prefix: ['配', '人', '机', '巡', '焊', '智', '自', 'a', 'm', 'xr', '医院 配', '夜间 巡', 'jqr', 'psj'].map(
    q => ({ q }),
  ),
  typo: [
    ...[
      'deliverry ',
      'inspecton ',
      'humaniod ',
      'quadrupd ',
      'collaboratve ',
      'weldng ',
      'clening ',
      'exoskeletn ',
    ],
  ].map(q => ({ q })),
  'facets and range': [...['配送 ', '巡检 ', '焊接 ', '搬运 ', '医院 ', '']].map(q => ({
    ...{ q, facets: ['domain', 'category', 'maturity', 'district'] as const },
    filter: { range: ['payloadKg', { gte: 50 }], unknown: 'keep' } as const,
  })),
  'whole sentence': [
    '夜间在住院病区自动配送药品和标本的机器人，需要自主乘梯',
    '总装车间里连续拧紧车门的协作机器人，免编程示教',
    '变电站无人值守巡检，雨雪天气也能识别仪表',
    '立体仓库窄通道搬运托盘，地面无需改造，支持多楼层',
  ].map(q => ({ q, match: 'last' as const })),
}
/** So frequent that only the newest matches are ranked, the first two among a thousand documents already. */
const frequent = ['机器人 ', '机器 ', '配送 ', '自主 ', '巡检 ', '医院 ', '变电站 ', 'a', 'm', '1']

type Print = Parameters<Bench>[0]

/** What a search costs inside Postgres, on generated documents, beside the bare SQL of the same query. */
export const searchBench: Bench = print => benchAt([1_000, 20_000, 100_000], print)

/** The same for as many documents as one likes, the fewest first. */
export async function benchAt(sizes: readonly number[], print: Print): Promise<boolean> {
  const dataDir = join(tmpdir(), `robot-plus-bench-search-${process.pid}`)
  const embedded = await startEmbedded({ dataDir, durable: false })
  // The bare SQL of a word that every document has takes longer at 100,000 than a request would be given.
  const connection = connect(embedded.url, { patient: true })
  try {
    await migrate(embedded.url)
    const engine = postgresEngine(connection.db)
    await engine.prepare()
    let isKept = true
    const growth: Growth = new Map()
    let filled = 0
    for (const size of sizes) {
      const began = performance.now()
      await fill(connection, engine, { from: filled, to: size, print })
      filled = size
      await tidy(connection)
      print(`${size} generated documents`, `after ${seconds(began)} s, load ${loadavg()[0]?.toFixed(1)}`)
      isKept = (await measure(connection, engine, print)) && isKept
      // As a process that starts now would find it.
      for (const [q, ms] of await capped(postgresEngine(connection.db)))
        growth.set(q, [...(growth.get(q) ?? []), { size, ms }])
    }
    isKept = grows(growth, print) && isKept
    isKept = (await meilisearchBench({ connection, databaseUrl: embedded.url, kinds, print })) && isKept
    isKept = (await timedUpdates(connection, engine, print)) && isKept
    await connection.sql`truncate search_document, search_term`
    await timedReindex(connection, engine, { count: filled, print })
    return isKept
  } finally {
    await connection.close()
    await embedded.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** All kinds of searches over what is indexed now; answers whether each kept its budget. */
export async function measure(connection: Connection, engine: SearchEngine, print: Print): Promise<boolean> {
  let isKept = true
  for (const [kind, queries] of Object.entries(kinds))
    isKept = (await compare(connection, engine, { kind, queries, print })) && isKept
  return isKept
}

/** The median time of each of the frequent words of which there are more than is ranked; the others are not capped. */
export async function capped(engine: SearchEngine): Promise<[q: string, ms: number][]> {
  const found: [string, number][] = []
  for (const q of frequent) {
    const query = asked({ q, counted: 'reachable' })
    if ((await engine.search(query)).totalIsExact) continue
    found.push([q, median(await timed(Array<SearchQuery>(5).fill(query), each => engine.search(each)))])
  }
  return found
}

type Growth = Map<string, { size: number; ms: number }[]>

const asked = (query: Partial<SearchQuery>): SearchQuery => ({
  index: 'products',
  scope: ['public'],
  ...query,
})

interface Filling {
  from: number
  to: number
  print: Print
}

/** Without the index of the words, which is made at once in the end: entered one by one, it would be half of the time. */
async function fill(
  { db, sql }: Connection,
  engine: SearchEngine,
  { from, to, print }: Filling,
): Promise<void> {
  const began = performance.now()
  await sql`drop index search_document_words_idx`
  // A transaction may not stand still for as long as many documents take to be read.
  const batch = 100
  for (let first = from; first < to; first += batch) {
    const documents = Array.from({ length: Math.min(batch, to - first) }, (_, nth) => generated(first + nth))
    await db.transaction(tx => engine.put(tx, documents))
    const written = first + documents.length
    if (written % 20_000 === 0) print('  fill', `${written} documents, ${seconds(began)} s`)
  }
  await sql`create index search_document_words_idx on search_document using gin (words)`
}

/** As the database's own housekeeping would. */
async function tidy({ sql }: Connection): Promise<void> {
  await sql`vacuum analyze search_document`
  await sql`vacuum analyze search_term`
}

interface Comparison {
  kind: string
  queries: readonly Partial<SearchQuery>[]
  print: Print
}

async function compare(
  { db }: Connection,
  engine: SearchEngine,
  { kind, queries, print }: Comparison,
): Promise<boolean> {
  const totals: number[] = []
  const ours = await timed([...queries.entries()], async ([nth, query]) => {
    totals[nth] = (await engine.search(asked(query))).total
  })
  const bare = await Promise.all(queries.map(query => bareSearch(db, asked(query))))
  const theirs = await timed([...bare.entries()], async ([nth, work]) => {
    const total = await work()
    if (total !== totals[nth])
      throw new Error(`${kind} ${queries[nth]?.q}: ${total} by the bare SQL, ${totals[nth]} by the engine`)
  })
  const ratio = quantile(ours, 0.95) / quantile(theirs, 0.95)
  print(
    `  ${kind}`,
    `p50/p95 ${shown(ours)} ms; bare SQL ${shown(theirs)}; p95 ${ratio.toFixed(2)}× (≤ ${ratioBudget}); matches median ${median(totals)}, most ${Math.max(...totals)}`,
  )
  return ratio <= ratioBudget
}

/** How the time of each word grows over the sizes at which it is capped; the words in the middle decide. */
function grows(found: Growth, print: Print): boolean {
  const grown = [...found].filter(([, times]) => times.length > 1)
  if (grown.length === 0) return true
  const exponents = grown.map(([, times]) => exponentOf(times))
  for (const [nth, [q, times]] of grown.entries())
    print(
      `  ${q}`,
      `N^${exponents[nth]?.toFixed(2)}: ${times.map(({ size, ms }) => `${ms.toFixed(1)} ms at ${size}`).join(', ')}`,
    )
  const middle = median(exponents)
  print('growth of capped queries', `N^${middle.toFixed(2)} in the middle (≤ ${exponentBudget})`)
  return middle <= exponentBudget
}

/** The exponent e of time ~ N^e, fitted over all sizes. */
function exponentOf(found: readonly { size: number; ms: number }[]): number {
  const points = found.map(({ size, ms }) => [Math.log(size), Math.log(ms)] as const)
  const mean = (side: 0 | 1) => points.reduce((sum, point) => sum + point[side], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const over = points.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0)
  const under = points.reduce((sum, point) => sum + (point[0] - x) ** 2, 0)
  return over / under
}

async function timedReindex(
  { db }: Connection,
  search: SearchEngine,
  { count, print }: { count: number; print: Print },
): Promise<void> {
  const id = brand<OrganizationId>(v7())
  await db.insert(organization).values({
    ...{
      id,
      name: '北京示例机器人有限公司',
      status: 'verified',
      source: 'platform',
      uscc: '91110108000000999F',
    },
    capabilities: ['publishProducts'],
  })
  await publishMany(db, { organizationId: id, count })
  const began = performance.now()
  let next = count / 5
  const onPage = (written: number) => {
    if (written < next) return
    print('  reindex', `${written} of ${count}, ${seconds(began)} s`)
    next += count / 5
  }
  const { written } = await indexRows({ db, search, onPage }, 'products')
  print('reindex from the rows', `${written} products in ${seconds(began)} s`)
}

const seconds = (began: number) => ((performance.now() - began) / 1000).toFixed(0)
