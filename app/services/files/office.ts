import { SaxesParser } from 'saxes'
import type { FileKind } from '#domain/files/file.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import { isRefusal, Refusal } from '../refusal.ts'
import { openZip, type Zip } from './zip.ts'

type OfficeKind = Extract<FileKind, 'docx' | 'xlsx' | 'pptx'>
const mainTypes: Record<OfficeKind, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
}
const contentTypes = '[Content_Types].xml'
const contentTypesMost = 1024 * 1024

const refuse = (reason: Reason) => new Refusal('invalid', reason)

/**
 * The kind of an archive that is an office document (ECMA-376), every part of it read once within the bounds of
 * `openZip`. Throws a `Refusal` for other archives, macros, and XML that declares entities.
 */
export async function officeKind(path: string): Promise<OfficeKind> {
  const zip = await openZip(path)
  try {
    if (!zip.has(contentTypes)) throw refuse('file.archive')
    if (zip.entries.some(({ name }) => /(^|\/)vbaProject\.bin$/i.test(name))) throw refuse('file.macros')
    const types = await typesIn(zip)
    if (types.some(type => /macroEnabled|vbaProject/i.test(type))) throw refuse('file.macros')
    const kind = (Object.keys(mainTypes) as OfficeKind[]).find(each => types.includes(mainTypes[each]))
    if (!kind) throw refuse('file.archive')
    for (const { name } of zip.entries) await lookThrough(zip, name)
    return kind
  } finally {
    zip.close()
  }
}

async function typesIn(zip: Zip): Promise<string[]> {
  const types: string[] = []
  await readXml(zip, contentTypes, contentTypesMost, parser => {
    parser.on('opentag', ({ attributes }) => {
      const type = attributes.ContentType
      if (typeof type === 'string') types.push(type)
    })
  })
  return types
}

/** Reads one part to its end, keeping nothing: what it declares is true, and its XML has no declarations of its own. */
async function lookThrough(zip: Zip, name: string): Promise<void> {
  const isXml = /\.(xml|rels|vml)$/i.test(name)
  let isStart = true
  for await (const piece of zip.read(name)) {
    if (isXml && isStart && declares(piece)) throw refuse('file.markup')
    isStart = false
  }
}

// Without the zeros of UTF-16, in which a declaration could hide.
const declares = (start: Buffer) =>
  /<!(?:DOCTYPE|ENTITY)/i.test(start.subarray(0, 65_536).toString('latin1').replaceAll('\0', ''))

/** Parses one part piece by piece. Throws `file.zipTooLarge` past `most` bytes, `file.zipDamaged` where it is no XML. */
export async function readXml(
  zip: Zip,
  name: string,
  most: number,
  listen: (parser: SaxesParser) => void,
): Promise<void> {
  const parser = new SaxesParser()
  const fail = (reason: Reason) => {
    throw refuse(reason)
  }
  parser.on('error', () => fail('file.zipDamaged'))
  parser.on('doctype', () => fail('file.markup'))
  listen(parser)
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let size = 0
  try {
    for await (const piece of zip.read(name)) {
      size += piece.length
      if (size > most)
        throw new Refusal('invalid', 'file.zipTooLarge', { detail: { max: Math.ceil(most / 1024 / 1024) } })
      parser.write(decoder.decode(piece, { stream: true }))
      // A large part must not keep everybody else waiting.
      await new Promise(resolve => setImmediate(resolve))
    }
    parser.close()
  } catch (error) {
    throw isRefusal(error) ? error : refuse('file.zipDamaged')
  }
}
