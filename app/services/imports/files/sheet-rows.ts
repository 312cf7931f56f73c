import { importLimits } from '#domain/imports/limits.ts'
import { broken, isBlank, type RawCell, type RawRow } from './table.ts'
import { walkXml } from './xml.ts'

/** More of one text than this is not kept; the cell is refused as too long anyway. */
const textCap = importLimits.cell * 2 + 2
/** Bounds of the table of texts: 1,000,000 texts, 40 million characters. */
const stringBounds = { count: 1_000_000, characters: 40_000_000 }

/** The table of texts that cells point into; phonetic readings are not part of a text. */
export async function readStrings(pieces: AsyncIterable<Buffer>): Promise<string[]> {
  const strings: string[] = []
  let [text, isText, phonetic, characters] = ['', false, 0, 0]
  const walk = walkXml(pieces, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') phonetic += 1
      isText = name === 't' && phonetic === 0
    },
    text(more) {
      if (isText && text.length < textCap) text += more
    },
    close(name) {
      isText = false
      if (name === 'rPh') phonetic -= 1
      if (name !== 'si') return
      strings.push(unescaped(text))
      characters += text.length
      if (strings.length > stringBounds.count || characters > stringBounds.characters)
        throw broken('import.tooLarge')
    },
  })
  for await (const _ of walk) {
    // Collected above.
  }
  return strings
}

interface Cell {
  at: number
  type: string
  hasFormula: boolean
  text: string
}

/** The rows of one sheet that hold something, in order, with the cached values of formulas; nothing is evaluated. */
export async function* readSheet(
  pieces: AsyncIterable<Buffer>,
  strings: readonly string[],
): AsyncGenerator<RawRow> {
  let ready: RawRow[] = []
  let row: RawRow = { line: 0, cells: [] }
  let cell: Cell | null = null
  let [isText, phonetic] = [false, 0]
  const walk = walkXml(pieces, {
    open(name, given) {
      if (name === 'row') row = { line: lineOf(given.r, row.line), cells: [] }
      else if (name === 'c')
        cell = {
          at: columnIn(given.r) ?? row.cells.length,
          type: given.t ?? 'n',
          hasFormula: false,
          text: '',
        }
      else if (name === 'f' && cell) cell.hasFormula = true
      else if (name === 'rPh') phonetic += 1
      isText = name === 'v' || (name === 't' && phonetic === 0)
    },
    text(more) {
      if (isText && cell && cell.text.length < textCap) cell.text += more
    },
    close(name) {
      isText = false
      if (name === 'rPh') phonetic -= 1
      if (name === 'c' && cell) {
        put(row.cells, cell.at, cellValue(cell, strings))
        cell = null
      }
      if (name === 'row' && !isBlank(row.cells)) ready.push(row)
    },
  })
  for await (const _ of walk) {
    yield* ready
    ready = []
  }
}

const lineOf = (r: string | undefined, before: number) => (/^\d{1,7}$/.test(r ?? '') ? Number(r) : before + 1)

/** `C7` stands in the third column. */
function columnIn(r: string | undefined): number | null {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(r ?? '')?.[0]
  if (letters === undefined) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

function put(cells: RawCell[], at: number, value: RawCell): void {
  if (value === null || value === '') return
  if (at >= importLimits.columns) throw broken('import.tooManyColumns', { max: importLimits.columns })
  while (cells.length < at) cells.push(null)
  cells[at] = value
}

function cellValue({ type, text, hasFormula }: Cell, strings: readonly string[]): RawCell {
  if (type === 'e') return { problem: 'imports.cell.formulaError', text }
  if (text === '') return hasFormula ? { problem: 'imports.cell.formulaEmpty', text } : null
  if (type === 's') return strings[Number(text)] ?? null
  if (type === 'b') return text === '1' ? 'yes' : 'no'
  if (type === 'inlineStr' || type === 'str' || type === 'd') return unescaped(text)
  const value = Number(text)
  return Number.isFinite(value) ? value : text
}

/** `_x000D_` is how a workbook writes a sign that XML cannot hold. */
const unescaped = (text: string) =>
  text.replaceAll(/_x([0-9a-f]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
