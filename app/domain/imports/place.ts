import { criterionOf, isCriterionId } from '../ontology/criteria.ts'
import { saysUnknown } from '../ontology/values.ts'
import { type Cells, type Column, type ImportNoun, numbered } from './column.ts'
import { readCell } from './read-cell.ts'
import { sheets } from './sheets.ts'

/** Every column of this noun by its key, the numbered ones of its lists with them; one too many, so that it is refused. */
const byKey = Object.fromEntries(
  Object.values(sheets).map(({ noun, columns, lists }) => {
    const flat = lists.flatMap(group =>
      Array.from({ length: group.max + 1 }, (_, at) =>
        group.columns.map(column => numbered(group, column, at + 1)),
      ).flat(),
    )
    return [noun, new Map([...columns, ...flat].map(column => [column.key, column]))]
  }),
) as unknown as Record<ImportNoun, ReadonlyMap<string, Column>>

/** The column with this key, if there is one; keys come from files and forms. */
export function columnOf(noun: ImportNoun, key: string): Column | undefined {
  return byKey[noun].get(key)
}

/** The cells of one row at their places in the content, before any rule has judged them. */
export interface Placed {
  input: Record<string, unknown>
  /** What the cells themselves say wrongly, by column key. */
  problems: Map<string, string>
  /** Per list, the column keys' beginning behind each of its items: `metrics.3`, `needs.payloadKg`. */
  origins: Record<string, string[]>
}

type Parts = Record<string, unknown>

/** Puts each cell where its column says. What is blank or unknown has no key at all afterwards. */
export function place(noun: ImportNoun, cells: Cells): Placed {
  const placed: Placed = { input: {}, problems: new Map(), origins: {} }
  const specs = new Map<string, Parts>()
  const items = new Map<string, Parts>()
  for (const column of byKey[noun].values()) {
    const cell = Object.hasOwn(cells, column.key) ? cells[column.key] : undefined
    if (cell === undefined || cell === '') continue
    const read = readCell(column, cell)
    if (!read.ok) placed.problems.set(column.key, read.message)
    else if (read.value !== undefined) put({ placed, specs, items }, column.key, read.value)
  }
  if (noun === 'product') placed.input.specs = Object.fromEntries(specs)
  else addLists(noun, items, placed)
  return placed
}

interface Places {
  placed: Placed
  specs: Map<string, Parts>
  items: Map<string, Parts>
}

function put({ placed, specs, items }: Places, key: string, value: unknown): void {
  const [head = '', middle, last] = key.split('.')
  if (middle === undefined || last === undefined) {
    if (key !== 'key') placed.input[key] = value
  } else if (head === 'specs') partsOf(specs, middle)[last] = value
  else partsOf(items, `${head}.${middle}`)[last] = value
}

function partsOf(map: Map<string, Parts>, key: string): Parts {
  const known = map.get(key) ?? {}
  map.set(key, known)
  return known
}

/** Needs that were columns come first, then the lists, each in its order. */
function addLists(noun: ImportNoun, items: Map<string, Parts>, { input, origins }: Placed): void {
  for (const { key } of sheets[noun].lists) {
    const own = [...items].flatMap(([origin, parts]): [string, Parts][] => {
      const [head, name = ''] = origin.split('.')
      if (head === 'needs' && key === 'requirements') return needIn(name, origin, parts)
      return head === key ? [[origin, parts]] : []
    })
    input[key] = own.map(([, parts]) => parts)
    origins[key] = own.map(([origin]) => origin)
  }
}

/** A need in a column of its own: 必须 unless it says otherwise; 否 under a yes-or-no criterion asks for nothing. */
function needIn(criterion: string, origin: string, parts: Parts): [string, Parts][] {
  if (!isCriterionId(criterion) || parts.value === undefined || saysUnknown(parts.value)) return []
  const isNo = ['否', 'no', 'false'].includes(String(parts.value).trim().toLowerCase())
  if (criterionOf(criterion).kind === 'boolean' && isNo) return []
  return [[origin, { necessity: 'must', ...parts, criterion }]]
}
