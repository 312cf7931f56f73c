import type { Readable } from 'node:stream'
import yauzl, { type Entry, type ZipFile } from 'yauzl'
import type { Reason } from '#domain/shared/verdict.ts'
import { isRefusal, Refusal } from '../refusal.ts'

/** What an archive may cost us before a byte of it is unpacked; tests tighten it. */
export const zipBounds = {
  entries: 500,
  /** Unpacked at most so many times the packed size (reliability S9), but small archives of much text are usual. */
  ratio: 10,
  floorBytes: 32 * 1024 * 1024,
  capBytes: 200 * 1024 * 1024,
  nameLength: 240,
}
export type ZipBounds = typeof zipBounds

export interface ZipEntry {
  name: string
  /** Unpacked size as the archive declares it; reading more than that is an error. */
  bytes: number
}

/** An archive whose directory has been judged: few entries, honest names, a bounded sum of unpacked bytes. */
export interface Zip {
  entries: readonly ZipEntry[]
  has(name: string): boolean
  /**
   * The unpacked bytes of one entry, piece by piece, in bounded memory. Throws a `Refusal` (`file.zipDamaged`) when
   * the entry is broken or longer than declared, and `file.zipNested` when it is an archive itself.
   */
  read(name: string): AsyncGenerator<Buffer>
  /** Unpacks every entry once without keeping anything: what was declared is true. */
  verify(): Promise<void>
  close(): void
}

/** Archives inside archives that office files carry with good reason: the workbook behind a chart. Never opened. */
const embedded = /(^|\/)embeddings\/[^/]+\.(xlsx|docx|pptx)$/i
const archiveName = /\.(zip|7z|rar|gz|tgz|bz2|xz|jar|iso|cab)$/i

/**
 * Opens an archive of at most `bounds` (a file's path, or its bytes). Its directory is read, nothing is unpacked.
 * Throws a `Refusal` whose reason says which bound was passed. Close it.
 */
export async function openZip(source: string | Buffer, bounds: ZipBounds = zipBounds): Promise<Zip> {
  const file = await refusing(() => opened(source))
  try {
    const entries = await refusing(() => directory(file, bounds))
    return archive(file, entries)
  } catch (error) {
    file.close()
    throw error
  }
}

const options = {
  lazyEntries: true,
  autoClose: false,
  validateEntrySizes: true,
  decodeStrings: true,
} as const

function opened(source: string | Buffer): Promise<ZipFile> {
  return typeof source === 'string'
    ? yauzl.openPromise(source, options)
    : yauzl.fromBufferPromise(source, options)
}

async function directory(file: ZipFile, bounds: ZipBounds): Promise<Map<string, Entry>> {
  const { entryCount, fileSize } = file
  if (entryCount > bounds.entries) throw refuse('file.zipTooManyEntries', { max: bounds.entries })
  const limit = Math.min(bounds.capBytes, Math.max(bounds.floorBytes, fileSize * bounds.ratio))
  const entries = new Map<string, Entry>()
  let [seen, unpacked] = [0, 0]
  for await (const entry of file.eachEntry()) {
    seen += 1
    unpacked += entry.uncompressedSize
    if (seen > bounds.entries) throw refuse('file.zipTooManyEntries', { max: bounds.entries })
    if (unpacked > limit) throw refuse('file.zipTooLarge', { max: Math.floor(limit / 1024 / 1024) })
    judge(entry, bounds)
    if (entries.has(entry.fileName)) throw refuse('file.zipBadName')
    if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
  }
  return entries
}

function judge(entry: Entry, bounds: ZipBounds): void {
  const { fileName: name } = entry
  const isStrange = /[\p{Cc}\p{Cf}\\]/u.test(name) || /^[a-z]:/i.test(name) || name.startsWith('/')
  const climbs = name.split('/').some(step => step === '..' || step === '.')
  if (name === '' || name.length > bounds.nameLength || isStrange || climbs) throw refuse('file.zipBadName')
  if (entry.isEncrypted()) throw refuse('file.encrypted')
  // 0: stored, 8: deflated; nobody writes office files otherwise.
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw refuse('file.zipDamaged')
  if (archiveName.test(name)) throw refuse('file.zipNested')
}

function archive(file: ZipFile, entries: Map<string, Entry>): Zip {
  async function* read(name: string): AsyncGenerator<Buffer> {
    const entry = entries.get(name)
    if (!entry) throw refuse('file.zipDamaged')
    const stream: Readable = await refusing(() => file.openReadStreamPromise(entry))
    let isFirst = true
    try {
      for await (const piece of stream) {
        if (isFirst && isArchive(piece) && !embedded.test(name)) throw refuse('file.zipNested')
        isFirst = false
        yield piece
      }
    } catch (error) {
      throw asRefusal(error)
    } finally {
      stream.destroy()
    }
  }
  return {
    entries: [...entries.values()].map(({ fileName, uncompressedSize }) => ({
      name: fileName,
      bytes: uncompressedSize,
    })),
    has: name => entries.has(name),
    read,
    async verify() {
      for (const name of entries.keys()) {
        for await (const _ of read(name)) {
          // Counted by the reader against what the entry declares.
        }
      }
    },
    close: () => file.close(),
  }
}

const archiveMagics = ['504b0304', '1f8b08', '377abcaf', '52617221', '425a68', 'fd377a58']

function isArchive(piece: Buffer): boolean {
  const head = piece.subarray(0, 4).toString('hex')
  return archiveMagics.some(magic => head.startsWith(magic))
}

async function refusing<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw asRefusal(error)
  }
}

/** The reader says what is wrong in sentences of its own; a bad name is the one that has another cause. */
function asRefusal(error: unknown): Refusal {
  if (isRefusal(error)) return error
  const said = error instanceof Error ? error.message : ''
  if (/relative path|absolute path|invalid characters in fileName/.test(said))
    return refuse('file.zipBadName')
  return refuse(/encrypt/i.test(said) ? 'file.encrypted' : 'file.zipDamaged')
}

const refuse = (reason: Reason, detail?: Record<string, number>) =>
  new Refusal('invalid', reason, { path: 'file', ...(detail && { detail }) })
