import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { spoolOf } from '#http/files.ts'
import type { RequestArgs } from '#http/load-context.ts'
import { readMultipart } from '#http/multipart.ts'
import { ask, type House, openHouse, origin, post, say } from './house.ts'

const mebibyte = 1024 * 1024
const dataDir = mkdtempSync(join(tmpdir(), 'multipart-'))
let house: House
let before = { rss: 0 }
const delay = monitorEventLoopDelay({ resolution: 10 })

beforeAll(async () => {
  const take = {
    page: true,
    action: async ({ request, context: { limits, env } }: RequestArgs) => {
      const read = await readMultipart(request, limits, spoolOf(env.DATA_DIR))
      const files = read.files.map(({ path, ...file }) => ({ ...file, spooled: readFileSync(path).length }))
      await read.dispose()
      return Response.json({ fields: [...read.form.entries()], files, problem: read.problem })
    },
  }
  house = await openHouse({
    env: { DATA_DIR: dataDir },
    limits: { requestTimeoutMs: 600, uploadTimeoutMs: 1500, headersTimeoutMs: 400 },
    routes: { 'files/of/:noun/:objectId': { action: take.action }, 'scenarios/new': { action: take.action } },
  })
})
afterAll(async () => {
  await house.close()
  rmSync(dataDir, { recursive: true, force: true })
})
beforeEach(() => {
  before = process.memoryUsage()
  delay.enable()
  delay.reset()
})

/** Reliability S12 asks for 100 ms; the sender lives in this process too, and the machine may be busy. */
const stall = 250
const path = '/files/of/scenario/x'
const boundary = 'edge-of-a-part'
const headers = {
  origin,
  'sec-fetch-site': 'same-origin',
  'content-type': `multipart/form-data; boundary=${boundary}`,
}
const field = (name: string, value: string) =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = (name: string, content: Buffer | string) =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/pdf\r\n\r\n`,
    ),
    Buffer.from(content),
    Buffer.from('\r\n'),
  ])
const form = (...parts: (Buffer | string)[]) =>
  Buffer.concat([...parts.map(part => Buffer.from(part)), Buffer.from(`--${boundary}--\r\n`)])
const send = (body: Buffer, more = {}) =>
  ask(house, path, { method: 'POST', headers: { ...headers, ...more }, body })
const spooled = () => readdirSync(join(dataDir, 'spool'))

/** Sends pieces without a promised length, until the server has answered or they are through. */
function stream(pieces: Iterable<Buffer>, length?: number): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port: house.port,
        path,
        method: 'POST',
        agent: false,
        headers: { ...headers, ...(length && { 'content-length': length }) },
      },
      answer => {
        let text = ''
        answer.on('data', piece => {
          text += piece
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }))
      },
    )
    let isOver = false
    sent.on('error', error => (isOver ? undefined : reject(error)))
    sent.on('response', () => {
      isOver = true
    })
    const source = pieces[Symbol.iterator]()
    const next = () => {
      for (;;) {
        const { value, done } = source.next()
        if (done || isOver) return void sent.end()
        if (!sent.write(value)) return void sent.once('drain', next)
      }
    }
    next()
  })
}

test('fields and files arrive, files with their measure, and nothing stays in the spool', async () => {
  const content = Buffer.from('%PDF-1.4 数据')
  const answer = await send(form(field('title', '晨间配送'), file('报告 "终稿".pdf', content), file('', '')))
  expect(answer.status).toBe(200)
  expect(JSON.parse(answer.text)).toEqual({
    fields: [['title', '晨间配送']],
    files: [
      expect.objectContaining({
        bytes: content.length,
        spooled: content.length,
        sha256: createHash('sha256').update(content).digest('hex'),
      }),
    ],
    problem: null,
  })
  expect(spooled()).toEqual([])
})

test('a file of 20 MiB is taken in little memory; one byte more is not, and what was typed is still there', async () => {
  const most = Buffer.alloc(20 * mebibyte, 1)
  const [fits, large] = [
    form(field('a', 'b'), file('a.pdf', most)),
    form(field('a', 'b'), file('a.pdf', Buffer.concat([most, Buffer.from('x')]))),
  ]
  before = process.memoryUsage()
  const taken = JSON.parse((await send(fits)).text)
  expect(taken).toMatchObject({ problem: null, files: [{ bytes: 20 * mebibyte }] })
  const refused = JSON.parse((await send(large)).text)
  expect(refused).toEqual({ fields: [['a', 'b']], files: [], problem: 'tooLarge' })
  expect(process.memoryUsage().rss - before.rss).toBeLessThan(64 * mebibyte)
  expect(delay.max / 1e6).toBeLessThan(stall)
  expect(spooled()).toEqual([])
})

test('a gigabyte is not waited for when it is promised, and cut off when it just comes', async () => {
  const promised = await say(
    house,
    [
      `POST ${path} HTTP/1.1`,
      'Host: platform.test',
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
      'Content-Length: 1073741824',
      '\r\n',
    ].join('\r\n'),
  )
  expect(promised).toMatch(/^HTTP\/1\.1 413 /)
  const piece = Buffer.alloc(mebibyte, 1)
  function* endless() {
    yield Buffer.from(field('a', 'b'))
    yield file('a.pdf', '').subarray(0, -2)
    for (let n = 0; n < 1024; n += 1) yield piece
  }
  const answer = await stream(endless())
  expect(JSON.parse(answer.text)).toEqual({ fields: [['a', 'b']], files: [], problem: 'tooLarge' })
  expect(process.memoryUsage().rss - before.rss).toBeLessThan(64 * mebibyte)
  expect(delay.max / 1e6).toBeLessThan(stall)
  expect(spooled()).toEqual([])
})

test.each<[string, Buffer, string]>([
  ['201 fields', form(...Array.from({ length: 201 }, (_, n) => field(`f${n}`, 'x'))), 'tooMany'],
  ['100,000 fields', form(...Array.from({ length: 100_000 }, (_, n) => field(`f${n}`, 'x'))), 'tooMany'],
  ['11 files', form(...Array.from({ length: 11 }, (_, n) => file(`${n}.pdf`, 'x'))), 'tooMany'],
  ['a field of 65 KiB', form(field('a', 'x'.repeat(65 * 1024))), 'tooLarge'],
  ['a form without its end', form(field('a', 'x')).subarray(0, -20), 'broken'],
  ['a file without its end', Buffer.concat([file('a.pdf', 'x')]), 'broken'],
  ['no form at all', Buffer.from('x'.repeat(1000)), 'broken'],
  ['nothing', Buffer.alloc(0), 'broken'],
])('%s: %s', async (_, body, problem) => {
  const answer = await send(body)
  expect(JSON.parse(answer.text).problem).toBe(problem)
  expect(spooled()).toEqual([])
  expect(delay.max / 1e6).toBeLessThan(stall)
})

test('a boundary that is missing is no form; other content is not for this door', async () => {
  const missing = await send(form(field('a', 'b')), { 'content-type': 'multipart/form-data; x=y' })
  expect(JSON.parse(missing.text).problem).toBe('broken')
  expect((await send(Buffer.from('{}'), { 'content-type': 'application/json' })).status).toBe(415)
  expect((await send(form(field('a', 'b')), { origin: 'https://evil.example' })).status).toBe(403)
  expect((await post(house, path, 'x'.repeat(65 * 1024))).status).toBe(413)
})

test('elsewhere a multipart form stays an ordinary one', async () => {
  const large = form(file('a.pdf', Buffer.alloc(2 * mebibyte)))
  expect((await ask(house, '/scenarios/new', { method: 'POST', headers, body: large })).status).toBe(413)
})

test('whoever hangs up, or dawdles past the time of an upload, leaves nothing behind', async () => {
  const head = [
    `POST ${path} HTTP/1.1`,
    'Host: platform.test',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    'Content-Length: 5000',
    '\r\n',
  ].join('\r\n')
  const heard = await say(house, head, file('a.pdf', 'x'.repeat(100)).toString())
  expect(heard).toMatch(/^(HTTP\/1\.1 408 |$)/)
  await expect.poll(spooled).toEqual([])
})
