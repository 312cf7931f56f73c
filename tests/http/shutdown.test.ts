import { Agent, request } from 'node:http'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { ask, line, openHouse } from './house.ts'

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))
const until = async (condition: () => boolean) => {
  while (!condition()) await pause(10)
}
const slowRoute = (ms: number) => ({
  slow: { loader: async () => pause(ms).then(() => new Response('finished')) },
})

test('stopping answers everything that has arrived, then takes nothing', async () => {
  let answer = () => {}
  const told = new Promise<void>(resolve => {
    answer = resolve
  })
  const house = await openHouse({
    routes: { slow: { loader: () => told.then(() => new Response('finished')) } },
  })
  const inFlight = Array.from({ length: 20 }, () => ask(house, '/slow'))
  await until(() => house.effects.slow === 20)
  const closed = house.close()
  await pause(400)
  answer()
  const answers = await Promise.all(inFlight)
  expect(answers.every(({ status, text }) => status === 200 && text === 'finished')).toBe(true)
  expect(answers.every(({ headers }) => headers.connection === 'close')).toBe(true)
  await closed
  await expect(ask(house, '/healthz')).rejects.toThrow('ECONNREFUSED')
})

test('a request that comes on a kept line just after stopping began is answered', async () => {
  const house = await openHouse()
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const get = (path: string) =>
    new Promise<{ status: number; connection: string | undefined }>((resolve, reject) => {
      request({ host: '127.0.0.1', port: house.port, path, agent }, answer => {
        answer.resume()
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, connection: answer.headers.connection }),
        )
      })
        .on('error', reject)
        .end()
    })
  expect(await get('/')).toEqual({ status: 200, connection: 'keep-alive' })
  const closed = house.close()
  expect(await get('/readyz')).toEqual({ status: 503, connection: 'close' })
  await closed
  agent.destroy()
})

/** Eight clients on kept lines in a thread of their own, asking until the door is shut; posts what became of each. */
const stream = `
  const { Agent, request } = require('node:http')
  const { parentPort, workerData } = require('node:worker_threads')
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  const counts = {}
  const note = outcome => { counts[outcome] = (counts[outcome] ?? 0) + 1 }
  const once = () => new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: workerData, path: '/slow', agent }, answer => {
      answer.resume()
      answer.on('end', () => { note(answer.statusCode); resolve() })
      answer.on('error', reject)
    }).on('error', reject).end()
  })
  const client = async () => {
    for (;;) {
      await once()
      if (counts[200] === 100) parentPort.postMessage('busy')
    }
  }
  const end = error => note(error.code ?? error.message)
  Promise.all(Array.from({ length: 8 }, () => client().catch(end))).then(() => {
    agent.destroy()
    parentPort.postMessage(counts)
  })
`

const Counts = z.record(z.string(), z.number())

test('under a steady stream on kept lines no request is dropped', async () => {
  const house = await openHouse({ routes: slowRoute(5) })
  const worker = new Worker(stream, { eval: true, workerData: house.port })
  const next = () => new Promise<unknown>(resolve => worker.once('message', resolve))
  expect(await next()).toBe('busy')
  const counted = next()
  await house.close()
  const {
    200: answered,
    ECONNREFUSED: refused = 0,
    ECONNRESET: turnedBack = 0,
    ...others
  } = Counts.parse(await counted)
  // Whoever knocks at a shut door is refused, or turned back when the kernel had taken the knock already;
  // a request that got in is never cut off.
  expect(answered).toBe(house.effects.slow)
  expect(refused + turnedBack).toBe(8)
  expect(others).toEqual({})
  await worker.terminate()
})

test('idle and silent lines do not hold the door open; a stuck answer holds it only so long', async () => {
  const house = await openHouse({ routes: slowRoute(60_000), limits: { shutdownMs: 500, lingerMs: 50 } })
  const silent = line(house).on('error', () => {})
  const stuck = ask(house, '/slow').catch((error: Error) => error.message)
  await until(() => house.effects.slow === 1)
  const begun = performance.now()
  await house.close()
  // The answer takes a minute, and would have ten seconds by the usual limits.
  expect(performance.now() - begun).toBeLessThan(8_000)
  expect(await stuck).toMatch(/hang up|ECONNRESET/)
  silent.destroy()
})

test('with nobody connected stopping waits for no lines, and twice is once', async () => {
  // Lines of others would be waited for longer than a test may last.
  const house = await openHouse({ limits: { lingerMs: 900_000, shutdownMs: 900_000 } })
  await Promise.all([house.close(), house.close()])
  await expect(ask(house, '/healthz')).rejects.toThrow('ECONNREFUSED')
})

test('a port that is taken is the system’s own error', async () => {
  const house = await openHouse()
  await expect(openHouse({ env: { PORT: house.port } })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  await house.close()
})
