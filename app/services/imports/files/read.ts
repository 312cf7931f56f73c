import type { ImportNoun } from '#domain/imports/column.ts'
import { importLimits } from '#domain/imports/limits.ts'
import { decodeText, readCsv } from './csv.ts'
import { readJson } from './json.ts'
import { broken, type ReadFile } from './table.ts'
import { readXlsx } from './xlsx.ts'

/** Opens a file by what it is, whatever it is called. Throws a `Refusal` that says what is wrong with it. */
export async function readImportFile(noun: ImportNoun, bytes: Buffer): Promise<ReadFile> {
  if (bytes.length === 0) throw broken('import.empty')
  if (bytes.length > importLimits.bytes) throw broken('import.tooLarge')
  const magic = bytes.subarray(0, 4).toString('hex')
  if (magic === '504b0304' || magic === '504b0506') return readXlsx(noun, bytes)
  if (magic === 'd0cf11e0') throw broken('import.oldExcel')
  if (magic === '25504446') throw broken('import.encoding')
  const text = decodeText(bytes)
  return /^\s*[[{]/.test(text.slice(0, 1_000)) ? readJson(noun, text) : readCsv(noun, text)
}
