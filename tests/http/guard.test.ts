import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ask, type House, openHouse, post, say } from './house.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})
afterAll(() => house.close())

describe('what the guard turns away before any code of the product runs', () => {
  const segments = (count: number) => '/a'.repeat(count)
  test.each([
    ['a url of 2048 bytes passes', `/?q=${'x'.repeat(2044)}`, 200],
    ['a url of 2049 bytes', `/?q=${'x'.repeat(2045)}`, 414],
    ['32 segments are only unknown', segments(32), 404],
    ['33 segments', segments(33), 404],
    ['two slashes at the start', '//evil.example/', 400],
    ['two slashes after tidying up', '/.//evil.example/', 400],
    ['a backslash', '/\\evil.example', 400],
    ['an encoded backslash', '/%5Cevil.example', 400],
    ['an encoded NUL in the path', '/a%00b', 400],
    ['an encoded NUL in the query', '/?q=%00', 400],
    ['bytes that are not UTF-8', '/%ff', 400],
    ['a broken escape', '/%zz', 400],
    ['an absolute target of another site', 'http://evil.example/', 400],
  ])('%s: %s', async (_name, path, status) => {
    const answer = await ask(house, path)
    expect(answer.status).toBe(status)
    expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('a long path costs nothing: thousands of segments are answered without asking Remix', async () => {
    const before = { ...house.effects }
    expect((await ask(house, segments(1000))).status).toBe(404)
    expect(house.effects).toEqual(before)
    expect(house.lines.at(-1)).toContain('too many segments')
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'TRACE', 'PROPFIND'])(
    '%s is 405 and says what is allowed',
    async method => {
      const answer = await ask(house, '/form', { method })
      expect(answer.status).toBe(405)
      expect(answer.headers.allow).toBe('GET, HEAD, POST, OPTIONS')
    },
  )

  test('OPTIONS is 204 with Allow, HEAD is GET without a body', async () => {
    const options = await ask(house, '/form', { method: 'OPTIONS' })
    expect([options.status, options.headers.allow]).toEqual([204, 'GET, HEAD, POST, OPTIONS'])
    const head = await ask(house, '/', { method: 'HEAD' })
    expect([head.status, head.text]).toEqual([200, ''])
  })

  test('64 headers pass, 65 do not', async () => {
    const headers = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`x-${i}`, '1']))
    // node's client adds Host and Connection
    expect((await ask(house, '/', { headers: headers(62) })).status).toBe(200)
    expect((await ask(house, '/', { headers: headers(63) })).status).toBe(431)
  })

  test('headers of more than 16 KB are 431', async () => {
    expect((await ask(house, '/', { headers: { 'x-long': 'x'.repeat(17_000) } })).status).toBe(431)
  })

  test('what is not HTTP gets 400', async () => {
    expect(await say(house, 'HELLO\r\n\r\n')).toContain('400')
  })

  test.each([
    ['/form', 'application/x-www-form-urlencoded; charset=utf-8', 200],
    ['/form', 'multipart/form-data; boundary=x', 200],
    ['/form', 'text/plain', 415],
    ['/form', 'application/json', 415],
    ['/form', '', 415],
    ['/api/v1/other', 'application/json', 200],
    ['/api/v1/other', 'text/plain', 415],
    ['/apiary', 'application/json', 415],
  ])('%s takes a body of type %s: %i', async (path, type, status) => {
    const answer = await post(house, path, '--x--\r\n', { 'content-type': type })
    expect(answer.status).toBe(status)
  })

  test('a refusal under /api is problem JSON, elsewhere words in both languages', async () => {
    const api = await post(house, '/api/v1/other', '', { 'content-type': 'text/plain' })
    expect(api.headers['content-type']).toBe('application/problem+json')
    expect(JSON.parse(api.text)).toMatchObject({ status: 415, title: 'Unsupported Media Type' })
    const page = await post(house, '/form', '', { 'content-type': 'text/plain' })
    expect(page.text).toMatch(/不支持这种内容类型。 This content type is not supported\./)
  })
})
