import { type CriterionId, criterionOf, isCriterionId, isRange, isSet } from '../ontology/criteria.ts'
import { readValue } from '../ontology/values.ts'
import { instantFromLocal, localText } from '../shared/dates.ts'
import type { Locale } from '../shared/localized.ts'
import type { Cells, Column, ImportNoun } from './column.ts'
import { optionNamed, plainNumber, readCell } from './read-cell.ts'
import { sheets } from './sheets.ts'

/** The content of a scenario or a product, as it is kept: dates may be text. */
export type Stored = Readonly<Record<string, unknown>>

/**
 * A record as the cells of a table, in words of the reader's language. Whatever is written reads back as the very
 * same content; what is unknown has no cell.
 */
export function cellsOf(noun: ImportNoun, content: Stored, locale: Locale): Cells {
  const cells: Cells = {}
  const set = (key: string, column: Column, value: unknown, criterion?: CriterionId) => {
    const cell = writeCell(column, { value, criterion: column.criterion ?? criterion }, locale)
    if (cell !== undefined && cell !== '') cells[key] = cell
  }
  for (const column of sheets[noun].columns) {
    const value = at(content, column.key)
    if (column.key.endsWith('.grade') && value === 'C') continue
    set(column.key, column, value)
  }
  for (const { key, columns } of sheets[noun].lists) {
    const items = content[key]
    for (const [index, item] of (Array.isArray(items) ? items : []).entries()) {
      const named = at(item, 'criterion')
      for (const column of columns)
        set(
          `${key}.${index + 1}.${column.key}`,
          column,
          at(item, column.key),
          isCriterionId(named) ? named : undefined,
        )
    }
  }
  return cells
}

function at(value: unknown, key: string): unknown {
  return key.split('.').reduce<unknown>((inner, step) => {
    const isObject = typeof inner === 'object' && inner !== null
    return isObject && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined
  }, value)
}

interface Written {
  value: unknown
  criterion: CriterionId | undefined
}

function writeCell(
  column: Column,
  { value, criterion }: Written,
  locale: Locale,
): string | number | undefined {
  if (value === undefined || value === null) return undefined
  switch (column.kind) {
    case 'number':
      return typeof value === 'number' ? value : String(value)
    case 'money':
      return Number(value) / 1_000_000
    case 'yuan':
      return Number(value) / 100
    case 'moment':
      return momentText(value)
    case 'yes':
      return value === true ? yes[locale] : no[locale]
    case 'choice':
      return optionText(column, String(value), locale)
    case 'list':
      return listText(column, Array.isArray(value) ? value.map(String) : [], locale)
    case 'criterion':
    case 'value':
      return criterion ? valueText(criterion, value, locale) : undefined
    default:
      return String(value)
  }
}

const yes = { zh: '是', en: 'yes' }
const no = { zh: '否', en: 'no' }
const comma = { zh: '、', en: '; ' }

/** The option in words where those lead back to it, else its id. */
function optionText({ options = {} }: Pick<Column, 'options'>, id: string, locale: Locale): string {
  const label = Object.hasOwn(options, id) ? options[id]?.[locale] : undefined
  return label !== undefined && optionNamed(options, label) === id ? label : id
}

function listText(column: Column, ids: readonly string[], locale: Locale): string {
  const words = ids.map(id => optionText(column, id, locale)).join(comma[locale])
  const back = readCell(column, words)
  const isSame = back.ok && Array.isArray(back.value) && back.value.join() === ids.join()
  return isSame ? words : ids.join(comma[locale])
}

/** The Beijing clock to the minute; an instant that lies between two minutes is written with its offset. */
function momentText(value: unknown): string | undefined {
  const instant = value instanceof Date ? value : new Date(String(value))
  if (Number.isNaN(instant.getTime())) return undefined
  const local = localText(instant)
  return instantFromLocal(local)?.getTime() === instant.getTime()
    ? local.replace('T', ' ')
    : instant.toISOString()
}

function valueText(id: CriterionId, value: unknown, locale: Locale): string | number | undefined {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? yes[locale] : no[locale]
  if (isRange(value)) return `${plainNumber(value.min)}~${plainNumber(value.max)}`
  const options = criterionOf(id).options ?? {}
  if (typeof value === 'string') {
    const words = optionText({ options }, value, locale)
    return readsAs(id, words, value) ? words : value
  }
  if (!isSet(value)) return undefined
  const words = value.map(each => optionText({ options }, each, locale)).join(comma[locale])
  return readsAs(id, words, value) ? words : value.join(comma[locale])
}

function readsAs(id: CriterionId, words: string, value: unknown): boolean {
  const read = readValue(id, words, 'have')
  return read.ok && JSON.stringify(read.value) === JSON.stringify(value)
}
