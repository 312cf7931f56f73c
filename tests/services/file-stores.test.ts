import { createHash, createHmac } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FileGone, type FileStore, newStoreKey } from '#services/files/store.ts'
import { diskStore } from '#services/files/store-disk.ts'
import { s3Store } from '#services/files/store-s3.ts'
import { uploadOf } from '#tests/support/files/make.ts'

const root = mkdtempSync(join(tmpdir(), 'store-'))
const place = { bucket: 'files', key: 'AKIDEXAMPLE', secret: 'a secret', region: 'cn-north-1' }
const objects = new Map<string, { content: Buffer; at: Date }>()
/** What the stand-in found wrong with a request. */
const wrong: string[] = []
let server: Server
let endpoint = ''
const stores: Record<string, FileStore> = { disk: diskStore(join(root, 'files')) }

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = []
    for await (const piece of request) pieces.push(piece)
    const content = Buffer.concat(pieces)
    wrong.push(...complaints(request, content))
    const url = new URL(request.url ?? '', 'http://x')
    const key = decodeURIComponent(url.pathname.replace('/files/', ''))
    const answer = (status: number, body: Buffer | string = '') => response.writeHead(status).end(body)
    if (request.method === 'PUT') {
      objects.set(key, { content, at: new Date() })
      return answer(200)
    }
    if (request.method === 'DELETE') return answer(objects.delete(key) ? 204 : 404)
    if (key !== '') return objects.has(key) ? answer(200, objects.get(key)?.content) : answer(404)
    answer(200, listing(url.searchParams.get('continuation-token')))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  endpoint = `http://127.0.0.1:${address && typeof address === 'object' ? address.port : 0}`
  stores.s3 = s3Store({ endpoint, ...place })
})
afterAll(() => {
  server.close()
  rmSync(root, { recursive: true, force: true })
})

/** One object a page, so that paging is used. */
function listing(token: string | null): string {
  const keys = [...objects.keys()].sort()
  const at = token === null ? 0 : keys.indexOf(token)
  const [key, next] = keys.slice(at)
  const found = key
    ? `<Contents><Key>${key}</Key><LastModified>${objects.get(key)?.at.toISOString()}</LastModified></Contents>`
    : ''
  const more = next ? `<NextContinuationToken>${next}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult>${found}${more}</ListBucketResult>`
}

/** Checks Signature 4 by the steps of its definition, apart from the library that made it. */
function complaints(request: IncomingMessage, content: Buffer): string[] {
  const { authorization = '', host } = request.headers
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    )
  if (!said) return [`not signed: ${authorization}`]
  const [, id, day = '', region = '', names = '', signature] = said
  const url = new URL(request.url ?? '', `http://${host}`)
  const payload = String(request.headers['x-amz-content-sha256'])
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .sort()
      .map(pair => pair.map(encodeURIComponent).join('='))
      .join('&'),
    ...names.split(';').map(name => `${name}:${request.headers[name]}`),
    '',
    names,
    payload,
  ].join('\n')
  const hex = (text: string) => createHash('sha256').update(text).digest('hex')
  const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hex(canonical)].join('\n')
  const key = ['s3', 'aws4_request'].reduce<Buffer>(hmac, hmac(hmac(`AWS4${place.secret}`, day), region))
  const problems: string[] = []
  if (id !== place.key || region !== place.region) problems.push('another key or region')
  if (hmac(key, toSign).toString('hex') !== signature) problems.push(`${request.method} signature`)
  if (request.method === 'PUT' && payload !== createHash('sha256').update(content).digest('hex'))
    problems.push('payload hash')
  if (request.method === 'PUT' && Number(request.headers['content-length']) !== content.length)
    problems.push('length')
  return problems
}

async function read(file: Promise<Readable>): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of await file) pieces.push(Buffer.from(piece))
  return Buffer.concat(pieces).toString()
}

async function keysIn(store: FileStore): Promise<string[]> {
  const keys: string[] = []
  for await (const page of store.list()) keys.push(...page.map(({ key }) => key))
  return keys.sort()
}

describe.each(['disk', 's3'])('the %s store', name => {
  const store = () => stores[name] as FileStore

  it('gives back what it was given, lists it, and forgets it', async () => {
    const [one, two, three] = [newStoreKey(), newStoreKey(), newStoreKey()]
    await store().put(one, uploadOf('x', '内容').path)
    await store().put(two, uploadOf('x', 'x'.repeat(3_000_000)).path)
    await store().put(three, uploadOf('x', 'a').path)
    expect(await read(store().get(one))).toBe('内容')
    expect((await read(store().get(two))).length).toBe(3_000_000)
    expect(await keysIn(store())).toEqual([one, two, three].sort())
    await store().put(one, uploadOf('x', 'newer').path)
    expect(await read(store().get(one))).toBe('newer')
    await store().delete(one)
    await store().delete(one)
    await expect(store().get(one)).rejects.toBeInstanceOf(FileGone)
    expect(await keysIn(store())).toEqual([two, three].sort())
    expect(wrong).toEqual([])
  })

  it.each(['../../etc/passwd', '/etc/passwd', 'aa/../../x', '', 'aa/x', `${newStoreKey()}/x`])(
    'takes no key but its own: %j',
    async key => {
      await expect((async () => store().put(key, uploadOf('x', 'x').path))()).rejects.toThrow('not a key')
      await expect((async () => store().get(key))()).rejects.toThrow('not a key')
      await expect((async () => store().delete(key))()).rejects.toThrow('not a key')
    },
  )
})

it('a bucket that refuses is an error, not an absence', async () => {
  const wrongPlace = s3Store({ endpoint: 'http://127.0.0.1:1', ...place })
  await expect(wrongPlace.get(newStoreKey())).rejects.not.toBeInstanceOf(FileGone)
})

it('the disk has no half of a file under its key', async () => {
  const key = newStoreKey()
  await expect(stores.disk?.put(key, join(root, 'nothing-here'))).rejects.toThrow()
  expect(existsSync(join(root, 'files', key))).toBe(false)
  expect(readdirSync(join(root, 'files', key.slice(0, 2)))).not.toContain(`${key.slice(3)}`)
})
