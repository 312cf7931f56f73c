import { type Cells, type Column, type ImportNoun, numbered, type Sheet } from '#domain/imports/column.ts'
import { guardFormula } from '#domain/imports/formula.ts'
import { recordOf } from '#domain/imports/records.ts'
import { sheets } from '#domain/imports/sheets.ts'
import type { ImportFormat } from '#domain/imports/states.ts'
import { cellsOf, type Stored } from '#domain/imports/write.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { type SheetRows, writeXlsx } from './write-xlsx.ts'

/** One line to be written: its cells, and what stands in a first column of its own, such as what is wrong. */
export interface Line {
  cells: Cells
  said?: string
}

/** Records under their ids as a file that imports back to the same rows. */
export function writeRecords(
  noun: ImportNoun,
  records: readonly { id: string; content: Stored }[],
  { format, locale }: { format: ImportFormat; locale: Locale },
): Uint8Array {
  if (format === 'json') {
    const list = records.map(({ id, content }) => recordOf(noun, id, content))
    return new TextEncoder().encode(`${JSON.stringify(list, null, 1)}\n`)
  }
  const lines = records.map(({ id, content }) => ({ cells: { ...cellsOf(noun, content, locale), key: id } }))
  return writeLines(noun, lines, { format, locale })
}

/** Lines as a table: a workbook has a sheet for each list, a flat table numbered columns. */
export function writeLines(
  noun: ImportNoun,
  lines: readonly Line[],
  { format, locale, blank = false }: { format: 'xlsx' | 'csv'; locale: Locale; blank?: boolean },
): Uint8Array {
  const sheet = sheets[noun]
  const has = (key: string) => lines.some(({ cells }) => Object.hasOwn(cells, key))
  const own = sheet.columns.filter(column => has(column.key) || (blank && !column.rare))
  const said = lines.some(line => line.said !== undefined)
  if (format === 'csv') {
    const flat = sheet.lists.flatMap(group =>
      Array.from({ length: group.max }, (_, at) =>
        group.columns
          .map(column => numbered(group, column, at + 1))
          .filter(column => has(column.key) || (blank && at < group.offered)),
      ).flat(),
    )
    return csvOf(tableOf([...own, ...flat], lines, { locale, said }))
  }
  return writeXlsx([
    { name: sheet.label[locale], rows: tableOf(own, lines, { locale, said }) },
    ...sheet.lists.map(group => ({ name: group.label[locale], rows: listRows(group, lines, locale) })),
    ...(blank ? [helpSheet(sheet, locale)] : []),
  ])
}

function tableOf(
  columns: readonly Column[],
  lines: readonly Line[],
  { locale, said }: { locale: Locale; said: boolean },
): SheetRows {
  const header = [
    ...(said ? [locale === 'zh' ? '错误' : 'errors'] : []),
    ...columns.map(column => titleOf(column, locale)),
  ]
  const rows = lines.map(line => [
    ...(said ? [guardFormula(line.said ?? '')] : []),
    ...columns.map(({ key }) => cellOut(line.cells[key])),
  ])
  return [header, ...rows]
}

/** The lines of a list sheet; each names the row of the first sheet that it belongs to, the header being row 1. */
function listRows(
  { key, columns, max }: Sheet['lists'][number],
  lines: readonly Line[],
  locale: Locale,
): SheetRows {
  const rows = lines.flatMap(({ cells }, at) =>
    Array.from({ length: max }, (_, n) =>
      columns.map(column => cellOut(cells[`${key}.${n + 1}.${column.key}`])),
    )
      .filter(row => row.some(cell => cell !== null))
      .map(row => [at + 2, ...row]),
  )
  return [[locale === 'zh' ? '行' : 'row', ...columns.map(column => titleOf(column, locale))], ...rows]
}

const cellOut = (cell: string | number | undefined) =>
  cell === undefined ? null : typeof cell === 'number' ? cell : guardFormula(cell)

/** `* 载重（kg）`: a star before what has to be there, the unit of a bare number behind. */
function titleOf({ label, unit, needed }: Column, locale: Locale): string {
  const name = needed ? `* ${label[locale]}` : label[locale]
  if (!unit) return name
  return locale === 'zh' ? `${name}（${unit.zh}）` : `${name} (${unit.en})`
}

/** What may stand in each column, for people. */
function helpSheet(sheet: Sheet, locale: Locale): { name: string; rows: SheetRows } {
  const zh = locale === 'zh'
  const columns = [
    ...sheet.columns.filter(column => !column.rare),
    ...sheet.lists.flatMap(group => group.columns),
  ]
  const rows = columns.map(column => [
    column.label[locale],
    column.needed ? (zh ? '提交审核前必填' : 'needed before review') : '',
    column.help?.[locale] ?? '',
    column.options
      ? Object.values(column.options)
          .map(option => option[locale])
          .join(zh ? '、' : '; ')
          .slice(0, 4_000)
      : (column.example ?? ''),
  ])
  const header = zh ? ['列', '', '说明', '可填的值或示例'] : ['column', '', 'help', 'options or an example']
  return { name: zh ? '填写说明' : 'Help', rows: [header, ...rows.map(row => row.map(guardFormula))] }
}

/** RFC 4180 with a byte order mark, everything quoted but numbers. */
function csvOf(rows: SheetRows): Uint8Array {
  const cell = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? ''
      : typeof value === 'number'
        ? String(value)
        : `"${value.replaceAll('"', '""')}"`
  return new TextEncoder().encode(`\ufeff${rows.map(row => row.map(cell).join(',')).join('\r\n')}\r\n`)
}
