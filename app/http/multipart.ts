import { createHash, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyFileStream } from '@fastify/busboy'
import type { Upload } from '#services/files/upload.ts'
import { type Limits, uploadCap } from './limits.ts'

const limitsOf = ({ uploadBytes, uploadFields }: Limits) => ({
  fields: uploadFields,
  fieldNameSize: 200,
  fieldSize: 64 * 1024,
  files: 10,
  parts: uploadFields + 10,
  fileSize: uploadBytes,
  headerPairs: 20,
  headerSize: 8 * 1024,
})

/** A form with files: its fields, its files in the spool, and what made it unfit, if anything did. */
export interface Multipart {
  form: FormData
  files: Upload[]
  /** `tooLarge`: the form or a file of it. `tooMany`: fields or files. `broken`: not a whole form. */
  problem: 'tooLarge' | 'tooMany' | 'broken' | null
  /** Removes what lies in the spool; to be called whatever happens. */
  dispose(): Promise<void>
}

/**
 * Reads a form piece by piece: files go to the spool as they come, memory holds one piece of each. A form that is too
 * large is still heard to its end, up to some times its size and unread, so that the browser hears our answer.
 */
export async function readMultipart(request: Request, limits: Limits, spool: string): Promise<Multipart> {
  const found: Multipart = { form: new FormData(), files: [], problem: null, dispose }
  const written: string[] = []
  function dispose() {
    return Promise.all(written.splice(0).map(path => rm(path, { force: true }))).then(() => undefined)
  }
  await mkdir(spool, { recursive: true, mode: 0o700 })
  const taking: Promise<void>[] = []
  const open = new Set<BusboyFileStream>()
  const take = async (field: string, stream: BusboyFileStream, name: string) => {
    open.add(stream)
    const path = join(spool, randomUUID())
    written.push(path)
    const { bytes, sha256 } = await keep(stream, path)
    open.delete(stream)
    if (stream.truncated) found.problem ??= 'tooLarge'
    else if (name !== '') found.files.push({ field, name, path, bytes, sha256 })
  }
  try {
    await parse(request, limits, {
      field(name, value, truncated) {
        if (truncated) found.problem ??= 'tooLarge'
        else found.form.append(name, value)
      },
      file(field, stream, name) {
        const taken = take(field, stream, name)
        // Judged below, when the form is at its end; a file cut short must not be an unhandled rejection before.
        taken.catch(() => {})
        taking.push(taken)
      },
      problem(problem) {
        found.problem ??= problem
      },
    })
    await Promise.all(taking)
  } catch (error) {
    for (const stream of open) stream.destroy()
    await Promise.allSettled(taking)
    if (request.signal.aborted) {
      await dispose()
      throw error
    }
    found.problem ??= 'broken'
  }
  return found
}

interface Ear {
  field(name: string, value: string, truncated: boolean): void
  file(field: string, stream: BusboyFileStream, name: string): void
  problem(problem: NonNullable<Multipart['problem']>): void
}

async function parse(request: Request, limits: Limits, ear: Ear): Promise<void> {
  const parser = new Busboy({
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    limits: limitsOf(limits),
  })
  const done = new Promise<void>((resolve, reject) => {
    parser.once('finish', resolve)
    parser.once('error', reject)
  })
  // Awaited below; a parser that fails early must not be an unhandled rejection before that.
  done.catch(() => {})
  parser.on('field', (name, value, nameTruncated, truncated) =>
    ear.field(name, value, nameTruncated || truncated),
  )
  parser.on('file', (field, stream, name) => ear.file(field, stream, name ?? ''))
  let isWanted = true
  for (const event of ['fieldsLimit', 'filesLimit', 'partsLimit'] as const)
    parser.on(event, () => {
      isWanted = false
      ear.problem('tooMany')
    })
  const cap = uploadCap(limits)
  let total = 0
  for await (const piece of piecesOf(request)) {
    total += piece.length
    if (total > cap) ear.problem('tooLarge')
    if (total > cap * 4) break
    isWanted &&= total <= cap
    if (isWanted && !parser.write(piece)) await Promise.race([once(parser, 'drain'), done])
  }
  parser.end()
  await done
}

async function* piecesOf(request: Request): AsyncGenerator<Uint8Array> {
  const reader = request.body?.getReader()
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) yield next.value
  } finally {
    reader?.cancel().catch(() => {})
  }
}

/** Writes a stream to the disk and takes its measure on the way. */
async function keep(stream: BusboyFileStream, path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  const measure = new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length
      hash.update(piece)
      done(null, piece)
    },
  })
  await pipeline(stream, measure, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
  return { bytes, sha256: hash.digest('hex') }
}
