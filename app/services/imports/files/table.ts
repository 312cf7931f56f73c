import type { Cells } from '#domain/imports/column.ts'
import { unguardFormula } from '#domain/imports/formula.ts'
import type { Heading } from '#domain/imports/headers.ts'
import { cleanCell } from '#domain/imports/judge.ts'
import { importLimits } from '#domain/imports/limits.ts'
import type { ImportFormat } from '#domain/imports/states.ts'
import type { Reason } from '#domain/shared/verdict.ts'
import { Refusal } from '../../refusal.ts'

/** A value as the file has it; a problem instead where the file itself has none, such as a formula's error. */
export type RawCell = string | number | null | { problem: string; text: string }

/** One row of a table; `line` is its number in the file, as a spreadsheet counts. */
export interface RawRow {
  line: number
  cells: RawCell[]
}

/** One record of a file, ready to be judged. */
export interface ReadRow {
  line: number
  cells: Cells
  /** What the reader found wrong with cells, by column key. */
  problems: Record<string, string>
}

/** A file that has been opened: what its header says, and its rows one by one. */
export interface ReadFile {
  format: ImportFormat
  unknown: string[]
  repeated: string[]
  /** Lines of a list sheet that belong to no row, such as `验收指标!5`; complete when all rows have been read. */
  orphans: string[]
  rows: AsyncIterable<ReadRow>
}

export const broken = (reason: Reason, detail: Record<string, string | number> = {}) =>
  new Refusal('invalid', reason, { path: 'file', detail })

/** Puts the cells of one row under their columns' keys. */
export function cellsUnder(
  columns: readonly (Heading | null)[],
  raw: readonly RawCell[],
): Omit<ReadRow, 'line'> {
  const read: Omit<ReadRow, 'line'> = { cells: {}, problems: {} }
  for (const [at, value] of raw.entries()) {
    const heading = columns[at]
    if (heading) take(read, heading, value)
  }
  return read
}

function take({ cells, problems }: Omit<ReadRow, 'line'>, heading: Heading, value: RawCell): void {
  const { key } = heading.column
  if (value === null || value === '') return
  if (typeof value === 'number') {
    cells[key] = heading.unit === undefined ? value : `${value} ${heading.unit}`
    return
  }
  const { text, problem } = cleanCell(unguardFormula(typeof value === 'string' ? value : value.text))
  if (text.trim() === '' && typeof value === 'string') return
  cells[key] = withUnit(text, heading)
  const wrong = typeof value === 'string' ? problem : value.problem
  if (wrong !== undefined) problems[key] = wrong
}

/** A bare number under a header of another unit is in that unit. */
const withUnit = (text: string, { unit }: Heading) =>
  unit !== undefined && /^[\d\s.,~～至到–—+-]+$/u.test(text) ? `${text} ${unit}` : text

export const isBlank = (cells: readonly RawCell[]) =>
  cells.every(cell => cell === null || (typeof cell === 'string' && cell.trim() === ''))

/** The header as text; its guard is taken off like any other cell's. */
export function headerTexts(cells: readonly RawCell[]): string[] {
  if (cells.length > importLimits.columns)
    throw broken('import.tooManyColumns', { max: importLimits.columns })
  return cells.map(cell => {
    const text = cell === null ? '' : typeof cell === 'object' ? cell.text : String(cell)
    return cleanCell(unguardFormula(text)).text.slice(0, 200)
  })
}

/** Counts the rows that hold something; one too many ends the reading. */
export function rowCounter(max: number = importLimits.rows): () => void {
  let rows = 0
  return () => {
    rows += 1
    if (rows > max) throw broken('import.tooManyRows', { max })
  }
}
