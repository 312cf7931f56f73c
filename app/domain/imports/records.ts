import { isSparseProduct, isSparseScenario } from '../matching/import.ts'
import { SparseProduct, SparseScenario } from '../matching/sparse.ts'
import { isCriterionId } from '../ontology/criteria.ts'
import { type Cells, type Column, type ImportNoun, isSum } from './column.ts'
import { clip } from './judge.ts'
import { plainNumber } from './read-cell.ts'
import { sheets } from './sheets.ts'
import { sparseProductContent, sparseScenarioContent } from './sparse-content.ts'
import { type Places, SparseDeployment, sparseDeploymentContent } from './sparse-deployment.ts'
import { cellsOf, type Stored } from './write.ts'

/**
 * JSON in and out. Out is the public import format of `npm run match` with the fields beside it that the matcher does
 * not need; in is that, and the sparse format of public case collections.
 */
export interface RecordRead {
  cells: Cells
  /** Keys that are not imported. */
  unknown: string[]
}

/** Keys of the formats that say whose or where something is, not what it is. */
const passedOver = new Set(['vendor', 'region', 'source', 'sourceUrl', 'format'])

const lists = { scenario: 'scenarios', product: 'products', deployment: 'deployments' } as const

/** The records of a file: a list, or a list under `scenarios`, `products` or `deployments`; null when it is neither. */
export function recordsIn(noun: ImportNoun, json: unknown): unknown[] | null {
  if (Array.isArray(json)) return json
  const inner = isObject(json) && Object.hasOwn(json, lists[noun]) ? Reflect.get(json, lists[noun]) : null
  return Array.isArray(inner) ? inner : null
}

const isSparse: Record<ImportNoun, (record: object) => boolean> = {
  scenario: isSparseScenario,
  product: isSparseProduct,
  deployment: record => 'product_id' in record || 'scenario_id' in record,
}

/**
 * The cells of one record; null when it is not an object, or no record of the format it seems to be in. `places` are
 * the cases of the same file, to which a deployment points.
 */
export function readRecord(noun: ImportNoun, record: unknown, places: Places): RecordRead | null {
  if (!isObject(record)) return null
  return isSparse[noun](record) ? readSparse(noun, record, places) : readFull(noun, record)
}

function readSparse(noun: ImportNoun, record: object, places: Places): RecordRead | null {
  if (noun === 'deployment') {
    const sparse = SparseDeployment.safeParse(record)
    if (!sparse.success) return null
    const content = sparseDeploymentContent(sparse.data, places)
    return { cells: { ...cellsOf('deployment', content, 'zh'), key: sparse.data.id }, unknown: [] }
  }
  if (noun === 'scenario') {
    const sparse = SparseScenario.safeParse(record)
    if (!sparse.success) return null
    const content = sparseScenarioContent(sparse.data)
    return { cells: { ...cellsOf('scenario', content, 'zh'), key: sparse.data.id }, unknown: [] }
  }
  const sparse = SparseProduct.safeParse(record)
  if (!sparse.success) return null
  const content = sparseProductContent(sparse.data)
  return { cells: { ...cellsOf('product', content, 'zh'), key: sparse.data.id }, unknown: [] }
}

function readFull(noun: ImportNoun, record: object): RecordRead {
  const cells: Cells = {}
  const { columns, lists: groups } = sheets[noun]
  const known = new Set<string>(['specs', 'id', ...passedOver])
  for (const column of columns) {
    const name = jsonName(column)
    known.add(name.split('.')[0] ?? name)
    set(cells, column.key, column, at(record, name))
  }
  set(cells, 'key', { kind: 'text' }, at(record, 'id'))
  for (const { key, columns: fields, max } of groups) {
    known.add(key)
    const items = at(record, key)
    for (const [index, item] of (Array.isArray(items) ? items.slice(0, max + 1) : []).entries())
      for (const column of fields)
        set(cells, `${key}.${index + 1}.${column.key}`, column, at(item, column.key))
  }
  const specs = at(record, 'specs')
  const strange = (isObject(specs) ? Object.entries(specs) : [])
    .filter(([key, spec]) => !isCriterionId(key) || !isObject(spec))
    .map(([key]) => `specs.${clip(key, 60)}`)
  return { cells, unknown: [...Object.keys(record).filter(key => !known.has(key)), ...strange] }
}

/** Amounts are in 元 in JSON; everything else is called as in the content. */
const jsonName = ({ key, kind }: Column) => (isSum(kind) ? key.replace(/Fen$/, 'Yuan') : key)

function set(cells: Cells, key: string, { kind }: Pick<Column, 'kind'>, value: unknown): void {
  const cell = cellOf(value)
  if (cell === undefined || cell === '') return
  cells[key] = isSum(kind) && typeof cell === 'number' ? `${plainNumber(cell)}元` : cell
}

function cellOf(value: unknown): string | number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'string') return value
  if (Array.isArray(value))
    return value
      .map(each => (typeof each === 'string' ? each : clip(JSON.stringify(each) ?? '', 60)))
      .join('、')
  const [min, max] = [at(value, 'min'), at(value, 'max')]
  if (typeof min === 'number' && typeof max === 'number') return `${plainNumber(min)}~${plainNumber(max)}`
  return clip(JSON.stringify(value) ?? '', 120)
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function at(value: unknown, key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>(
      (inner, step) => (isObject(inner) && Object.hasOwn(inner, step) ? Reflect.get(inner, step) : undefined),
      value,
    )
}

/** One record of an export, under `id`; it is a record of the public import format as soon as it has a name. */
export function recordOf(noun: ImportNoun, id: string, content: Stored): Record<string, unknown> {
  const { columns } = sheets[noun]
  const money = columns.filter(({ kind }) => isSum(kind)).map(({ key }) => key)
  const entries = Object.entries(content).flatMap(([key, value]): [string, unknown][] => {
    if (value === undefined || value === null) return []
    if (money.includes(key)) return [[key.replace(/Fen$/, 'Yuan'), Number(value) / 100]]
    return [[key, value]]
  })
  const named = noun === 'deployment' ? {} : { [noun === 'scenario' ? 'title' : 'name']: '' }
  return { id, ...named, ...Object.fromEntries(entries) }
}
