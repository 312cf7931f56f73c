import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { PutOptions, SearchDocument } from '#search/engine.ts'
import { postgresEngine } from '#search/postgres.ts'
import { testDatabase } from '../support/database.ts'

const { db } = await testDatabase()
const engine = postgresEngine(db)

const document: SearchDocument = {
  ...{ id: 'kept', index: 'products', rev: 1, title: '医院配送机器人 MIR-100', org: '北京示例公司' },
  ...{ keywords: ['配送', 'delivery'], summary: '自主乘梯。', body: '夜间送药 overnight' },
  attachments: [{ fileId: 'file', name: 'a.pdf', pages: ['第一页 manual'] }],
  ...{ facets: { domain: ['healthcare'] }, specs: { payloadKg: 50 }, standing: 1 },
  ...{ updatedAt: new Date('2026-03-01T00:00:00Z'), visibility: ['public'] },
}

const put = (some: SearchDocument, options?: PutOptions) =>
  db.transaction(tx => engine.put(tx, [some], options))

async function stored(id: string) {
  const [row] = await db.execute<{ words: string; facets: string[]; rev: number }>(
    sql`select words::text as words, facets, rev from search_document where id = ${id}`,
  )
  const terms = await db.execute<{ term: string }>(
    sql`select term from search_term where document_id = ${id} order by term`,
  )
  return {
    words: row?.words,
    facets: row?.facets.toSorted(),
    rev: row?.rev,
    terms: terms.map(({ term }) => term),
  }
}

/** What tells apart words that were kept from words that were cut again. */
const spoil = () =>
  db.execute(sql`update search_document set words = '''spoilt'''::tsvector where id = 'kept'`)

describe('a document that is written again', () => {
  it.each<[string, Partial<SearchDocument>]>([
    ['title', { title: '医院配送机器人 MIR-250' }],
    ['org', { org: '上海示例公司 Ltdd' }],
    ['keywords', { keywords: ['配送', 'courier'] }],
    ['summary', { summary: '自主乘梯，防水。' }],
    ['body', { body: '日间送药 daytime' }],
    ['attachments', { attachments: [{ fileId: 'file', name: 'a.pdf', pages: ['第二页 handbook'] }] }],
    ['standing', { standing: 0 }],
    ['updatedAt', { updatedAt: new Date('2026-05-01T00:00:00Z') }],
  ])('is as if it had been written for the first time when its %s changed', async (_, fields) => {
    await put(document, { anew: true })
    await put({ ...document, ...fields })
    await put({ ...document, ...fields, id: 'fresh' })
    const fresh = await stored('fresh')
    expect(await stored('kept')).toEqual(fresh)
    await db.transaction(tx => engine.remove(tx, 'products', ['fresh']))
  })

  it('keeps its words and its concepts when its texts are what they were, and nothing else', async () => {
    await put(document, { anew: true })
    const before = await stored('kept')
    const later = {
      ...document,
      rev: 2,
      facets: { domain: ['logistics'] },
      specs: { payloadKg: 80, reachMm: 900 },
    }
    await put({ ...later, id: 'fresh' })
    await spoil()
    await put(later)
    const { facets, terms } = await stored('fresh')
    expect(await stored('kept')).toEqual({ words: "'spoilt'", facets, rev: 2, terms })
    expect(terms).toEqual(before.terms)
    const found = await engine.search({
      ...{ index: 'products', scope: ['public'], ids: ['kept'] },
      filter: { range: ['payloadKg', { gte: 70 }], unknown: 'drop' },
    })
    expect(found.hits.map(({ id }) => id)).toEqual(['kept'])
  })

  it('is cut again all the same when that is asked for, or when the names of things are others', async () => {
    await put(document, { anew: true })
    const { words } = await stored('kept')
    await spoil()
    await put(document, { anew: true })
    expect((await stored('kept')).words).toBe(words)
    await spoil()
    await db.execute(sql`update search_document set concept_version = 0 where id = 'kept'`)
    await put(document)
    expect((await stored('kept')).words).toBe(words)
  })

  it('changes nothing when a newer one is there', async () => {
    await put({ ...document, rev: 9 }, { anew: true })
    const newer = await stored('kept')
    await put({ ...document, rev: 8, facets: { domain: ['logistics'] } })
    await put({ ...document, rev: 8, title: 'older words' })
    expect(await stored('kept')).toEqual(newer)
    await db.transaction(tx => engine.remove(tx, 'products', ['kept']))
  })
})
