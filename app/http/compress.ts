import { Readable } from 'node:stream'
import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'
import { chooseEncoding } from './static.ts'

const compressible = /^(text\/|application\/(json|problem\+json|javascript|xml)|image\/svg)/
const smallestBytes = 1024
const wholeBytes = 512 * 1024
/** A page that pauses longer than this is sent as it comes; one that does not is compressed in one piece. */
const pauseMs = 20

const brotliParams = {
  [constants.BROTLI_PARAM_QUALITY]: 4,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
}

/** The answer in the best encoding the client takes; small and bodiless ones, and those whose encoding was chosen, stay. */
export async function compress(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? ''
  const chosen = response.headers.get('vary')?.includes('Accept-Encoding')
  const plain = !response.body || chosen || request.method === 'HEAD'
  if (plain || !compressible.test(type)) return response
  const headers = new Headers(response.headers)
  headers.append('Vary', 'Accept-Encoding')
  const encoding = chooseEncoding(request.headers.get('accept-encoding'))
  const { status, body } = response
  if (encoding === 'identity' || !body) return new Response(body, { status, headers })

  const { start, rest } = await gather(body)
  if (rest === null && start.length < smallestBytes) return new Response(start, { status, headers })
  headers.set('Content-Encoding', encoding)
  headers.delete('Content-Length')
  const encoded = rest ? stream(start, rest, encoding) : await whole(start, encoding)
  return new Response(encoded, { status, headers })
}

type Reader = ReadableStreamDefaultReader<Uint8Array>
type Bytes = Uint8Array<ArrayBuffer>
type Rest = { reader: Reader; next: Promise<ReadableStreamReadResult<Uint8Array>> }

/** All of the body when it comes without a pause and is not large, else its start and what is still to come. */
async function gather(body: ReadableStream<Uint8Array>): Promise<{ start: Bytes; rest: Rest | null }> {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const next = reader.read()
    const got = await Promise.race([next, pause()])
    if (got === 'pause' || size > wholeBytes) return { start: join(chunks), rest: { reader, next } }
    if (got.done) return { start: join(chunks), rest: null }
    chunks.push(got.value)
    size += got.value.length
  }
}

const join = (chunks: Uint8Array[]): Bytes => new Uint8Array(Buffer.concat(chunks))

function pause(): Promise<'pause'> {
  return new Promise(resolve => setTimeout(resolve, pauseMs, 'pause').unref())
}

async function whole(bytes: Bytes, encoding: 'br' | 'gzip'): Promise<Bytes> {
  if (encoding === 'gzip') return new Uint8Array(await promisify(gzip)(bytes, { level: 6 }))
  const params = { ...brotliParams, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  return new Uint8Array(await promisify(brotliCompress)(bytes, { params }))
}

/** Flushed at every chunk, so that what the page has so far is on its way while it still waits. */
function stream(start: Bytes, rest: Rest, encoding: 'br' | 'gzip'): ReadableStream {
  const encoder =
    encoding === 'br'
      ? createBrotliCompress({ params: brotliParams, flush: constants.BROTLI_OPERATION_FLUSH })
      : createGzip({ flush: constants.Z_SYNC_FLUSH })
  Readable.from(chunksOf(start, rest))
    .on('error', error => encoder.destroy(error))
    .pipe(encoder)
  encoder.on('close', () => void rest.reader.cancel().catch(() => {}))
  return Readable.toWeb(encoder) as ReadableStream
}

async function* chunksOf(start: Bytes, { reader, next }: Rest): AsyncGenerator<Uint8Array> {
  if (start.length > 0) yield start
  for (let got = await next; !got.done; got = await reader.read()) yield got.value
}
