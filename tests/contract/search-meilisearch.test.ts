import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { Meilisearch } from 'meilisearch'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { BadCursor, type Filter, indexNames, type SearchEngine } from '#search/engine.ts'
import { meilisearchEngine } from '#search/meilisearch.ts'
import { filterExpression } from '#search/meilisearch-filter.ts'
import { indexSettings } from '#search/meilisearch-index.ts'
import { testDatabase } from '../support/database.ts'
import { workOff } from '../support/index-work.ts'
import { startStub } from './meilisearch-stub.ts'
import { searchContract } from './search-cases.ts'
import { product } from './search-fixture.ts'

const { db, url: databaseUrl } = await testDatabase()
const stub = await startStub()
afterAll(() => stub.close())

/** How long a search may take: the stub answers at once, but not every machine lets it. */
const answerMs = 20_000

const patient = { timeout: 30_000, interval: 20 }
const work = (engine: SearchEngine) => workOff({ db, url: databaseUrl }, engine)

const changes = async () => {
  const [row] = await db.execute<{ n: number }>(sql`select count(*)::int as n from search_change`)
  return row?.n
}

const jobs = () =>
  db.execute<{ attempts: number; last_error: string | null; key: string | null; queue_name: string | null }>(
    sql`select attempts, last_error, key, queue_name from graphile_worker.jobs order by id`,
  )

describe('search contract: the Meilisearch adapter on the wire', () => {
  let engine: SearchEngine
  let told: string[]
  const engineOf = (more: { answerMs?: number } = { answerMs }) =>
    meilisearchEngine({
      ...{ db, url: stub.url, key: 'a key', ...more },
      onDegraded: problem => told.push(problem),
    })
  const search = (fields = {}) =>
    engine.search({ index: 'products', q: '配送', scope: ['public'], ...fields })
  const put = (...ids: string[]) =>
    db.transaction(tx =>
      engine.put(
        tx,
        ids.map(id => product(id, { title: `配送机器人 ${id}` })),
      ),
    )

  beforeEach(async () => {
    await db.execute(sql`truncate search_document, search_term, search_change`)
    await db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
    Object.assign(stub, { search: 'answers', tasks: 'succeed', hits: [], asked: [], made: [] })
    Object.assign(stub, { version: '1.50.0', keys: 'managed' })
    for (const each of [stub.indexes, stub.stamps, stub.settings, stub.refused]) each.clear()
    for (const name of indexNames) {
      stub.indexes.set(name, new Set())
      stub.settings.set(name, indexSettings)
    }
    told = []
    engine = engineOf()
  })

  it('sends words, scope, filter, facets, order and page, and takes back ids only', async () => {
    stub.hits = [{ id: 'one', _rankingScore: 0.9 }, { id: 'two' }]
    const found = await search({
      q: '配送 "急" -慢 ≥50kg',
      filter: { eq: ['domain', 'healthcare'] },
      scope: ['public', 'org:7'],
      facets: ['domain'],
      sort: { by: 'priceYuan', order: 'asc' },
      match: 'last',
      offset: 20,
      limit: 10,
    })
    expect(found).toMatchObject({
      hits: [
        { id: 'one', score: 0.9 },
        { id: 'two', score: 1 },
      ],
      total: 2,
      facets: { domain: { healthcare: 2 } },
      engine: 'meilisearch',
      degraded: false,
      understood: [{ criterion: 'payloadKg' }],
    })
    const asked = stub.asked.find(each => each.path === '/multi-search')
    expect(asked?.authorization).toBe('Bearer a key that searches')
    expect(asked?.body).toEqual({
      queries: [
        {
          indexUid: 'products',
          q: '配送 急 "急" -"慢" ',
          filter:
            'visibility IN ["public", "org:7"] AND (facets.domain IN ["healthcare"] AND ' +
            '("high.payloadKg" NOT EXISTS OR ("high.payloadKg" EXISTS AND "high.payloadKg" >= 50)))',
          facets: ['facets.domain'],
          sort: ['low.priceYuan:asc'],
          matchingStrategy: 'last',
          attributesToRetrieve: ['id'],
          showRankingScore: true,
          offset: 20,
          limit: 10,
        },
      ],
    })
  })

  it('counts a facet with a choice by a search of its own, and brings spans', async () => {
    const found = await search({
      chosen: { domain: ['healthcare'], maturity: ['series'] },
      facets: ['domain', 'category'],
      spans: ['payloadKg', 'reachMm'],
    })
    expect(found.spans).toEqual({ payloadKg: { min: 5, max: 80 } })
    const { queries }: { queries: { filter: string; facets: string[]; limit: number }[] } = Object(
      stub.asked.find(each => each.path === '/multi-search')?.body,
    )
    const visible = 'visibility IN ["public"] AND '
    expect(queries.map(({ filter, facets, limit }) => ({ filter, facets, limit }))).toEqual([
      {
        filter: `${visible}(facets.domain IN ["healthcare"] AND facets.maturity IN ["series"])`,
        facets: ['facets.category', ...['low.payloadKg', 'high.payloadKg', 'low.reachMm', 'high.reachMm']],
        limit: 20,
      },
      { filter: `${visible}facets.maturity IN ["series"]`, facets: ['facets.domain'], limit: 0 },
    ])
  })

  it('searches with a key that can do nothing else, made once for all processes', async () => {
    await search()
    await search()
    await engineOf().search({
      index: 'products',
      scope: ['public'],
    })
    expect(stub.made).toHaveLength(1)
    const made = stub.asked.find(each => each.path === '/keys' && each.method === 'POST')?.body
    expect(made).toMatchObject({
      actions: ['search', 'stats.get'],
      indexes: ['*'],
      expiresAt: null,
    })
    const searched = stub.asked.filter(each => each.path === '/multi-search').map(each => each.authorization)
    expect(new Set(searched)).toEqual(new Set(['Bearer a key that searches']))
  })

  it('searches with the key it is given, and with the only one where that may not make another', async () => {
    const given = meilisearchEngine({ db, url: stub.url, searchKey: 'given', answerMs })
    expect(await given.search({ index: 'products', scope: ['public'] })).toMatchObject({ degraded: false })
    stub.keys = 'forbidden'
    expect(await search()).toMatchObject({ degraded: false })
    const searched = stub.asked.filter(each => each.path === '/multi-search').map(each => each.authorization)
    expect(searched).toEqual(['Bearer given', 'Bearer a key'])
  })

  it.each(['1.39.2', '1.60.0', '2.0.0', '0.30.5'])('does not ask version %s, and says so', async version => {
    stub.version = version
    expect(await search()).toMatchObject({ engine: 'postgres', degraded: true })
    expect(told).toEqual(['UnsupportedVersion'])
    expect(await engine.health()).toMatchObject({ ok: false, problem: 'unsupported' })
    expect(stub.asked.some(each => each.path === '/multi-search')).toBe(false)
  })

  it('leads on from a page by a number, and from a page that Postgres began by its cursor', async () => {
    stub.hits = Array.from({ length: 5 }, (_, nth) => ({ id: `h${nth}` }))
    const first = await search({ limit: 2 })
    expect(first.next).not.toBeNull()
    await search({ limit: 2, after: first.next })
    const asked = stub.asked.filter(each => each.path === '/multi-search')
    expect(asked.at(-1)?.body).toMatchObject({ queries: [{ offset: 0, limit: 54 }] })
    await put('a', 'b', 'c')
    await work(engine)
    stub.search = 'overloaded'
    expect((await search({ limit: 2, after: first.next })).hits).toHaveLength(1)
    const begun = await search({ limit: 2 })
    expect(begun.engine).toBe('postgres')
    stub.search = 'answers'
    expect(await search({ limit: 2, after: begun.next })).toMatchObject({
      engine: 'postgres',
      degraded: false,
    })
    await expect(search({ after: 'bm9uc2Vuc2U' })).rejects.toThrow(BadCursor)
  })

  it('goes on after the hits that it showed, wherever they are by now', async () => {
    const hits = (...ids: string[]) => ids.map(id => ({ id }))
    const page = async (after: string | null) => {
      const found = await search({ limit: 2, ...(after && { after }) })
      return [found.hits.map(hit => hit.id).join(' '), found.next] as const
    }
    stub.hits = hits('a', 'b', 'c', 'd', 'e')
    const [, next] = await page(null)
    stub.hits = hits('new', 'newer', 'a', 'b', 'c', 'd', 'e')
    expect((await page(next))[0]).toBe('c d')
    stub.hits = hits('a', 'c', 'd', 'e')
    expect((await page(next))[0]).toBe('c d')
    stub.hits = hits('x', 'y', 'c', 'd')
    expect(await page(next)).toEqual(['c d', null])
    await expect(search({ after: next, sort: { by: 'updatedAt' } })).rejects.toThrow(BadCursor)
  })

  it('does not ask for what nobody may see', async () => {
    expect((await search({ scope: [] })).total).toBe(0)
    expect(stub.asked.some(each => each.path === '/multi-search')).toBe(false)
  })

  it.each(['forbidden', 'misread', 'overloaded', 'limited', 'silent', 'garbage'] as const)(
    'lets Postgres answer when the server is %s, and says so once',
    async behaviour => {
      // Only who waits for an answer that does not come has to be impatient.
      if (behaviour === 'silent') engine = engineOf({})
      await put('here')
      await work(engine)
      stub.search = behaviour
      for (let turn = 0; turn < 2; turn++) {
        const found = await search()
        expect(found).toMatchObject({ engine: 'postgres', degraded: true, total: 1 })
        expect(found.hits.map(hit => hit.id)).toEqual(['here'])
      }
      expect(told).toHaveLength(1)
      stub.search = 'answers'
      await expect
        .poll(() => search(), { timeout: 30_000 })
        .toMatchObject({
          engine: 'meilisearch',
          degraded: false,
        })
    },
  )

  it('lets Postgres answer when nobody listens there', async () => {
    await put('here')
    const lost = meilisearchEngine({ db, url: 'http://127.0.0.1:9' })
    expect(await lost.search({ index: 'products', q: '配送', scope: ['public'] })).toMatchObject({
      engine: 'postgres',
      degraded: true,
      total: 1,
    })
    expect(await lost.health()).toEqual({ ok: false, engine: 'meilisearch', problem: 'unreachable' })
    await expect(lost.prepare()).resolves.toBeUndefined()
  })

  it('stops asking after five failures in a row', async () => {
    stub.search = 'overloaded'
    for (let turn = 0; turn < 8; turn++) expect((await search()).degraded).toBe(true)
    expect(stub.asked.filter(each => each.path === '/multi-search')).toHaveLength(5)
  })

  it('queues work in the transaction of the row, and none when it is undone', async () => {
    await put('kept')
    expect(await jobs()).toMatchObject([{ queue_name: 'search' }])
    const undone = db.transaction(async tx => {
      await engine.put(tx, [product('undone', { title: '没有' })])
      throw new Error('no')
    })
    await expect(undone).rejects.toThrow('no')
    expect(await jobs()).toHaveLength(1)
  })

  it('brings the server to what the database says when the work is done', async () => {
    await put('a', 'b')
    await db.transaction(tx => engine.remove(tx, 'products', ['a']))
    await work(engine)
    expect(await jobs()).toEqual([])
    expect([...(stub.indexes.get('products') ?? [])]).toEqual(['b'])
    const sent = stub.asked.find(each => each.path === '/indexes/products/documents')?.body
    expect(sent).toMatchObject([
      { id: 'b', visibility: ['public'], concepts: expect.arrayContaining(['robot']) },
    ])
    expect(await changes()).toBe(0)
  })

  it('tells many changes in one task, however many transactions noted them', async () => {
    for (let nth = 0; nth < 30; nth++) await put(`many-${nth}`)
    expect(await changes()).toBe(30)
    await work(engine)
    expect(stub.indexes.get('products')?.size).toBe(30)
    const sent = stub.asked.filter(each => each.path === '/indexes/products/documents')
    expect(sent).toHaveLength(1)
  })

  it('keeps a change noted until the server has done the task', async () => {
    await put('lost')
    stub.tasks = 'fail'
    await work(engine)
    expect(await changes()).toBe(1)
    // Whoever was killed between the commit and the task leaves the same behind.
    stub.tasks = 'succeed'
    await db.transaction(tx => engine.put(tx, [product('later', { title: '配送机器人 later' })]))
    await work(engine)
    expect([...(stub.indexes.get('products') ?? [])].sort()).toEqual(['later', 'lost'])
    expect(await changes()).toBe(0)
  })

  it('gives what comes while the server works, in order, and keeps each change until its own task is done', async () => {
    const sent = () =>
      stub.asked
        .filter(each => each.path === '/indexes/products/documents')
        .map(({ body }) => (body as { id: string; rev: number }[]).map(({ id, rev }) => `${id} ${rev}`))
    const write = (id: string, rev: number) =>
      db.transaction(tx => engine.put(tx, [product(id, { title: `${id} ${rev}`, rev })]))
    stub.tasks = 'hang'
    await write('one', 1)
    const working = work(engine)
    await expect.poll(sent, patient).toEqual([['one 1']])
    await write('one', 2)
    await write('two', 1)
    await expect.poll(() => sent().flat(), patient).toEqual(['one 1', 'one 2', 'two 1'])
    expect(await changes()).toBe(3)
    stub.tasks = 'succeed'
    await working
    expect(await changes()).toBe(0)
    expect(sent().flat()).toHaveLength(3)
  })

  it('tells again whatever was under way when a task failed', async () => {
    stub.tasks = 'hang'
    await put('first')
    const working = work(engine)
    const given = () => stub.asked.filter(each => each.path === '/indexes/products/documents').length
    await expect.poll(given, patient).toBe(1)
    await put('second')
    await expect.poll(given, patient).toBe(2)
    stub.tasks = 'fail'
    await working
    expect(await changes()).toBe(2)
    stub.tasks = 'succeed'
    await put('third')
    await work(engine)
    expect([...(stub.indexes.get('products') ?? [])].sort()).toEqual(['first', 'second', 'third'])
    expect(await changes()).toBe(0)
  })

  it('sends the present state, so that an older revision never follows a newer one', async () => {
    await db.transaction(tx => engine.put(tx, [product('twice', { title: '新', rev: 2 })]))
    await db.transaction(tx => engine.put(tx, [product('twice', { title: '旧', rev: 1 })]))
    await work(engine)
    const sent = stub.asked.filter(each => each.path === '/indexes/products/documents')
    expect(sent.map(each => each.body)).toMatchObject([[{ id: 'twice', rev: 2, title: '新' }]])
  })

  it('compares id and content, and mends only what differs', async () => {
    await put('same', 'stale', 'missing')
    await work(engine)
    stub.asked = []
    stub.indexes.get('products')?.delete('missing')
    stub.indexes.get('products')?.add('extra')
    stub.stamps.set('stale', 'of another time')
    expect(await engine.reconcile?.('products')).toEqual({ documents: 3, missing: 1, stale: 1, extra: 1 })
    const sent = stub.asked.find(
      each => each.path === '/indexes/products/documents' && each.method === 'POST',
    )
    expect(sent?.body).toMatchObject([{ id: 'missing' }, { id: 'stale' }])
    expect([...(stub.indexes.get('products') ?? [])].sort()).toEqual(['missing', 'same', 'stale'])
    expect(await engine.reconcile?.('products')).toEqual({ documents: 3, missing: 0, stale: 0, extra: 0 })
  })

  it('takes a task that failed for a failure, and tries again', async () => {
    await put('a')
    stub.tasks = 'fail'
    await work(engine)
    expect(await jobs()).toMatchObject([
      { attempts: 1, last_error: expect.stringContaining('invalid_document_id') },
    ])
    stub.tasks = 'succeed'
    await db.execute(
      sql`select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs), run_at := now())`,
    )
    await work(engine)
    expect(await jobs()).toEqual([])
    expect(stub.indexes.get('products')?.has('a')).toBe(true)
  })

  it('refuses work that is none of its own', async () => {
    for (const payload of [null, 'x', {}, { index: 'secrets', rebuild: true }, { index: 'products' }]) {
      await expect((async () => engine.tasks.indexDocuments?.(payload))()).rejects.toThrow('Not a job')
    }
  })

  it('is not asked while it is out of step, and is rebuilt beside the live index', async () => {
    await put('a', 'b')
    await db.execute(sql`select graphile_worker.complete_jobs(array(select id from graphile_worker.jobs))`)
    await db.execute(sql`truncate search_change`)
    stub.indexes.set('products', new Set(['stale', 'staler', 'stalest']))
    expect(await search()).toMatchObject({ engine: 'postgres', degraded: true, total: 2 })
    expect(told).toEqual(['outOfStep'])
    expect(await engine.health()).toMatchObject({ ok: false, problem: 'outOfStep' })
    expect(await jobs()).toMatchObject([{ key: 'rebuild:products' }])
    await work(engine)
    expect([...(stub.indexes.get('products') ?? [])].sort()).toEqual(['a', 'b'])
    expect(stub.indexes.has('products_next')).toBe(false)
    expect(await engine.health()).toEqual({ ok: true, engine: 'meilisearch', problem: undefined })
    const fresh = meilisearchEngine({ db, url: stub.url, answerMs })
    expect(await fresh.search({ index: 'products', scope: ['public'] })).toMatchObject({
      engine: 'meilisearch',
    })
  })

  it('is not asked while work has waited too long or was given up', async () => {
    await put('a')
    expect(await engine.health()).toMatchObject({ ok: true })
    await db.execute(sql`update search_change set at = now() - interval '31 seconds'`)
    expect(await engine.health()).toMatchObject({ ok: false, problem: 'behind' })
    await db.execute(sql`update graphile_worker._private_jobs set attempts = max_attempts`)
    expect(await engine.health()).toMatchObject({ ok: false, problem: 'outOfStep' })
    await search()
    expect((await jobs()).map(job => job.key).sort()).toEqual(
      indexNames.map(name => `rebuild:${name}`).sort(),
    )
  })

  it('sends its settings once, and none where the server has them', async () => {
    stub.indexes.clear()
    stub.settings.clear()
    for (let turn = 0; turn < 2; turn++) await meilisearchEngine({ db, url: stub.url }).prepare()
    const sent = stub.asked.filter(each => each.path.endsWith('/settings') && each.method === 'PATCH')
    expect(sent).toHaveLength(indexNames.length)
    expect(sent[0]?.body).toMatchObject({ localizedAttributes: [{ locales: ['cmn'] }] })
    expect([...stub.indexes.keys()].sort()).toEqual([...indexNames].sort())
    expect(told).toEqual([])
  })

  it('brings other settings to a live index by a fresh one beside it', async () => {
    await put('a')
    await work(engine)
    stub.settings.set('products', { ...indexSettings, searchCutoffMs: 1500 })
    stub.asked = []
    await meilisearchEngine({ db, url: stub.url }).prepare()
    expect(await jobs()).toMatchObject([{ key: 'rebuild:products' }])
    await work(engine)
    const patched = stub.asked.filter(each => each.method === 'PATCH').map(each => each.path)
    expect(patched).toEqual(['/indexes/products_next/settings'])
    expect([...(stub.indexes.get('products') ?? [])]).toEqual(['a'])
    expect(stub.settings.get('products')).toEqual(indexSettings)
  })
})

describe('search contract: Meilisearch filter expressions', () => {
  const build = (filter: Filter) => filterExpression([filter], ['public'])

  it.each<[Filter, string | null]>([
    [{ and: [] }, ''],
    [{ or: [] }, null],
    [{ in: ['domain', []] }, null],
    [{ not: { in: ['domain', []] } }, ''],
    [{ not: { eq: ['domain', 'a'] } }, ' AND NOT facets.domain IN ["a"]'],
    [{ range: ['payloadKg', {}], unknown: 'keep' }, ''],
    [
      { range: ['payloadKg', { gte: 1, lte: 2 }], unknown: 'drop' },
      ' AND ("low.payloadKg" EXISTS AND "low.payloadKg" >= 1 AND "high.payloadKg" <= 2)',
    ],
    [
      { not: { range: ['payloadKg', { gte: 1 }], unknown: 'drop' } },
      ' AND NOT ("high.payloadKg" NOT EXISTS OR ("high.payloadKg" EXISTS AND "high.payloadKg" >= 1))',
    ],
  ])('%j', (filter, expected) => {
    expect(build(filter)).toBe(expected === null ? null : `visibility IN ["public"]${expected}`)
  })

  it('quotes any value so that it reads back as itself', () => {
    fc.assert(
      fc.property(fc.string(), value => {
        const [, quoted = ''] =
          /IN \["public"\] AND facets\.domain IN \[(.*)\]$/s.exec(build({ eq: ['domain', value] }) ?? '') ??
          []
        expect(quoted).toMatch(/^"(?:[^"\\]|\\["\\])*"$/s)
        expect(quoted.slice(1, -1).replaceAll(/\\(["\\])/g, '$1')).toBe(value)
      }),
    )
  })
})

const realUrl = process.env.MEILI_URL
if (realUrl) {
  const key = process.env.MEILI_KEY
  const prefix = `test_${randomUUID().slice(0, 8)}_`
  const engine = meilisearchEngine({ db, url: realUrl, key, prefix })
  afterAll(async () => {
    const client = new Meilisearch({ host: realUrl, apiKey: key })
    for (const name of indexNames) await client.deleteIndexIfExists(`${prefix}${name}`)
  })
  searchContract('Meilisearch itself', async () => {
    await db.execute(sql`truncate search_document, search_term, search_change`)
    await engine.prepare()
    await work(engine)
    return { db, engine, settle: () => work(engine) }
  })

  it('has a key of its own for searches at the real server, which may not write', async () => {
    const admin = new Meilisearch({ host: realUrl, apiKey: key })
    const { results } = await admin.getKeys({ limit: 1000 })
    const own = results.filter(each => each.indexes.includes(`${prefix}*`))
    expect(own.map(each => each.actions)).toEqual([['search', 'stats.get']])
    const reader = new Meilisearch({ host: realUrl, apiKey: own[0]?.key })
    await expect(reader.index(`${prefix}products`).search('')).resolves.toBeDefined()
    await expect(reader.index(`${prefix}products`).deleteAllDocuments()).rejects.toThrow()
    await admin.deleteKey(own[0]?.uid ?? '')
  })
} else {
  describe.skip('search contract: Meilisearch itself, without MEILI_URL', () => {
    it('runs where a server is', () => {})
  })
}
