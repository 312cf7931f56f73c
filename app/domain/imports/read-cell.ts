import { saysUnknown } from '../ontology/values.ts'
import type { Column } from './column.ts'

/** What goes to the field's rule: text as typed, an option's id, a truth value; `undefined` is not known. */
export type ReadCell = { ok: true; value: unknown } | { ok: false; message: string }

const given = (value: unknown): ReadCell => ({ ok: true, value })
const separators = /[、,，;；\n]/

/** Reads one cell the way people type it. What is wrong with the value itself is for the field's rule to say. */
export function readCell({ kind, options = {} }: Column, cell: string | number): ReadCell {
  const text = typeof cell === 'number' ? plainNumber(cell) : cell
  switch (kind) {
    case 'text':
    case 'rowKey':
      return given(text)
    case 'choice': {
      const option = optionNamed(options, text)
      return given(option ?? (saysUnknown(text) ? undefined : text))
    }
    case 'list':
      return given(saysUnknown(text) ? undefined : listIn(options, text))
    case 'yes':
      return truthIn(text)
    case 'moment':
      return given(typeof cell === 'number' ? dateOfSerial(cell) : momentIn(text))
    case 'day':
      return given((typeof cell === 'number' ? dateOfSerial(cell) : momentIn(text))?.replace(/T.*$/, ''))
    case 'criterion':
    case 'value':
      return given(typeof cell === 'number' ? cell : (wordOf(text) ?? text))
    case 'number':
    case 'money':
    case 'yuan':
      return given(saysUnknown(text) ? undefined : text)
  }
}

/** The option whose id or label in either language this is. */
export function optionNamed(options: NonNullable<Column['options']>, text: string): string | undefined {
  const wanted = plain(text)
  return Object.entries(options).find(([id, { zh, en }]) =>
    [id, zh, en].some(name => plain(name) === wanted),
  )?.[0]
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase()

function listIn(options: NonNullable<Column['options']>, text: string): string[] {
  const parts = text.split(separators).filter(part => part.trim() !== '')
  return [...new Set(parts.map(part => optionNamed(options, part) ?? part.trim()))]
}

const yesWords = new Set(['是', '有', '能', '支持', 'yes', 'y', 'true', '1', '√', '✓'])
const noWords = new Set(['否', '无', '不能', '不支持', 'no', 'n', 'false', '0', '×'])

function truthIn(text: string): ReadCell {
  const word = plain(text)
  if (yesWords.has(word)) return given(true)
  if (noWords.has(word)) return given(false)
  return word === '' || saysUnknown(text) ? given(undefined) : { ok: false, message: 'imports.cell.yesNo' }
}

/** The words for yes and no that a criterion's rule does not know, in its own words. */
function wordOf(text: string): string | null {
  const word = plain(text)
  if (['有', '能', '支持', '√', '✓'].includes(word)) return 'yes'
  return ['无', '不能', '不支持', '×'].includes(word) ? 'no' : null
}

/** `2027/3/31 17:00` and `2027-3-31` as the rule wants them; a day alone ends with its last minute. */
function momentIn(text: string): string | undefined {
  if (text.trim() === '' || saysUnknown(text)) return undefined
  const typed = text.normalize('NFKC').trim()
  const [, year, month, day, hour, minute = '00'] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ]+(\d{1,2}):(\d{2})(?::00)?)?$/.exec(typed) ?? []
  if (!year || !month || !day) return typed
  const on = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return hour === undefined ? `${on}T23:59` : `${on}T${hour.padStart(2, '0')}:${minute}`
}

const msPerDay = 86_400_000
/** The day that spreadsheets count from, two days before 1900-01-01 by their own old mistake. */
const dayZero = Date.UTC(1899, 11, 30)

/** A spreadsheet's date cell, days since its beginning, as Beijing wall clock; whole days end with their last minute. */
function dateOfSerial(serial: number): string {
  const ms = Math.round((serial * msPerDay) / 60_000) * 60_000
  if (!(serial > 0 && serial < 2_958_466)) return plainNumber(serial)
  const wall = new Date(dayZero + ms).toISOString()
  return Number.isInteger(serial) ? `${wall.slice(0, 10)}T23:59` : wall.slice(0, 16)
}

/** A number as people write it, without an exponent. */
export function plainNumber(value: number): string {
  const text = String(value)
  if (!text.includes('e')) return text
  if (!Number.isFinite(value) || Math.abs(value) >= 1e15) return text
  let plain = value.toFixed(20)
  while (plain.endsWith('0')) plain = plain.slice(0, -1)
  return plain.endsWith('.') ? plain.slice(0, -1) : plain
}
