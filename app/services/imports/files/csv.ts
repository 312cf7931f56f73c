import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import type { ImportNoun } from '#domain/imports/column.ts'
import { readHeadings } from '#domain/imports/headers.ts'
import { importLimits } from '#domain/imports/limits.ts'
import { isRefusal } from '../../refusal.ts'
import { broken, cellsUnder, headerTexts, isBlank, type RawRow, type ReadFile, rowCounter } from './table.ts'

/** A table in text: comma, semicolon or tab, quoted as RFC 4180 says. */
export async function readCsv(noun: ImportNoun, text: string): Promise<ReadFile> {
  const rows = rowsOf(text)
  const first = await nextFilled(rows)
  if (!first) throw broken('import.empty')
  const { columns, unknown, repeated } = readHeadings(noun, headerTexts(first.cells))
  if (columns.every(column => column === null)) throw broken('import.noColumns')
  async function* body() {
    const count = rowCounter()
    for (let row = await nextFilled(rows); row; row = await nextFilled(rows)) {
      count()
      yield { line: row.line, ...cellsUnder(columns, row.cells) }
    }
  }
  return { format: 'csv', unknown, repeated, orphans: [], rows: body() }
}

async function nextFilled(rows: AsyncGenerator<RawRow>): Promise<RawRow | null> {
  for (let next = await rows.next(); !next.done; next = await rows.next())
    if (!isBlank(next.value.cells)) return next.value
  return null
}

async function* rowsOf(text: string): AsyncGenerator<RawRow> {
  const hint = /^sep=([,;\t])\r?\n/.exec(text.slice(0, 8))
  const body = hint ? text.slice(hint[0].length) : text
  const parser = parse({
    delimiter: hint?.[1] ?? delimiterOf(body),
    relax_column_count: true,
    max_record_size: importLimits.columns * importLimits.cell,
  })
  Readable.from(pieces(body)).pipe(parser)
  let line = hint ? 1 : 0
  try {
    for await (const record of parser) {
      line += 1
      const cells: string[] = record
      if (cells.length > importLimits.columns && !isBlank(cells.slice(importLimits.columns)))
        throw broken('import.tooManyColumns', { max: importLimits.columns })
      yield { line, cells }
    }
  } catch (error) {
    if (isRefusal(error)) throw error
    if (error instanceof CsvError)
      throw broken('import.csvBroken', { line: parser.info.lines + (hint ? 1 : 0) })
    throw error
  } finally {
    parser.destroy()
  }
}

const pieceLength = 64 * 1024

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += pieceLength) yield text.slice(at, at + pieceLength)
}

/** The one of comma, semicolon and tab that stands most often in the first line, outside quotes. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replaceAll(/"(?:[^"]|"")*"/g, '')
  const line = head.split(/\r?\n/).find(each => each.trim() !== '') ?? ''
  const count = (sign: string) => line.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/**
 * The text of a file in UTF-8 with or without a mark, UTF-16 with one, or GB18030, which is what a Chinese spreadsheet
 * saves without being asked. Throws a `Refusal` when it is none of them.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decoded('utf-16le', bytes) ?? unreadable()
  if (first === 0xfe && second === 0xff) return decoded('utf-16be', bytes) ?? unreadable()
  return decoded('utf-8', bytes) ?? decoded('gb18030', bytes) ?? unreadable()
}

function decoded(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function unreadable(): never {
  throw broken('import.encoding')
}
