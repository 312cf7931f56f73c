import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { postgresEngine } from '#search/postgres.ts'
import { createSession } from '#services/accounts/session.ts'
import { testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { draftedScenario, hospital } from '#tests/support/factories.ts'
import { publishedProduct } from '#tests/support/products.ts'
import { loader as search } from '../../app/routes/search.tsx'
import { loader as suggestions } from '../../app/routes/search-suggestions.ts'
import { ask, type House, openHouse } from './house.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const routes = { 'search/suggestions': { loader: suggestions }, search: { page: true, loader: search } }
let house: House
let product: string

beforeAll(async () => {
  house = await openHouse({ db, search: postgresEngine(db), routes })
  product = (await publishedProduct(ctx, { content: { name: '药小递 Y3' } })).id
  await draftedScenario(ctx, { content: { title: '未公开的药小递' } })
}, 120_000)
afterAll(() => house.close())

const suggest = async (q: string, headers = {}) => {
  const answer = await ask(house, `/search/suggestions?q=${encodeURIComponent(q)}`, { headers })
  return { ...answer, json: answer.status === 200 ? JSON.parse(answer.text) : null }
}

describe('suggestions', () => {
  test('lead to the objects and may be kept by the reader alone', async () => {
    const { json, headers } = await suggest('药小递')
    expect(json.items).toContainEqual({
      kind: 'products',
      title: [
        { text: '药小递', hit: true },
        { text: ' Y3', hit: false },
      ],
      href: `/products/${product}`,
    })
    expect(json.items.length).toBeLessThanOrEqual(8)
    expect(headers['cache-control']).toBe('private, max-age=60')
  })

  test('tell nobody of a draft, and are not kept for whoever is signed in', async () => {
    const { token } = await createSession(db, (await hospital(db)).accountId)
    const mine = await suggest('药小递', { cookie: `sid=${token}` })
    expect(mine.text).not.toContain('未公开')
    expect(mine.headers['cache-control']).toBe('no-store')
  })

  test('have a count of their own', async () => {
    const small = await openHouse({
      ...{ db, routes, search: postgresEngine(db) },
      env: { TRUSTED_PROXY: '127.0.0.1' },
      limits: { guestReads: 1, suggestions: 2 },
    })
    const from = { headers: { 'x-forwarded-for': '203.0.113.200' } }
    const statuses: number[] = []
    for (const path of ['/search/suggestions?q=a', '/search/suggestions.data?q=b', '/search/suggestions?q=c'])
      statuses.push((await ask(small, path, from)).status)
    statuses.push((await ask(small, '/search?q=a', from)).status)
    await small.close()
    expect(statuses).toEqual([200, 200, 429, 200])
  })
})

/** What people and machines write into addresses. */
const hostile = [
  '',
  'index=users&sort=up&page=-3&density=x',
  `q=${'x'.repeat(1900)}`,
  `q=${encodeURIComponent('机'.repeat(200))}`,
  'q=%ED%A0%80',
  'q=%00%01%1F',
  `q=${encodeURIComponent("'; drop table search_document; --")}`,
  `q=${encodeURIComponent('(a+)+$ .*.*.*! & | :* <-> \\')}`,
  `q=${encodeURIComponent('"'.repeat(150))}`,
  `q=${encodeURIComponent(' -'.repeat(90))}`,
  Array.from({ length: 200 }, (_, nth) => `domain=${nth}`).join('&'),
  Array.from({ length: 60 }, (_, nth) => `payloadKg=${nth}..`).join('&'),
  'constructor=1..2&__proto__=1..2&toString=1..2&payloadKg=..&priceYuan=-999999999999..999999999999',
  'priceYuan=0.000001..0.000002&budgetYuan=999999999999.999999..',
  'near=110108&km=0&sort=distance',
  'near=110108&km=1e9&index=products&sort=distance',
  'index=catalog&sort=distance&match=last&undisclosed=drop&page=100',
  'index=firms&near=110101&q=a',
] as const

describe('whatever stands in the address', () => {
  test.each(hostile.map(query => [query.slice(0, 60), query]))('%s', async (_, query) => {
    for (const path of ['/search', '/search/suggestions']) {
      const { status, text } = await ask(house, `${path}?${query}`)
      // Either what it can mean, or a sentence about it.
      expect([200, 400, 414], `${path} ${status}`).toContain(status)
      expect(text).not.toMatch(/\bat .+:\d+:\d+|select |syntax error|node_modules|postgres:/i)
    }
  })

  test('an address that is too long is refused in a sentence', async () => {
    const { status, text } = await ask(house, `/search?q=${'x'.repeat(10_000)}`)
    expect(status).toBe(414)
    expect(text).toContain('请求地址过长')
  })

  test('two bounds of a form become one, so that what is passed on has one spelling', async () => {
    const { status, headers } = await ask(
      house,
      '/search?index=products&q=&payloadKg.min=500&payloadKg.max=50&priceYuan.min=&priceYuan.max=&view=compact',
    )
    expect(status).toBe(302)
    expect(headers.location).toBe('/search?index=products&payloadKg=50..500&view=compact')
  })
})
