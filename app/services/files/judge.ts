import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { type FileKind, fileLimits } from '#domain/files/file.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import { Refusal } from '../refusal.ts'
import { officeKind } from './office.ts'
import type { Upload } from './upload.ts'

const headBytes = 4096
/** As far from its end as an archive's last record may lie: its comment has at most 65,535 bytes. */
const tailBytes = 65_535 + 22

/**
 * What the file is, by its content. Throws a `Refusal` for what is no kind of ours, is two kinds at once, is broken,
 * encrypted or carries macros; pictures are only recognised here and decoded by `rewritePicture`.
 */
export async function judgeFile({ path, bytes }: Pick<Upload, 'path' | 'bytes'>): Promise<FileKind> {
  if (bytes === 0) throw refuse('file.empty')
  if (bytes > fileLimits.bytes)
    throw new Refusal('invalid', 'file.tooLarge', { detail: { max: fileLimits.bytes / 1024 / 1024 } })
  const { head, tail } = await endsOf(path, bytes)
  const kind = magicOf(head)
  if (kind === 'zip') return officeKind(path)
  if (kind === 'ole') throw refuse((await holds(path, encryptedMark)) ? 'file.encrypted' : 'file.oldOffice')
  if (kind === 'executable') throw refuse('file.executable')
  if (kind === 'archive') throw refuse('file.archive')
  if (kind === null) return textKind(path, head)
  // An archive behind a document is a second file for whoever opens it as one.
  if (tail.includes(endOfArchive)) throw refuse('file.mixed')
  if (kind === 'pdf') demandPdf(head, tail)
  return kind
}

const refuse = (reason: Reason) => new Refusal('invalid', reason)
const endOfArchive = Buffer.from('504b0506', 'hex')
const encryptedMark = Buffer.from('EncryptedPackage', 'utf16le')

async function endsOf(path: string, bytes: number): Promise<{ head: Buffer; tail: Buffer }> {
  const handle = await open(path)
  try {
    const read = async (position: number, length: number) => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
      return buffer.subarray(0, bytesRead)
    }
    const tailLength = Math.min(bytes, tailBytes)
    return {
      head: await read(0, Math.min(bytes, headBytes)),
      tail: await read(bytes - tailLength, tailLength),
    }
  } finally {
    await handle.close()
  }
}

type Magic = 'pdf' | 'png' | 'jpeg' | 'webp' | 'zip' | 'ole' | 'executable' | 'archive' | null

const magics: readonly (readonly [hex: string, kind: NonNullable<Magic>])[] = [
  ['255044462d', 'pdf'],
  ['89504e470d0a1a0a', 'png'],
  ['ffd8ff', 'jpeg'],
  ['504b0304', 'zip'],
  ['504b0506', 'archive'],
  ['d0cf11e0a1b11ae1', 'ole'],
  ['4d5a', 'executable'],
  ['7f454c46', 'executable'],
  ['cafebabe', 'executable'],
  ['feedface', 'executable'],
  ['feedfacf', 'executable'],
  ['cefaedfe', 'executable'],
  ['cffaedfe', 'executable'],
  ['2321', 'executable'],
  ['1f8b', 'archive'],
  ['377abcaf271c', 'archive'],
  ['526172211a07', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a00', 'archive'],
]

function magicOf(head: Buffer): Magic {
  const hex = head.subarray(0, 12).toString('hex')
  if (hex.startsWith('52494646') && hex.slice(16, 24) === '57454250') return 'webp'
  const [, kind] = magics.find(([magic]) => hex.startsWith(magic)) ?? []
  return kind ?? null
}

function demandPdf(head: Buffer, tail: Buffer): void {
  if (!/^%PDF-[12]\.\d/.test(head.toString('latin1'))) throw refuse('file.damaged')
  if (!tail.subarray(-2048).includes('%%EOF')) throw refuse('file.damaged')
  if (/<(?:!doctype|html|script|svg)/i.test(head.toString('latin1'))) throw refuse('file.mixed')
}

/** Text in UTF-8 or GB 18030 without control characters, that is no markup and no script. */
async function textKind(path: string, head: Buffer): Promise<'text'> {
  const start = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
  if (start.startsWith('{\\rtf')) throw refuse('file.unknownKind')
  for (const encoding of ['utf-8', 'gb18030']) {
    const verdict = await readsAs(path, encoding)
    if (verdict === 'markup') throw refuse('file.markup')
    if (verdict === 'text') return 'text'
  }
  throw refuse('file.unknownKind')
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/
const markup = /^\s*<(?:[!?a-z])/i

async function readsAs(path: string, encoding: string): Promise<'text' | 'markup' | 'neither'> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let isStart = true
  try {
    for await (const piece of createReadStream(path)) {
      const text = decoder.decode(piece, { stream: true })
      if (isStart && markup.test(text)) return 'markup'
      if (controls.test(text)) return 'neither'
      isStart = false
    }
    decoder.decode()
    return 'text'
  } catch {
    return 'neither'
  }
}

async function holds(path: string, mark: Buffer): Promise<boolean> {
  let rest = Buffer.alloc(0)
  for await (const piece of createReadStream(path)) {
    const all = Buffer.concat([rest, piece])
    if (all.includes(mark)) return true
    rest = all.subarray(-mark.length)
  }
  return false
}
