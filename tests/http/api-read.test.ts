import { v7 } from 'uuid'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import * as shapes from '#http/api-shapes.ts'
import { postgresEngine } from '#search/postgres.ts'
import { createSession } from '#services/accounts/session.ts'
import { testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { noticedEntry } from '#tests/support/entries.ts'
import { draftedScenario, publishedScenario, submittedScenario } from '#tests/support/factories.ts'
import { draftedProduct, publishedProduct } from '#tests/support/products.ts'
import { biddenScenario, type Cast, castOf } from '#tests/support/trip.ts'
import { loader as catalog } from '../../app/routes/api/catalog.ts'
import { loader as document } from '../../app/routes/api/document.ts'
import { loader as entry } from '../../app/routes/api/entry.ts'
import { loader as product } from '../../app/routes/api/product.ts'
import { loader as products } from '../../app/routes/api/products.ts'
import { loader as scenario } from '../../app/routes/api/scenario.ts'
import { loader as scenarios } from '../../app/routes/api/scenarios.ts'
import { loader as search } from '../../app/routes/api/search.ts'
import { loader as unknown } from '../../app/routes/api/unknown.ts'
import { ask, type House, openHouse, origin } from './house.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const approach = '两周勘测建图'
let house: House
let cast: Cast
const made = {
  scenario: '',
  product: '',
  entry: '',
  draft: '',
  draftProduct: '',
  submitted: '',
  rented: '',
  rental: '',
}

beforeAll(async () => {
  house = await openHouse({
    db,
    search: postgresEngine(db),
    routes: {
      'api/openapi.json': { loader: document },
      'api/v1/search': { loader: search },
      'api/v1/scenarios': { loader: scenarios },
      'api/v1/scenarios/:scenarioId': { loader: scenario },
      'api/v1/products': { loader: products },
      'api/v1/products/:productId': { loader: product },
      'api/v1/catalog': { loader: catalog },
      'api/v1/catalog/:entryId': { loader: entry },
      'api/*': { loader: unknown },
    },
  })
  cast = await castOf(ctx)
  made.product = cast.productId
  made.entry = await noticedEntry(ctx, cast)
  made.scenario = (await biddenScenario(ctx, cast)).id
  made.draft = (await draftedScenario(ctx, { demand: cast.demand, content: { title: '未公开草稿' } })).id
  made.submitted = (await submittedScenario(ctx, { content: { title: '未公开待审' } })).id
  made.draftProduct = (await draftedProduct(ctx, { firm: cast.firm, content: { name: '未公开产品' } })).id
  const rented = {
    name: '按月出租的',
    commercialForms: ['rental'],
    priceFromFen: '',
    priceToFen: '',
    rentalFromFen: '6600',
  }
  made.rented = (await publishedProduct(ctx, { content: rented })).id
  const term = { commercialForm: 'rental', termMonths: 24 } as const
  made.rental = (await publishedScenario(ctx, { content: term })).id
  await publishedProduct(ctx, { content: { name: '只写名字的产品', specs: {}, priceFromFen: '', trl: '' } })
}, 120_000)

const get = async (path: string, headers = {}) => {
  const answer = await ask(house, path, { headers })
  return { ...answer, json: JSON.parse(answer.text) }
}

const reads: [path: () => string, shape: z.ZodType][] = [
  [() => '/api/v1/search?index=scenarios&q=', shapes.SearchAnswer],
  [() => '/api/v1/scenarios', shapes.ScenarioList],
  [() => `/api/v1/scenarios/${made.scenario}`, shapes.ScenarioDetail],
  [() => '/api/v1/products', shapes.ProductList],
  [() => `/api/v1/products/${made.product}`, shapes.ProductDetail],
  [() => '/api/v1/catalog', shapes.CatalogList],
  [() => `/api/v1/catalog/${made.entry}`, shapes.EntryDetail],
]

describe('every read', () => {
  test('answers in its shape and says nothing that its shape does not name', async () => {
    for (const [path, shape] of reads) {
      const { status, json, headers } = await get(path())
      expect(status, path()).toBe(200)
      expect(headers['content-type']).toContain('application/json')
      expect(shape.parse(json), path()).toEqual(json)
    }
  })

  test('says the same to a visitor and to those whose drafts and bids there are', async () => {
    const { token } = await createSession(db, cast.firm.accountId)
    const demand = await createSession(db, cast.demand.accountId)
    for (const [path] of reads) {
      const plain = await get(path())
      for (const each of [token, demand.token])
        expect((await get(path(), { cookie: `sid=${each}` })).json).toEqual(plain.json)
    }
  })

  test('keeps drafts, sealed bids, funding declarations and people to itself', async () => {
    const secrets = [
      ...['未公开草稿', '未公开待审', '未公开产品', approach, '示例员', '联系人', '@example.cn'],
      ...['funding', 'createdBy', 'accountId', 'objector'],
    ]
    const all = ['scenarios', 'products', 'catalog'].map(index => `/api/v1/search?index=${index}&limit=100`)
    for (const path of [...reads.map(([each]) => each()), ...all]) {
      const { text } = await get(path)
      for (const secret of secrets) expect(text.includes(secret), `${path}: ${secret}`).toBe(false)
    }
    for (const path of [
      `scenarios/${made.draft}`,
      `scenarios/${made.submitted}`,
      `products/${made.draftProduct}`,
    ])
      expect((await get(`/api/v1/${path}`)).status).toBe(404)
  })
})

describe('the search', () => {
  test('names each hit with its page, and counts all', async () => {
    const { json } = await get(`/api/v1/search?index=products&q=${encodeURIComponent('药小递')}&limit=1`)
    expect(json).toMatchObject({ engine: 'postgres', total: 1 })
    expect(json.hits).toEqual([
      { id: made.product, index: 'products', title: '药小递 Y3', url: `${origin}/products/${made.product}` },
    ])
  })

  test('leads from page to page until there is none', async () => {
    const all = await get('/api/v1/search?index=firms&limit=100')
    const ids: string[] = []
    let path: string | null = '/api/v1/search?index=firms&limit=1'
    while (path) {
      const { json } = await get(path)
      ids.push(...json.hits.map((hit: { id: string }) => hit.id))
      expect(json.total).toBe(all.json.total)
      path = json.next?.replace(origin, '') ?? null
    }
    expect(ids.length).toBeGreaterThan(1)
    expect(ids).toEqual(all.json.hits.map((hit: { id: string }) => hit.id))
  })

  test.each([
    ['?q=x', 'index'],
    ['?index=users', 'index'],
    ['?index=scenarios&limit=0', 'limit'],
    ['?index=scenarios&limit=101', 'limit'],
    ['?index=scenarios&limit=ten', 'limit'],
    [`?index=scenarios&q=${'x'.repeat(201)}`, 'q'],
    ['?index=scenarios&after=', 'after'],
    ['?index=scenarios&after=WyJ4Il0', 'after'],
    ['?index=scenarios&index=products', 'index'],
  ])('refuses %s', async (query, place) => {
    const { status, json, headers } = await get(`/api/v1/search${query}`)
    expect([status, json.path]).toEqual([422, place])
    expect(headers['content-type']).toBe('application/problem+json')
    expect(shapes.Problem.parse(json)).toEqual(json)
  })
})

describe('lists', () => {
  test('narrow by their parameters and refuse what they do not know', async () => {
    const open = await get('/api/v1/scenarios?kind=open&domain=healthcare')
    expect(open.json.items.map((each: { id: string }) => each.id)).toContain(made.scenario)
    expect((await get('/api/v1/scenarios?kind=report')).json.total).toBe(0)
    for (const query of [
      'scenarios?kind=closed',
      'products?colour=red',
      'catalog?page=0',
      'scenarios?page=501',
    ])
      expect((await get(`/api/v1/${query}`)).status, query).toBe(422)
  })
})

describe('one object', () => {
  test.each([`scenarios/${v7()}`, 'scenarios/1', `products/${v7()}`, 'catalog/x'])(
    'that is not there is a problem: %s',
    async path => {
      const { status, json } = await get(`/api/v1/${path}`)
      expect(status).toBe(404)
      expect(shapes.Problem.parse(json)).toEqual(json)
    },
  )

  test('leaves undisclosed figures out instead of zero', async () => {
    const { json } = await get(`/api/v1/products/${made.product}`)
    expect(Object.keys(json.specs).sort()).toEqual(['elevator', 'noiseDbA', 'passageWidthMm', 'payloadKg'])
    expect(json).toMatchObject({ priceFromFen: 15_000_000, rentalFromFen: null, raasToFen: null })
  })

  test('tells every form its own price, and the term that a budget pays for', async () => {
    const bands = { priceFromFen: null, priceToFen: null, rentalFromFen: 660_000, rentalToFen: null }
    expect((await get(`/api/v1/products/${made.rented}`)).json).toMatchObject(bands)
    const { items } = (await get('/api/v1/products')).json
    expect(items.find((each: { id: string }) => each.id === made.rented)).toMatchObject(bands)
    expect((await get(`/api/v1/scenarios/${made.rental}`)).json.termMonths).toBe(24)
    expect((await get(`/api/v1/scenarios/${made.scenario}`)).json.termMonths).toBeNull()
  })
})

describe('the description', () => {
  test('names every read with its parameters; every reference leads somewhere', async () => {
    const { json, text } = await get('/api/openapi.json')
    expect(json.openapi).toBe('3.1.0')
    expect(Object.keys(json.paths)).toEqual([
      '/api/v1/search',
      '/api/v1/scenarios',
      '/api/v1/scenarios/{id}',
      '/api/v1/products',
      '/api/v1/products/{id}',
      '/api/v1/catalog',
      '/api/v1/catalog/{id}',
      '/api/v1/rewards/estimate',
    ])
    const parameters = json.paths['/api/v1/search'].get.parameters
    expect(parameters.map((each: { name: string; required: boolean }) => [each.name, each.required])).toEqual(
      [
        ['index', true],
        ['q', false],
        ['limit', false],
        ['offset', false],
        ['after', false],
      ],
    )
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '')
    for (const name of references) expect(json.components.schemas).toHaveProperty(name)
  })

  test('says that there is no such address, in problem JSON', async () => {
    const { status, json } = await get('/api/v1/nothing')
    expect([status, json.reason]).toEqual([404, 'api.unknown'])
  })
})
