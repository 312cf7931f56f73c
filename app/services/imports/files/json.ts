import type { ImportNoun } from '#domain/imports/column.ts'
import { cleanCell } from '#domain/imports/judge.ts'
import { importLimits } from '#domain/imports/limits.ts'
import { readRecord, recordsIn } from '#domain/imports/records.ts'
import { placesIn } from '#domain/imports/sparse-deployment.ts'
import { broken, type ReadFile, type ReadRow } from './table.ts'

/** Records in JSON: the public import format of `npm run match`, or the sparse one. */
export function readJson(noun: ImportNoun, text: string): ReadFile {
  const json = parsed(text)
  const records = recordsIn(noun, json)
  if (!records) throw broken('import.noRecords')
  if (records.length === 0) throw broken('import.empty')
  if (records.length > importLimits.rows) throw broken('import.tooManyRows', { max: importLimits.rows })
  const places = placesIn(json)
  const unknown = new Set<string>()
  async function* rows(): AsyncGenerator<ReadRow> {
    for (const [index, record] of records?.entries() ?? []) {
      const read = readRecord(noun, record, places)
      for (const key of read?.unknown ?? [])
        if (unknown.size < 50) unknown.add(cleanCell(key.slice(0, 200)).text)
      yield read
        ? rowOf(index + 1, read.cells)
        : { line: index + 1, cells: {}, problems: { '': 'imports.cell.noRecord' } }
    }
  }
  // The names are known once the records have been read; the list is filled on the way.
  const file: ReadFile = { format: 'json', unknown: [], repeated: [], orphans: [], rows: rows() }
  return Object.defineProperty(file, 'unknown', { get: () => [...unknown] })
}

function rowOf(line: number, given: ReadRow['cells']): ReadRow {
  const row: ReadRow = { line, cells: {}, problems: {} }
  for (const [key, cell] of Object.entries(given)) {
    const { text, problem } = typeof cell === 'string' ? cleanCell(cell) : { text: cell, problem: undefined }
    row.cells[key] = text
    if (problem !== undefined) row.problems[key] = problem
  }
  return row
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    // Too deep a nesting is a RangeError.
    if (error instanceof SyntaxError || error instanceof RangeError) throw broken('import.jsonBroken')
    throw error
  }
}
