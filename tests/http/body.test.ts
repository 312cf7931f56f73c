import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchConnections } from '#http/connections.ts'
import { defaultLimits } from '#http/limits.ts'
import { ask, formHeaders, type House, line, openHouse, post, say } from './house.ts'

let house: House
/** The same with so little time that nobody has to wait for it to be over. */
let hasty: House
beforeAll(async () => {
  const limits = { headersTimeoutMs: 400, requestTimeoutMs: 800 }
  const sizes: number[] = []
  const measure = {
    page: true,
    action: async ({ request }: { request: Request }) => {
      sizes.push((await request.arrayBuffer()).byteLength)
      return { size: sizes.at(-1) }
    },
  }
  const routes = { 'scenarios/new': measure, small: measure }
  house = await openHouse({ routes })
  hasty = await openHouse({ limits, routes })
})
afterAll(() => Promise.all([house.close(), hasty.close()]))

const kilobyte = 1024
const head = (path: string, extra: string) =>
  [
    `POST ${path} HTTP/1.1`,
    'Host: platform.test',
    ...Object.entries(formHeaders).map(([name, value]) => `${name}: ${value}`),
    extra,
    '\r\n',
  ].join('\r\n')
const chunk = (bytes: number) => `${bytes.toString(16)}\r\n${'x'.repeat(bytes)}\r\n`

describe('bodies are counted as they come', () => {
  test.each([
    ['/small', 64 * kilobyte, 200],
    ['/small', 64 * kilobyte + 1, 413],
    ['/small.data', 64 * kilobyte + 1, 413],
    ['/scenarios/new', 64 * kilobyte + 1, 200],
    ['/scenarios/new.data', 1024 * kilobyte, 200],
    ['/scenarios/new', 1024 * kilobyte + 1, 413],
    ['/scenarios-not/new', 64 * kilobyte + 1, 413],
  ])('%s with %i bytes: %i', async (path, bytes, status) => {
    const before = JSON.stringify(house.effects)
    const answer = await post(house, path, 'x'.repeat(bytes))
    expect(answer.status).toBe(status)
    if (status === 413) expect(JSON.stringify(house.effects)).toBe(before)
  })

  test('a body without a length is cut off at the cap and the line closed', async () => {
    const heard = await say(
      house,
      head('/small', 'Transfer-Encoding: chunked'),
      ...Array(10).fill(chunk(8 * kilobyte)),
    )
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
    expect(heard.toLowerCase()).toContain('connection: close')
  })

  test('a length that promises too much is refused before the body comes', async () => {
    const heard = await say(house, head('/small', 'Content-Length: 60000000'))
    expect(heard).toMatch(/^HTTP\/1\.1 413 /)
  })

  test('a body that never ends its promised length gets 408', async () => {
    const heard = await say(hasty, head('/small', 'Content-Length: 100'), 'a=1')
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
  })
})

describe('slow clients', () => {
  test('headers that do not end are cut off', async () => {
    const begun = performance.now()
    const heard = await say(hasty, 'GET / HTTP/1.1\r\nHost: platform.test\r\nX-Slow: ')
    expect(heard).toMatch(/^HTTP\/1\.1 408 /)
    // By the limit that was set, not by the usual one.
    expect(performance.now() - begun).toBeLessThan(defaultLimits.headersTimeoutMs)
  })

  test('others are served while many lines dawdle', async () => {
    const slow = Array.from({ length: 60 }, () => line(house))
    for (const socket of slow) socket.on('error', () => {}).write('GET / HTTP/1.1\r\nX-A: ')
    expect((await ask(house, '/')).status).toBe(200)
    for (const socket of slow) socket.destroy()
  })

  test('one address may hold so many lines and no more', async () => {
    const { createServer } = await import('node:http')
    const server = createServer((_request, response) => response.end('ok'))
    const connections = watchConnections(server, { ...defaultLimits, connectionsPerAddress: 3 }, () => false)
    const port = await new Promise<number>(resolve => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address()
        resolve(address && typeof address === 'object' ? address.port : 0)
      })
    })
    const held = [line({ port }), line({ port }), line({ port })]
    await Promise.all(held.map(socket => new Promise(resolve => socket.once('connect', resolve))))
    const refused = line({ port })
    await new Promise(resolve => refused.on('error', () => {}).once('close', resolve))
    held[0]?.destroy()
    // The server hears of the end of a line when its turn comes.
    const next = () =>
      ask({ port }, '/').then(
        ({ text }) => text,
        () => 'refused',
      )
    await expect.poll(next, { timeout: 30_000 }).toBe('ok')
    for (const socket of held) socket.destroy()
    await connections.stop()
  })
})

test('a page that comes in pieces is streamed, compressed, and whole', async () => {
  const pieces = ['<p>一</p>', '<p>二</p>', '<p>三</p>']
  const streaming = await openHouse({
    routes: {
      pieces: {
        loader: () => {
          const body = new ReadableStream<Uint8Array>({
            async start(controller) {
              for (const piece of pieces) {
                controller.enqueue(new TextEncoder().encode(piece))
                await new Promise(resolve => setTimeout(resolve, 60))
              }
              controller.close()
            },
          })
          return new Response(body, { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
        },
      },
    },
  })
  const { body, headers } = await ask(streaming, '/pieces', { headers: { 'accept-encoding': 'br' } })
  expect(headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(body).toString()).toBe(pieces.join(''))
  await streaming.close()
})
