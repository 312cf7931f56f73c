import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { indexNames } from '#search/engine.ts'
import { meilisearchEngine } from '#search/meilisearch.ts'
import { indexSettings } from '#search/meilisearch-index.ts'
import { breaker } from '#search/meilisearch-step.ts'
import { turnAt } from '#search/meilisearch-sync.ts'
import { testDatabase } from '../support/database.ts'
import { workOff } from '../support/index-work.ts'
import { type Stub, startStub } from './meilisearch-stub.ts'
import { product } from './search-fixture.ts'

const { db, url: databaseUrl } = await testDatabase()
let stub = await startStub()
const { port } = new URL(stub.url)
afterAll(() => stub.close())

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

function furnish(server: Stub): void {
  // Numbers of tasks begin anew with each test.
  server.refused.clear()
  for (const name of indexNames) {
    server.indexes.set(name, new Set())
    server.settings.set(name, indexSettings)
  }
}

const put = (engine: ReturnType<typeof meilisearchEngine>, id: string, fields = {}) =>
  db.transaction(tx => engine.put(tx, [product(id, { title: `配送机器人 ${id}`, ...fields })]))

const told = () => [...(stub.indexes.get('products') ?? [])].sort()

async function until(what: () => Promise<boolean> | boolean): Promise<void> {
  for (let left = 4000; left > 0; left--) {
    if (await what()) return
    await pause(25)
  }
  throw new Error('it did not come to that')
}

describe('search when processes die', () => {
  beforeEach(async () => {
    await db.execute(sql`truncate search_document, search_term, search_change`)
    await db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
    Object.assign(stub, { search: 'answers', tasks: 'succeed', hits: [], asked: [] })
    furnish(stub)
  })

  it('answers every search while the server dies in the middle of them, and asks it again when it is back', async () => {
    const engine = meilisearchEngine({ db, url: stub.url, answerMs: 20_000 })
    await put(engine, 'here')
    await workOff({ db, url: databaseUrl }, engine)
    stub.hits = [{ id: 'here' }]
    const search = () => engine.search({ index: 'products', q: '配送', scope: ['public'] })
    await until(async () => !(await search()).degraded)
    expect(await search()).toMatchObject({ engine: 'meilisearch', degraded: false })
    stub.search = 'silent'
    const asked = () => stub.asked.filter(each => each.path === '/multi-search').length
    const before = asked()
    const inFlight = Promise.all([search(), search(), search()])
    await until(() => asked() >= before + 3)
    await stub.close()
    for (const found of [...(await inFlight), await search()]) {
      expect(found).toMatchObject({ engine: 'postgres', degraded: true, total: 1 })
      expect(found.hits.map(hit => hit.id)).toEqual(['here'])
    }
    const kept = stub
    stub = await startStub(Number(port))
    Object.assign(stub, { indexes: kept.indexes, settings: kept.settings, hits: kept.hits })
    await until(async () => !(await search()).degraded)
  })

  it('loses nothing when the worker is killed between the commit and the index', async () => {
    const engine = meilisearchEngine({ db, url: stub.url })
    const startWorker = () => {
      const script = join(import.meta.dirname, 'search-worker.ts')
      const child = spawn(process.execPath, ['--import', 'tsx', script, databaseUrl, stub.url], {
        stdio: ['ignore', 'ignore', 'inherit'],
      })
      // The tests that follow count what is told, and nobody else may tell anything then.
      onTestFinished(() => killed(child))
      return child
    }
    stub.tasks = 'hang'
    const first = startWorker()
    await put(engine, 'a')
    await put(engine, 'b')
    await until(() => stub.asked.some(each => each.path === '/indexes/products/documents'))
    await killed(first)
    await put(engine, 'c')
    expect(told()).toEqual([])
    stub.tasks = 'succeed'
    startWorker()
    await until(() => told().length === 3)
    expect(told()).toEqual(['a', 'b', 'c'])
    const left = () => db.execute(sql`select seq from search_change`)
    await until(async () => (await left()).length === 0)
  }, 240_000)

  it('reads a document only when everyone who read it before has given it, so that the newest state comes last', async () => {
    const engine = meilisearchEngine({ db, url: stub.url })
    await put(engine, 'twice', { rev: 1 })
    const given = () =>
      stub.asked
        .filter(each => each.path === '/indexes/products/documents' && each.method === 'POST')
        .flatMap(each => each.body as { id: string; rev: number }[])
        .map(({ rev }) => rev)
    let comparing: Promise<unknown> | undefined
    await db.transaction(async tx => {
      await tx.execute(turnAt('products'))
      comparing = engine.reconcile?.('products')
      await until(() => stub.asked.some(each => each.path === '/indexes/products/settings'))
      await pause(300)
      expect(given()).toEqual([])
      await put(engine, 'twice', { rev: 2 })
    })
    await comparing
    expect(given()).toEqual([2])
  })

  it('lets one search try the server again after a rest, and the others wait for how that goes', () => {
    vi.useFakeTimers({ toFake: ['performance'] })
    onTestFinished(() => void vi.useRealTimers())
    const guard = breaker({ failures: 2, restMs: 40 })
    guard.failed()
    expect(guard.open()).toBe(false)
    guard.failed()
    expect(guard.open()).toBe(true)
    vi.advanceTimersByTime(50)
    expect([guard.open(), guard.open(), guard.open()]).toEqual([false, true, true])
    guard.succeeded()
    expect([guard.open(), guard.open()]).toEqual([false, false])
    guard.failed(60)
    vi.advanceTimersByTime(50)
    expect(guard.open()).toBe(true)
  })
})
