import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { Logger, run } from 'graphile-worker'
import { Meilisearch } from 'meilisearch'
import { indexNames, type SearchEngine, type SearchQuery } from '#search/engine.ts'
import { meilisearchEngine } from '#search/meilisearch.ts'
import { type Connection, connect, type Db } from '../../db/client.ts'
import { type Bench, median } from './house.ts'
import { generated } from './search-corpus.ts'
import { quantile, shown } from './search-timing.ts'

type Print = Parameters<Bench>[0]

const ratioBudget = 1.5
const lagBudgetMs = 2_000
const eventsPerSecond = 100
const seconds = 15
const rounds = 6

interface Bed {
  connection: Connection
  databaseUrl: string
  /** What is searched for, by kind. */
  kinds: Readonly<Record<string, readonly Partial<SearchQuery>[]>>
  print: Print
}

/**
 * What the second engine costs, where `MEILI_URL` names a server: a full rebuild of what the database has by now, our
 * search beside the bare call that it makes, and how late the index is while objects change.
 */
export async function meilisearchBench(bed: Bed): Promise<boolean> {
  const url = process.env.MEILI_URL
  const { connection, print } = bed
  if (!url) {
    print('Meilisearch', 'not measured: MEILI_URL names no server')
    return true
  }
  const prefix = `bench_${randomUUID().slice(0, 8)}_`
  const key = process.env.MEILI_KEY
  const server = new Meilisearch({ host: url, apiKey: key })
  const opened = (db: Db = connection.db) => meilisearchEngine({ db, url, key, prefix })
  try {
    print('Meilisearch', (await server.getVersion()).pkgVersion)
    await rebuilt(opened(), print)
    // One that has never seen the server behind.
    const engine = opened()
    await engine.prepare()
    const withinRatio = await compared({ ...bed, engine, url, server })
    return (await lag(bed, opened)) && withinRatio
  } finally {
    for (const name of indexNames) await server.deleteIndexIfExists(`${prefix}${name}`)
  }
}

async function rebuilt(engine: SearchEngine, print: Print): Promise<void> {
  const began = performance.now()
  const taken = () => ((performance.now() - began) / 1000).toFixed(0)
  let written = 0
  const onPage = (now: number) => {
    if (Math.floor(now / 20_000) > Math.floor(written / 20_000))
      print('  rebuild', `${now} documents, ${taken()} s`)
    written = now
  }
  for (const name of indexNames) await engine.rebuild?.(name, name === 'products' ? onPage : () => {})
  print('rebuild and swap', `${written} products in ${taken()} s, compared afterwards`)
}

interface Pair extends Bed {
  engine: SearchEngine
  url: string
  server: Meilisearch
}

/** Each kind through the engine, and by the request that it sends, repeated as it was. */
async function compared({ engine, kinds, print, url, server }: Pair): Promise<boolean> {
  let isKept = true
  for (const [kind, queries] of Object.entries(kinds)) {
    const ours: number[] = []
    const theirs: number[] = []
    let degraded = 0
    for (let round = 0; round < rounds; round++) {
      for (const fields of queries) {
        const query: SearchQuery = { index: 'products', scope: ['public'], ...fields }
        const body = await requestOf(() => engine.search(query), url)
        if (body === null) continue
        const began = performance.now()
        const found = await engine.search(query)
        const between = performance.now()
        await server.multiSearch(JSON.parse(body))
        const ended = performance.now()
        if (found.degraded) degraded++
        else if (round > 0) {
          ours.push(between - began)
          theirs.push(ended - between)
        }
      }
    }
    const ratio = quantile(ours, 0.95) / quantile(theirs, 0.95)
    print(
      `  ${kind}`,
      `p50/p95 ${shown(ours)} ms; bare call ${shown(theirs)}; p95 ${ratio.toFixed(2)}× (≤ ${ratioBudget})${degraded > 0 ? `; ${degraded} answered by Postgres` : ''}`,
    )
    isKept &&= ratio <= ratioBudget
  }
  return isKept
}

/** What a search sends to the server, or null where it sends nothing. */
async function requestOf(search: () => Promise<unknown>, url: string): Promise<string | null> {
  const own = globalThis.fetch
  let body: string | null = null
  globalThis.fetch = (input, init) => {
    const to = String(input instanceof Request ? input.url : input)
    if (to.startsWith(url) && to.endsWith('/multi-search')) body = String(init?.body)
    return own(input, init)
  }
  try {
    await search()
  } finally {
    globalThis.fetch = own
  }
  return body
}

/** From the commit of a change until the server has worked it in, at a steady rate of changes. */
async function lag(
  { connection, databaseUrl, print }: Bed,
  open: (db: Db) => SearchEngine,
): Promise<boolean> {
  const { db, sql } = connection
  const engine = open(db)
  // As in production the worker does not wait for connections behind those who write.
  const own = connect(databaseUrl)
  const runner = await run({
    connectionString: databaseUrl,
    concurrency: 4,
    pollInterval: 1_000,
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { ...open(own.db).tasks },
  })
  const waiting = new Map<string, number>()
  const lags: number[] = []
  let isOver = false
  const watch = async () => {
    while (!isOver || waiting.size > 0) {
      const known = [...waiting.keys()]
      const rows = await sql<{ id: string }[]>`select distinct document_id as id from search_change`
      const left = new Set(rows.map(row => row.id))
      const now = performance.now()
      for (const id of known) {
        const since = waiting.get(id)
        if (since === undefined || left.has(id)) continue
        lags.push(now - since)
        waiting.delete(id)
      }
      await sleep(20)
    }
  }
  const watching = watch()
  const began = performance.now()
  const writing: Promise<void>[] = []
  for (let nth = 0; nth < eventsPerSecond * seconds; nth++) {
    const due = began + (nth * 1000) / eventsPerSecond
    if (due > performance.now()) await sleep(due - performance.now())
    const document = { ...generated(nth), rev: 2, title: `${generated(nth).title} ${nth}` }
    const change = db.transaction(tx => engine.put(tx, [document]))
    writing.push(change.then(() => void waiting.set(document.id, performance.now())))
  }
  await Promise.all(writing)
  const rate = (eventsPerSecond * seconds * 1000) / (performance.now() - began)
  isOver = true
  await watching
  await runner.stop()
  await own.close()
  const p99 = quantile(lags, 0.99)
  print(
    'index lag',
    `p50 ${median(lags).toFixed(0)}, p99 ${p99.toFixed(0)} ms (≤ ${lagBudgetMs}) over ${lags.length} changes at ${rate.toFixed(0)} a second`,
  )
  return p99 <= lagBudgetMs
}
