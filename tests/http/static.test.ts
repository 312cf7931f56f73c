import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { precompress } from '../../scripts/precompress.ts'
import { ask, type House, openHouse, say } from './house.ts'

const folder = mkdtempSync(join(tmpdir(), 'static-'))
const script = `console.log(${JSON.stringify('机器人'.repeat(500))})`
let house: House

beforeAll(async () => {
  const client = join(folder, 'client')
  mkdirSync(join(client, 'assets'), { recursive: true })
  mkdirSync(join(client, '.vite'))
  writeFileSync(join(folder, 'secret.txt'), 'canary')
  writeFileSync(join(client, '.vite', 'manifest.json'), 'canary')
  writeFileSync(join(client, 'assets', 'app-1a2b.js'), script)
  writeFileSync(join(client, 'robots.txt'), 'User-agent: *\n')
  symlinkSync(join(folder, 'secret.txt'), join(client, 'link.txt'))
  await precompress(client)
  house = await openHouse({ buildDir: client })
})
afterAll(async () => {
  await house.close()
  rmSync(folder, { recursive: true })
})

test('assets come compressed beforehand and may be kept for ever', async () => {
  const plain = await ask(house, '/assets/app-1a2b.js')
  expect(plain.text).toBe(script)
  expect(plain.headers).toMatchObject({
    'cache-control': 'public, max-age=31536000, immutable',
    'content-type': 'text/javascript; charset=utf-8',
    vary: 'Accept-Encoding',
  })
  for (const [accept, encoding] of [
    ['br, gzip', 'br'],
    ['gzip', 'gzip'],
  ] as const) {
    const { headers, body } = await ask(house, '/assets/app-1a2b.js', {
      headers: { 'accept-encoding': accept },
    })
    expect(headers['content-encoding']).toBe(encoding)
    expect(headers['content-length']).toBe(String(body.length))
    expect(body.length).toBeLessThan(plain.body.length / 4)
  }
})

test('a signed-in reader keeps files too', async () => {
  const { headers } = await ask(house, '/assets/app-1a2b.js', { headers: { cookie: 'sid=x' } })
  expect(headers['cache-control']).toContain('immutable')
})

test('other files are asked again, and 304 when they are the same', async () => {
  const first = await ask(house, '/robots.txt')
  expect(first.headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  const etag = String(first.headers.etag)
  const again = await ask(house, '/robots.txt', { headers: { 'if-none-match': `"other", W/${etag}` } })
  expect([again.status, again.body.length]).toEqual([304, 0])
  expect((await ask(house, '/robots.txt', { headers: { 'if-none-match': '"other"' } })).status).toBe(200)
})

test('an asset of an older build is a plain 404 that wakes nobody', async () => {
  const { status, headers } = await ask(house, '/assets/app-old.js')
  expect([status, headers['content-type']]).toEqual([404, 'text/plain; charset=utf-8'])
})

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/assets/....//....//secret.txt',
  '/link.txt',
  '/.vite/manifest.json',
  '/assets/app-1a2b.js.br',
  '/assets',
  '/assets/',
  '/assets/app-1a2b.js/',
  '/assets/app-1a2b.js%00.txt',
])('nothing but the build is served: %s', async path => {
  const heard = await say(house, `GET ${path} HTTP/1.1\r\nHost: platform.test\r\nConnection: close\r\n\r\n`)
  expect(heard).toMatch(/^HTTP\/1\.1 40[04] /)
  expect(heard).not.toContain('canary')
})
