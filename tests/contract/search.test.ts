import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchDocument, SearchQuery } from '#search/engine.ts'
import { postgresEngine } from '#search/postgres.ts'
import { testDatabase } from '../support/database.ts'
import { searchContract } from './search-cases.ts'
import { product } from './search-fixture.ts'

const { db, queries } = await testDatabase()
const engine = postgresEngine(db)

searchContract('inside Postgres', async () => ({ db, engine, settle: async () => {} }))

interface ReportedProduct {
  id: string
  name: string
  vendor: string | null
  category: string
  description: string
}

/** The reported products of the seeds, as they stand in the file. */
function reported(): SearchDocument[] {
  const file = new URL('../../db/seed/data/products.json', import.meta.url)
  const rows: ReportedProduct[] = JSON.parse(readFileSync(file, 'utf8'))
  return rows.map(({ id, name, vendor, category, description }) =>
    product(id, {
      title: name,
      org: vendor ?? '',
      keywords: [category],
      summary: description,
      visibility: ['org:reports'],
    }),
  )
}

describe('search over the reported products', () => {
  const documents = reported()
  const search = (q: string) => engine.search({ index: 'products', q, scope: ['org:reports'], limit: 100 })
  const titles = async (q: string) =>
    (await search(q)).hits.map(hit => documents.find(each => each.id === hit.id)?.title ?? '')

  beforeAll(() => db.transaction(tx => engine.put(tx, documents)))

  it.each([
    ['天玑', '天玑骨科手术机器人'],
    ['骨科手术', '天玑骨科手术机器人'],
    ['davinci', 'da Vinci 手术系统'],
    ['da vinci', 'da Vinci 手术系统'],
    ['手术室物流', '“大白”手术室物流机器人'],
    ['诺亚', '诺亚（Noah）医院配送机器人'],
  ])('%s finds %s first', async (q, title) => {
    expect((await titles(q))[0]).toBe(title)
  })

  it('finds it by the initials of its words', async () => {
    expect(await titles('gkssjqr')).toContain('天玑骨科手术机器人')
  })

  it('finds every product by the words of its own name', async () => {
    for (const { id, title } of documents) {
      const { hits } = await search(title)
      expect(
        hits.slice(0, 3).map(hit => hit.id),
        title,
      ).toContain(id)
    }
  })

  it('finds every word of a text that stands in it literally', async () => {
    const terms = ['机器人', '配送', '巡检', '手术', '医院', '仓库', '焊接', '清洁', '无人', '电梯']
    for (const term of terms) {
      const expected = documents.filter(each => [each.title, each.summary].some(text => text.includes(term)))
      const found = new Set((await search(term)).hits.map(hit => hit.id))
      expect(
        expected.filter(each => !found.has(each.id)).map(each => each.title),
        term,
      ).toEqual([])
    }
  })

  it('costs one statement, two when a word may be misspelt', async () => {
    queries.length = 0
    await search('骨科手术')
    expect(queries).toHaveLength(1)
    await search('autonomus')
    expect(queries).toHaveLength(3)
  })

  it('ranks at most 1000 matches and says how far paging reaches', async () => {
    const many = Array.from({ length: 1100 }, (_, nth) =>
      product(`many-${nth}`, { index: 'catalog', title: `批量件 ${nth}`, updatedAt: new Date(nth * 1000) }),
    )
    for (let at = 0; at < many.length; at += 300) {
      await db.transaction(tx => engine.put(tx, many.slice(at, at + 300)))
    }
    const query: SearchQuery = { index: 'catalog', q: '批量件', scope: ['public'], offset: 990, limit: 50 }
    const last = await engine.search(query)
    expect([last.total, last.totalIsExact, last.reachable, last.hits.length]).toEqual([1100, true, 1000, 10])
    const bounded = await engine.search({ ...query, counted: 'reachable' })
    expect(bounded).toMatchObject({ hits: last.hits, total: 1000, totalIsExact: false, reachable: 1000 })
    const few = await engine.search({ ...query, q: '批量件 777', counted: 'reachable', offset: 0 })
    expect(few).toMatchObject({ totalIsExact: true, total: 1, hits: [{ id: 'many-777' }] })
  }, 60_000)

  it('is gone when the transaction is', async () => {
    await expect(
      db.transaction(async tx => {
        await engine.put(tx, [product('undone', { title: '没有发生过' })])
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect((await search('没有发生过')).hits.map(hit => hit.id)).not.toContain('undone')
  })
})
