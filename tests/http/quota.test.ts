import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { account } from '#db/schema/index.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { answerApi } from '#http/api.ts'
import { defaultLimits } from '#http/limits.ts'
import { kindOf } from '#http/quota.ts'
import { respond } from '#http/respond.ts'
import { postgresEngine } from '#search/postgres.ts'
import { createSession } from '#services/accounts/session.ts'
import { testDatabase } from '#tests/support/database.ts'
import { builtRoutes, theBuild } from '#tests/support/matrix/server.ts'
import { ask, type House, type HouseOptions, openHouse, origin, post } from './house.ts'

// S26: what one reader may ask a minute, counted in the database; the doses are small here.
const limits = { guestReads: 3, reads: 5, forms: 4, quotaSeconds: 60, quotaPatienceMs: 30_000 }
const { db, queries } = await testDatabase()

const routes: HouseOptions['routes'] = {
  scenarios: { page: true, loader: args => respond(args, ({ actor }) => ({ who: actor.kind })) },
  products: { page: true, loader: args => respond(args, () => ({})) },
  about: { page: true, loader: args => respond(args, () => ({})) },
  entry: { action: args => respond(args, () => new Response('saved')) },
  'sign-out': { action: args => respond(args, () => new Response('out')) },
  'api/v1/scenarios': { loader: args => answerApi(args, () => []) },
}
const behindProxy = (options: HouseOptions = {}) =>
  openHouse({ db, routes, limits, ...options, env: { TRUSTED_PROXY: '127.0.0.1', ...options.env } })

let house: House
let second: House
let build: Awaited<ReturnType<typeof theBuild>>
beforeAll(async () => {
  build = await theBuild()
  house = await behindProxy()
  second = await behindProxy()
}, 240_000)
afterAll(() => Promise.all([house.close(), second.close()]))

let last = 0
/** An address that nobody has used yet. */
const someone = () => {
  last += 1
  return `203.0.113.${last}`
}
async function signedIn(): Promise<string> {
  const id = brand<AccountId>(v7())
  await db.insert(account).values({ id, email: `${id}@example.cn`, name: '示例用户', passwordHash: '' })
  return `sid=${(await createSession(db, id)).token}`
}
const get = (path: string, from: string, more: { cookie?: string; at?: House } = {}) =>
  ask(more.at ?? house, path, {
    headers: { 'x-forwarded-for': from, ...(more.cookie && { cookie: more.cookie }) },
  })
async function statuses(times: number, once: () => Promise<{ status: number }>): Promise<number[]> {
  const all: number[] = []
  for (let i = 0; i < times; i++) all.push((await once()).status)
  return all
}

test('the real limits are those that the README names', () => {
  expect(defaultLimits).toMatchObject({ guestReads: 60, reads: 300, forms: 120, quotaSeconds: 60 })
})

describe('reading', () => {
  test('a guest has so many lists, then is told how long to wait; other addresses and pages are not touched', async () => {
    const from = someone()
    expect(await statuses(4, () => get('/scenarios', from))).toEqual([200, 200, 200, 429])
    const refused = await get('/products', from)
    expect(refused.status).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50)
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await get('/about', from)).status).toBe(200)
    expect((await get('/scenarios', someone())).status).toBe(200)
  })

  test('a page, its data, the API and a second process count together', async () => {
    const from = someone()
    const asked = [
      await get('/scenarios', from),
      await get('/scenarios.data', from, { at: second }),
      await get('/api/v1/scenarios', from),
      await get('/scenarios.data', from),
      await get('/products', from, { at: second }),
    ]
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 200, 429, 429])
    expect(Number(asked[3]?.headers['retry-after'])).toBeGreaterThan(50)
    const api = await get('/api/v1/scenarios', from, { at: second })
    expect(api.headers['content-type']).toBe('application/problem+json')
    expect(api.headers['retry-after']).toBeDefined()
    expect(JSON.parse(api.text)).toMatchObject({ status: 429, reason: 'request.tooMany' })
  })

  test('who is signed in has an account’s measure, from wherever they come', async () => {
    const cookie = await signedIn()
    expect(await statuses(6, () => get('/scenarios', someone(), { cookie }))).toEqual([
      ...Array(5).fill(200),
      429,
    ])
    const from = someone()
    await statuses(4, () => get('/scenarios', from))
    expect((await get('/scenarios', from, { cookie: await signedIn() })).status).toBe(200)
    // a made-up session is nobody's
    expect((await get('/scenarios', from, { cookie: `sid=${'A'.repeat(43)}` })).status).toBe(429)
  })

  test('the minute passes', async () => {
    const quick = await behindProxy({ limits: { ...limits, quotaSeconds: 2 } })
    const from = someone()
    const again = async () => (await get('/scenarios', from, { at: quick })).status
    // Four at once, for on a busy machine four in a row may take longer than this short minute.
    const four = async () => (await Promise.all([again(), again(), again(), again()])).includes(429)
    await expect.poll(four, { timeout: 30_000 }).toBe(true)
    await expect.poll(again, { timeout: 30_000, interval: 100 }).toBe(200)
    await quick.close()
  })

  test('one statement a request that counts, none for one that does not', async () => {
    const from = someone()
    const cost = async (path: string) => {
      const before = queries.length
      await get(path, from)
      return queries.length - before
    }
    expect([await cost('/scenarios'), await cost('/about')]).toEqual([1, 0])
    await statuses(3, () => get('/scenarios', from))
    // who has been refused is refused from memory
    expect(await cost('/scenarios')).toBe(0)
  })

  test('when the database does not answer, everybody may read', async () => {
    // a house of its own has a database that is never there
    const alone = await openHouse({ routes, limits, env: { TRUSTED_PROXY: '127.0.0.1' } })
    expect(await statuses(5, () => get('/scenarios', '203.0.113.200', { at: alone }))).toEqual(
      Array(5).fill(200),
    )
    expect(alone.lines.join('')).toContain('a request was not counted')
    await alone.close()
  })

  test('what this machine asks of itself is not counted', async () => {
    expect(await statuses(5, () => ask(house, '/scenarios'))).toEqual(Array(5).fill(200))
  })
})

describe('forms', () => {
  test('so many of one account, and leaving is always possible', async () => {
    const cookie = await signedIn()
    const send = (path: string) => post(house, path, {}, { cookie, 'x-forwarded-for': someone() })
    expect(await statuses(5, () => send('/entry'))).toEqual([200, 200, 200, 200, 429])
    expect((await send('/entry')).headers['retry-after']).toBeDefined()
    expect((await get('/scenarios', someone(), { cookie })).status).toBe(200)
    expect((await send('/sign-out')).status).toBe(200)
  })
})

describe('what counts as a list', () => {
  test.each([
    ...['/search', '/scenarios', '/products', '/catalog', '/scenarios/1/matches', '/products/1/matches'],
    '/scenarios/1/fits',
    ...['/api/v1/search', '/api/v1/scenarios', '/api/v1/scenarios/1', '/api/v1/catalog'],
    ...[
      '/SCENARIOS',
      '/scenarios/',
      '/%73cenarios',
      '/scenarios.data',
      '/scenarios/.data',
      '/search?q=1',
      '/search.atom?q=1',
    ],
  ])('%s does', path => {
    expect(kindOf({ url: origin + path, method: 'GET' })).toBe('list')
    expect(kindOf({ url: origin + path, method: 'HEAD' })).toBe('list')
  })

  test.each(['/', '/scenarios/1', '/about/formula', '/sign-in', '/api/openapi.json', '/queue'])(
    '%s does not',
    path => {
      expect(kindOf({ url: origin + path, method: 'GET' })).toBeNull()
    },
  )

  test('a form does not count as one', () => {
    expect(kindOf({ url: `${origin}/scenarios/new`, method: 'POST' })).toBe('form')
  })

  test('every list and every read of the API is among them', async () => {
    const paths = (await builtRoutes()).filter(route => route.loader).map(route => route.path)
    const counted = paths.filter(path => kindOf({ url: `${origin}/${path}`, method: 'GET' }) === 'list')
    expect(counted.filter(path => !path.startsWith('api/')).sort()).toEqual([
      ...['catalog', 'products', 'products/:productId/matches', 'scenarios'],
      ...['scenarios/:scenarioId/fits', 'scenarios/:scenarioId/matches', 'search', 'search.atom'],
    ])
    const reads = paths.filter(path => path.startsWith('api/v1/'))
    expect(reads.filter(path => !counted.includes(path))).toEqual([])
  })
})

test('a page says how long to wait, calmly, in the reader’s language', async () => {
  const site = await behindProxy({ build, search: postgresEngine(db) })
  const from = someone()
  expect(await statuses(4, () => get('/scenarios', from, { at: site }))).toEqual([200, 200, 200, 429])
  const zh = await get('/search?q=a', from, { at: site })
  expect(zh.text).toContain('请稍等一会儿')
  expect(zh.text).toMatch(/访问太频繁，请 \d\d 秒后再试/)
  expect(Number(zh.headers['retry-after'])).toBeGreaterThan(0)
  const en = await get('/catalog', from, { at: site, cookie: 'lang=en' })
  expect(en.text).toContain('One moment, please')
  expect(en.text).toMatch(/try again in \d\d seconds/)
  await site.close()
})
