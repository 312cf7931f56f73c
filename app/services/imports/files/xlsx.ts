import type { ImportNoun, ListGroup } from '#domain/imports/column.ts'
import { readHeadings, readListHeadings } from '#domain/imports/headers.ts'
import { importLimits } from '#domain/imports/limits.ts'
import { sheets } from '#domain/imports/sheets.ts'
import { openZip, type Zip } from '../../files/zip.ts'
import { readSheet, readStrings } from './sheet-rows.ts'
import {
  broken,
  cellsUnder,
  headerTexts,
  type RawRow,
  type ReadFile,
  type ReadRow,
  rowCounter,
} from './table.ts'
import { readXml } from './xml.ts'

/** Sheets compress well and are read in pieces, so more than elsewhere is allowed, but never without a bound. */
const bounds = {
  entries: 500,
  ratio: 40,
  floorBytes: 64 * 1024 * 1024,
  capBytes: 160 * 1024 * 1024,
  nameLength: 240,
}

interface Workbook {
  sheets: { name: string; path: string }[]
  strings: string | null
  /** Counts days from 1904, as old Macintosh workbooks do. */
  from1904: boolean
}

/** A workbook: the first sheet or the one named 场景 / 产品, with the sheets of its lists beside it. */
export async function readXlsx(noun: ImportNoun, bytes: Buffer): Promise<ReadFile> {
  const zip = await openZip(bytes, bounds)
  try {
    const book = await readWorkbook(zip)
    const strings = book.strings && zip.has(book.strings) ? await readStrings(zip.read(book.strings)) : []
    const { main, lists } = sheetsOf(noun, book)
    const orphans: string[] = []
    const beside = await Promise.all(
      lists.map(({ group, path }) => readList(group, readSheet(zip.read(path), strings))),
    )
    const rows = readSheet(zip.read(main), strings)
    const first = await rows.next()
    if (first.done) throw broken('import.empty')
    const header = readHeadings(noun, headerTexts(first.value.cells))
    if (header.columns.every(column => column === null)) throw broken('import.noColumns')
    async function* body(): AsyncGenerator<ReadRow> {
      const count = rowCounter()
      try {
        for await (const { line, cells } of rows) {
          count()
          const read = cellsUnder(header.columns, cells)
          if (book.from1904) shiftDates(read, header)
          for (const list of beside) list.give(line, read)
          if (Object.keys(read.cells).length + Object.keys(read.problems).length > 0) yield { line, ...read }
        }
        orphans.push(...beside.flatMap(list => list.left()))
      } finally {
        zip.close()
      }
    }
    const unknown = [...header.unknown, ...beside.flatMap(list => list.unknown)]
    return { format: 'xlsx', unknown, repeated: header.repeated, orphans, rows: body() }
  } catch (error) {
    zip.close()
    throw error
  }
}

const days1904 = 1462

function shiftDates({ cells }: Omit<ReadRow, 'line'>, { columns }: ReturnType<typeof readHeadings>): void {
  for (const heading of columns) {
    const cell = heading?.column.kind === 'moment' ? cells[heading.column.key] : undefined
    if (heading && typeof cell === 'number') cells[heading.column.key] = cell + days1904
  }
}

const workbookPath = 'xl/workbook.xml'

async function readWorkbook(zip: Zip): Promise<Workbook> {
  if (!zip.has(workbookPath)) throw broken('import.noWorkbook')
  const targets = new Map<string, { path: string; type: string }>()
  const rels = 'xl/_rels/workbook.xml.rels'
  if (zip.has(rels))
    await readXml(zip.read(rels), {
      open(name, { Id, Target, Type }) {
        if (name === 'Relationship' && Id && Target)
          targets.set(Id, { path: inside(Target), type: Type ?? '' })
      },
    })
  const book: Workbook = { sheets: [], strings: null, from1904: false }
  await readXml(zip.read(workbookPath), {
    open(name, given) {
      if (name === 'workbookPr') book.from1904 = ['1', 'true'].includes(given.date1904 ?? '')
      const path = targets.get(given['r:id'] ?? given.id ?? '')?.path
      if (name === 'sheet' && path && zip.has(path)) book.sheets.push({ name: given.name ?? '', path })
    },
  })
  book.strings = [...targets.values()].find(({ type }) => type.endsWith('/sharedStrings'))?.path ?? null
  return book
}

/** A part's path: `worksheets/sheet1.xml` beside the workbook, `/xl/…` from the root. */
const inside = (target: string) => (target.startsWith('/') ? target.slice(1) : `xl/${target}`)

function sheetsOf(noun: ImportNoun, { sheets: all }: Workbook) {
  const { label, lists } = sheets[noun]
  const named = (name: string, { zh, en }: { zh: string; en: string }) =>
    [zh, en].some(each => each.toLowerCase() === name.trim().toLowerCase())
  const present = lists.flatMap(group => {
    const sheet = all.find(({ name }) => named(name, group.label))
    return sheet ? [{ group, path: sheet.path }] : []
  })
  const main =
    all.find(({ name }) => named(name, label)) ??
    all.find(({ path }) => !present.some(each => each.path === path))
  if (!main) throw broken('import.noWorkbook')
  return { main: main.path, lists: present }
}

/** A list sheet as a whole, by the row that each line names: its number in the first sheet, or its own reference. */
async function readList(group: ListGroup, rows: AsyncIterable<RawRow>) {
  const lines = new Map<string, { line: number; read: Omit<ReadRow, 'line'> }[]>()
  const count = rowCounter(importLimits.listRows)
  let headings: ReturnType<typeof readListHeadings> | null = null
  for await (const { line, cells } of rows) {
    if (!headings) {
      headings = readListHeadings(group, headerTexts(cells))
      continue
    }
    count()
    const owner = String(cells[headings.line] ?? '').trim()
    const own = lines.get(owner) ?? []
    lines.set(owner, own)
    own.push({ line, read: cellsUnder(headings.columns, cells) })
  }
  return {
    unknown: (headings?.unknown ?? []).map(name => `${group.label.zh}!${name}`),
    give(line: number, row: Omit<ReadRow, 'line'>) {
      const name = [String(row.cells.key ?? ''), String(line)].find(each => lines.has(each))
      if (name === undefined) return
      for (const [index, { read }] of (lines.get(name) ?? []).slice(0, group.max + 1).entries()) {
        for (const [key, cell] of Object.entries(read.cells))
          row.cells[`${group.key}.${index + 1}.${key}`] = cell
        for (const [key, said] of Object.entries(read.problems))
          row.problems[`${group.key}.${index + 1}.${key}`] = said
      }
      lines.delete(name)
    },
    left: () =>
      [...lines.values()]
        .flat()
        .slice(0, 20)
        .map(({ line }) => `${group.label.zh}!${line}`),
  }
}
