import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type House, openHouse, post } from './house.ts'

let house: House
let secure: House
const routes = {
  broken: {
    loader: () => {
      throw new Error('secret words of the database')
    },
  },
  'own-cache': { loader: () => new Response('x', { headers: { 'Cache-Control': 'public, max-age=60' } }) },
  'sets-cookie': {
    loader: () =>
      new Response('x', { headers: { 'Set-Cookie': 'a=1', 'Cache-Control': 'public, max-age=60' } }),
  },
  powered: {
    loader: () => new Response('x', { headers: { 'X-Powered-By': 'me', 'X-Content-Type-Options': 'sniff' } }),
  },
}
beforeAll(async () => {
  house = await openHouse({ routes })
  secure = await openHouse({ routes, env: { PUBLIC_ORIGIN: 'https://platform.test' } })
})
afterAll(() => Promise.all([house.close(), secure.close()]))

describe('every answer is armoured', () => {
  test.each([
    ['a page', '/', 200],
    ['its data', '/_root.data', 200],
    ['a resource route', '/powered', 200],
    ['an unknown address', '/nowhere', 404],
    ['a refused address', '/%5c', 400],
    ['a bug', '/broken', 500],
    ['the health check', '/healthz', 200],
    ['the API', '/api/v1/other', 200],
  ])('%s (%s)', async (_name, path, status) => {
    const { headers, status: got } = await ask(house, path)
    expect(got).toBe(status)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      'permissions-policy': expect.stringContaining('geolocation=()'),
    })
    expect(headers['x-powered-by']).toBeUndefined()
    expect(headers['strict-transport-security']).toBeUndefined()
    const policy = String(headers['content-security-policy'])
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic'/)
    expect(policy).not.toContain('unsafe')
    for (const rule of [
      "default-src 'none'",
      "style-src 'self'",
      "style-src-attr 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy).toContain(rule)
    }
    for (const rule of ["base-uri 'none'", "form-action 'self'", "object-src 'none'", "connect-src 'self'"]) {
      expect(policy).toContain(rule)
    }
  })

  test('no two answers share a nonce', async () => {
    const nonceOf = async () =>
      /'nonce-([^']+)'/.exec(String((await ask(house, '/')).headers['content-security-policy']))?.[1]
    expect(await nonceOf()).not.toBe(await nonceOf())
  })

  test('an error says nothing of its cause, and names the request', async () => {
    const { text, headers } = await ask(house, '/broken')
    expect(text).not.toContain('secret words')
    expect(text).not.toMatch(/\bat \w+|node_modules|\.ts:/)
    expect(headers['x-request-id']).toBeDefined()
  })
})

describe('over https', () => {
  test('browsers stay on https for a year', async () => {
    const { headers } = await ask(secure, '/')
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains')
    expect(headers['content-security-policy']).toContain('upgrade-insecure-requests')
  })
})

describe('what may be kept', () => {
  const cacheOf = async (path: string, cookie?: string) =>
    (await ask(house, path, { headers: cookie ? { cookie } : {} })).headers['cache-control']

  test.each([
    ['a public page', '/', undefined, 'private, max-age=0'],
    ['a page of somebody signed in', '/', 'sid=x', 'no-store'],
    ['a page with a preference', '/', 'lang=en', 'private, max-age=0'],
    ['a route with its own rule', '/own-cache', undefined, 'public, max-age=60'],
    ['the same for somebody signed in', '/own-cache', 'lang=en; sid=x', 'no-store'],
    ['an answer that sets a cookie', '/sets-cookie', undefined, 'no-store'],
    ['the API, which knows no session', '/api/v1/other', 'sid=x', 'private, max-age=0'],
  ])('%s', async (_name, path, cookie, expected) => {
    expect(await cacheOf(path, cookie)).toBe(expected)
  })

  test('over https only the __Host- cookie is a session', async () => {
    const cache = async (cookie: string) =>
      (await ask(secure, '/', { headers: { cookie } })).headers['cache-control']
    expect(await cache('__Host-sid=x')).toBe('no-store')
    expect(await cache('sid=x')).toBe('private, max-age=0')
  })
})

describe('what Remix sees', () => {
  test('its URL is the public one, whatever Host and forwarding headers say', async () => {
    const seen: { url: string; headers: Record<string, string> }[] = []
    const watched = await openHouse({
      routes: {
        see: {
          loader: ({ request }) => {
            seen.push({ url: request.url, headers: Object.fromEntries(request.headers) })
            return new Response('')
          },
        },
      },
    })
    await ask(watched, '/see?a=%E6%9C%BA', {
      headers: {
        host: 'evil.example',
        'x-forwarded-host': 'evil.example',
        'x-forwarded-proto': 'https',
        'x-forwarded-for': '1.2.3.4',
        forwarded: 'host=evil.example',
        'x-original-url': '/admin',
      },
    })
    await watched.close()
    expect(seen[0]?.url).toBe('http://platform.test/see?a=%E6%9C%BA')
    expect(seen[0]?.headers.host).toBe('platform.test')
    expect(JSON.stringify(seen)).not.toMatch(/evil|forwarded|1\.2\.3\.4|admin/)
  })

  test.each([
    ['nobody is trusted', undefined, '9.9.9.9', '127.0.0.1'],
    ['the proxy is trusted', '127.0.0.1', '9.9.9.9', '9.9.9.9'],
    ['a range is trusted', '127.0.0.0/8, 10.0.0.0/8', '6.6.6.6, 9.9.9.9, 10.1.2.3', '9.9.9.9'],
    ['what is no address ends the chain', '127.0.0.1', 'evil, 9.9.9.9', '9.9.9.9'],
    ['nothing but rubbish', '127.0.0.1', '<script>', '127.0.0.1'],
  ])('the client address: %s', async (_name, trusted, forwarded, expected) => {
    const seen: string[] = []
    const watched = await openHouse({
      env: { TRUSTED_PROXY: trusted },
      routes: {
        see: {
          loader: ({ context }) => {
            seen.push(context.clientIp)
            return new Response('')
          },
        },
      },
    })
    await ask(watched, '/see', { headers: { 'x-forwarded-for': forwarded } })
    await watched.close()
    expect(seen).toEqual([expected])
  })

  test('a proxy that is no address is a wrong configuration', async () => {
    await expect(openHouse({ env: { TRUSTED_PROXY: 'proxy.local' } })).rejects.toThrow('not an address')
  })
})

describe('the doors for machines', () => {
  test('ready only when the database answers', async () => {
    const sick = await openHouse({ sql: () => Promise.reject(new Error('gone')) })
    expect((await ask(sick, '/healthz')).status).toBe(200)
    expect((await ask(sick, '/readyz')).status).toBe(503)
    expect((await ask(house, '/readyz')).status).toBe(200)
    await sick.close()
  })

  test('figures for a collector on this machine, not for one behind a proxy', async () => {
    await ask(house, '/')
    const { text, status } = await ask(house, '/metrics')
    expect(status).toBe(200)
    expect(text).toMatch(/http_request_duration_seconds_count\{method="GET",route="home",status="2xx"\} \d+/)
    expect(text).toContain('nodejs_eventloop_lag')
    expect((await ask(house, '/metrics', { headers: { 'x-forwarded-for': '9.9.9.9' } })).status).toBe(404)
  })

  test('invented addresses make no new series', async () => {
    await ask(house, '/invented-by-a-stranger/x')
    expect((await ask(house, '/metrics')).text).not.toContain('invented')
  })
})

test('compression: brotli, gzip or none, as the client takes it', async () => {
  const words = '机器人场景'.repeat(2000)
  const big = await openHouse({
    routes: {
      big: {
        loader: () => new Response(words, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } }),
      },
    },
  })
  const encodingOf = async (accept: string) => {
    const { headers, body } = await ask(big, '/big', { headers: { 'accept-encoding': accept } })
    expect(headers.vary).toContain('Accept-Encoding')
    return [headers['content-encoding'], body.length < 2000] as const
  }
  expect(await encodingOf('gzip, deflate, br')).toEqual(['br', true])
  expect(await encodingOf('gzip')).toEqual(['gzip', true])
  expect(await encodingOf('br;q=0, gzip;q=0.5')).toEqual(['gzip', true])
  expect(await encodingOf('identity')).toEqual([undefined, false])
  const small = await post(big, '/sign-out', {}, { 'accept-encoding': 'br' })
  expect(small.headers['content-encoding']).toBeUndefined()
  await big.close()
})
