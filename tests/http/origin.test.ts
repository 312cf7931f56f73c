import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type House, openHouse, origin } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

const evil = 'https://evil.example'
const form = { 'content-type': 'application/x-www-form-urlencoded' }
const effectsOf = (routes: string[]) => routes.map(route => house.effects[route] ?? 0)

/** Header shapes of a POST, and whether it may have come from one of our own pages. */
const shapes: [name: string, headers: Record<string, string>, status: 200 | 403][] = [
  ['our page, as a browser sends it', { origin, 'sec-fetch-site': 'same-origin' }, 200],
  ['our origin from a browser without Sec-Fetch-Site', { origin }, 200],
  ['same-origin without Origin', { 'sec-fetch-site': 'same-origin' }, 200],
  ['typed by the user', { 'sec-fetch-site': 'none' }, 200],
  ['neither header', {}, 403],
  ['Origin null', { origin: 'null' }, 403],
  ['Origin null that claims to be same-origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }, 403],
  ['a foreign origin', { origin: evil }, 403],
  ['a foreign origin and site', { origin: evil, 'sec-fetch-site': 'cross-site' }, 403],
  ['our origin from another site', { origin, 'sec-fetch-site': 'cross-site' }, 403],
  ['a sister site', { origin: 'http://other.platform.test', 'sec-fetch-site': 'same-site' }, 403],
  ['a foreign origin that claims to be the host', { origin: evil, host: 'evil.example' }, 403],
  [
    'the same with X-Forwarded-Host',
    { origin: evil, 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
    403,
  ],
  ['our host over another scheme', { origin: 'https://platform.test' }, 403],
  ['our host on another port', { origin: `${origin}:8080` }, 403],
]
/** A page's action, the same by script, and a resource route, which Remix itself does not protect. */
const targets = ['/form', '/form.data', '/sign-out', '/api/v1/other']

describe.each(targets)('POST %s', path => {
  test.each(shapes)('%s', async (_name, headers, status) => {
    const before = effectsOf(['form', 'sign-out', 'api/v1/other'])
    const answer = await ask(house, path, { method: 'POST', headers: { ...form, ...headers }, body: 'a=1' })
    expect(answer.status).toBe(status)
    const ran = effectsOf(['form', 'sign-out', 'api/v1/other']).join() !== before.join()
    expect(ran).toBe(status === 200)
  })
})

test('the estimate may be asked from any site, and knows no cookie', async () => {
  const headers = {
    origin: evil,
    'sec-fetch-site': 'cross-site',
    'content-type': 'application/json',
    cookie: 'sid=1',
  }
  const answer = await ask(house, '/api/v1/rewards/estimate', { method: 'POST', headers, body: '{}' })
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toEqual({ cookie: null })
  expect(answer.headers['access-control-allow-origin']).toBe('*')
  expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  const preflight = await ask(house, '/api/v1/rewards/estimate', {
    method: 'OPTIONS',
    headers: { origin: evil, 'access-control-request-method': 'POST' },
  })
  expect(preflight.status).toBe(204)
  expect(preflight.headers['access-control-allow-headers']).toBe('Content-Type')
})

test('the exceptions are three paths: what Remix would read as the same route is guarded', async () => {
  const headers = { ...form, origin: evil, 'sec-fetch-site': 'cross-site' }
  for (const path of [
    '/api/v1/rewards/estimate.data',
    '/api/v1/rewards/estimate/',
    '/API/v1/rewards/estimate',
    '/searches/unsubscribe.data',
    '/searches/Unsubscribe',
    '/searches/stop',
    '/notifications/matches/unsubscribe.data',
    '/notifications/matches/stop',
  ]) {
    expect((await ask(house, path, { method: 'POST', headers, body: 'a=1' })).status).toBe(403)
  }
})

test('on loopback its three names are one site, other ports are not', async () => {
  const local = await openHouse({ env: { PUBLIC_ORIGIN: 'http://localhost:3000' } })
  const from = (name: string) =>
    ask(local, '/form', { method: 'POST', headers: { ...form, origin: name }, body: 'a=1' })
  expect((await from('http://127.0.0.1:3000')).status).toBe(200)
  expect((await from('http://[::1]:3000')).status).toBe(200)
  expect((await from('http://127.0.0.1:3001')).status).toBe(403)
  await local.close()
})
