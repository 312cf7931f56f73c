import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { AwsV4Signer } from 'aws4fetch'
import { SaxesParser } from 'saxes'
import { FileGone, type FileStore, safeKey } from './store.ts'

export interface S3Place {
  endpoint: string
  bucket: string
  key: string
  secret: string
  region: string
}

const patienceMs = 60_000

interface Asked {
  method: 'GET' | 'PUT' | 'DELETE'
  path: string
  query?: Record<string, string>
  headers?: Record<string, string>
  body?: Readable
}

/**
 * Files in a bucket of an S3-compatible store, addressed by path. Every request is signed (AWS Signature 4), uploads
 * with the SHA-256 of their bytes, so that the store refuses what was damaged on its way.
 */
export function s3Store(place: S3Place): FileStore {
  const ask = (asked: Asked) => send(place, asked)
  return {
    async put(key, source) {
      const { size } = await stat(source)
      await ask({
        method: 'PUT',
        path: safeKey(key),
        headers: { 'content-length': `${size}`, 'x-amz-content-sha256': await sha256Of(source) },
        body: createReadStream(source),
      })
    },
    async get(key) {
      const { body } = await ask({ method: 'GET', path: safeKey(key) })
      if (!body) throw new FileGone('the store answered without a body')
      return Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0])
    },
    async delete(key) {
      await ask({ method: 'DELETE', path: safeKey(key) }).catch(error => {
        if (!(error instanceof FileGone)) throw error
      })
    },
    async *list() {
      let token: string | undefined
      do {
        const query = { 'list-type': '2', ...(token && { 'continuation-token': token }) }
        const page = readListing(await (await ask({ method: 'GET', path: '', query })).text())
        yield page.objects
        token = page.next
      } while (token)
    },
  }
}

async function send(
  place: S3Place,
  { method, path, query = {}, headers = {}, body }: Asked,
): Promise<Response> {
  const url = new URL(`${place.endpoint.replace(/\/$/, '')}/${place.bucket}/${path}`)
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
  const signed = await new AwsV4Signer({
    ...{ method, url: url.href, headers, service: 's3', region: place.region },
    ...{ accessKeyId: place.key, secretAccessKey: place.secret },
  }).sign()
  const answer = await fetch(signed.url, {
    method,
    headers: signed.headers,
    signal: AbortSignal.timeout(patienceMs),
    redirect: 'error',
    ...(body && { body: Readable.toWeb(body) as ReadableStream, duplex: 'half' as const }),
  } as RequestInit)
  if (answer.ok) return answer
  await answer.body?.cancel()
  if (answer.status === 404) throw new FileGone('no such file in the store')
  throw new Error(`the file store answers ${answer.status} to ${method}`)
}

async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

interface Listing {
  objects: { key: string; at: Date }[]
  next: string | undefined
}

/** The answer of ListObjectsV2. */
function readListing(xml: string): Listing {
  const listing: Listing = { objects: [], next: undefined }
  const parser = new SaxesParser()
  let [text, key] = ['', '']
  parser.on('opentag', () => {
    text = ''
  })
  parser.on('text', piece => {
    text += piece
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'Key') key = text
    if (name === 'LastModified') listing.objects.push({ key, at: new Date(text) })
    if (name === 'NextContinuationToken') listing.next = text
  })
  parser.write(xml).close()
  return listing
}
