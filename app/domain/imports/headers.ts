import { parseQuantity, units } from '../ontology/units.ts'
import { type Column, type ImportNoun, isSum, type ListGroup, numbered } from './column.ts'
import { sheets } from './sheets.ts'

/** One column of a file: what it is, and the unit its header names when that is another than ours. */
export interface Heading {
  column: Column
  /** Put behind every bare number of the column: `g` under 载重（g）. */
  unit?: string
}

/** A header row as it was understood. Positions that say nothing we know are null. */
export interface Headings {
  columns: (Heading | null)[]
  /** Headers that nothing is known about, as typed; their cells are not imported. */
  unknown: string[]
  /** Headers that stand twice; the first one counts. */
  repeated: string[]
}

/** Columns that our own files have for the reader: understood and passed over. */
const passedOver = new Set(['错误', 'errors', '行', 'row'])
/** The column of a list sheet that says to which row of the first sheet a line belongs. */
const lineNames = new Set(['行', 'row', '行号', '序号', 'line'])

/** Compared without case, spaces, full-width forms and the star of a needed column. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s*_]+/g, '')

const namesOf = ({ label, aliases = [], key }: Column) => [label.zh, label.en, key, ...aliases].map(plain)

function indexOf(columns: readonly Column[]): Map<string, Column> {
  const index = new Map<string, Column>()
  for (const column of columns)
    for (const name of namesOf(column)) if (!index.has(name)) index.set(name, column)
  return index
}

const flat = (group: ListGroup) =>
  Array.from({ length: group.max + 1 }, (_, at) =>
    group.columns.map(column => numbered(group, column, at + 1)),
  ).flat()

const indexes: Readonly<Record<ImportNoun, Map<string, Column>>> = {
  scenario: indexOf([...sheets.scenario.columns, ...sheets.scenario.lists.flatMap(flat)]),
  product: indexOf([...sheets.product.columns, ...sheets.product.lists.flatMap(flat)]),
  deployment: indexOf(sheets.deployment.columns),
}

/** Reads the header row of a table of this noun. */
export function readHeadings(noun: ImportNoun, header: readonly string[]): Headings {
  return headings(indexes[noun], header)
}

/** Reads the header row of a list sheet; `line` is the position of the column that names the row, or -1. */
export function readListHeadings(group: ListGroup, header: readonly string[]): Headings & { line: number } {
  const line = header.findIndex(name => lineNames.has(plain(name)))
  const rest = header.map((name, at) => (at === line ? '' : name))
  return { ...headings(indexOf(group.columns), rest), line }
}

function headings(index: ReadonlyMap<string, Column>, header: readonly string[]): Headings {
  const seen = new Set<string>()
  const read: Headings = { columns: [], unknown: [], repeated: [] }
  for (const typed of header) {
    const heading = headingOf(index, typed)
    const isNew = heading !== null && !seen.has(heading.column.key)
    read.columns.push(isNew ? heading : null)
    if (isNew) seen.add(heading.column.key)
    else if (heading) read.repeated.push(typed)
    else if (plain(typed) !== '' && !passedOver.has(plain(typed))) read.unknown.push(typed)
  }
  return read
}

/** `载重`, `载重（kg）`, `* Payload (g)`; a unit that the column cannot be in makes the header an unknown one. */
function headingOf(index: ReadonlyMap<string, Column>, typed: string): Heading | null {
  const whole = index.get(plain(typed))
  if (whole) return { column: whole }
  const [, name, unit] = /^(.+?)\((.*)\)$/.exec(typed.normalize('NFKC').trim()) ?? []
  const column = name === undefined ? undefined : index.get(plain(name))
  if (!column || unit === undefined) return null
  const own = column.unit
  if (!own || [own.zh, own.en].some(each => plain(each) === plain(unit))) return { column }
  return isUnitOf(column, unit) ? { column, unit: unit.trim() } : null
}

function isUnitOf({ kind, criterion, unit: own }: Column, unit: string): boolean {
  if (isSum(kind)) return ['元', '万', '万元'].includes(unit.trim())
  if (!criterion || !own) return false
  const kept = Object.entries(units).find(([, { label }]) => label === own)?.[0]
  return kept !== undefined && parseQuantity(kept as keyof typeof units, `1 ${unit}`) !== null
}
