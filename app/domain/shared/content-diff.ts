/** What one content says otherwise than another: a field, or one row of a list. */
export interface ContentChange {
  /** The field as its form names it. */
  field: string
  /** The row of a list by what it is about (a criterion, a metric's name); null for a field of its own. */
  row: string | null
  /** Undefined where nothing was said. */
  before: unknown
  after: unknown
}

type Content = Readonly<Record<string, unknown>>

/**
 * Every difference of two contents in the order of the form. Rows of lists are matched by what they are about and not
 * by their place, so that a row that moved is no change; a blank text, an empty list and an absent field are the same.
 */
export function diffContent(before: Content, after: Content): ContentChange[] {
  const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return fields.flatMap(field => diffField(field, before[field], after[field]))
}

function diffField(field: string, before: unknown, after: unknown): ContentChange[] {
  if (same(before, after)) return []
  const [old, now] = [rowsOf(before), rowsOf(after)]
  if (!old || !now || (old.size === 0 && now.size === 0)) return [{ field, row: null, before, after }]
  const keys = [...new Set([...old.keys(), ...now.keys()])]
  return keys.flatMap(row => {
    const pair = { field, row, before: old.get(row), after: now.get(row) }
    return same(pair.before, pair.after) ? [] : [pair]
  })
}

/** The rows of a list of records, or of a record of records such as specs; null for anything else. */
function rowsOf(value: unknown): Map<string, unknown> | null {
  if (value === undefined || value === null) return new Map()
  if (Array.isArray(value)) return value.every(isRecord) ? namedRows(value) : null
  return isRecord(value) && Object.values(value).every(isRecord) ? new Map(Object.entries(value)) : null
}

/** The same criterion may stand twice: the second is the second of both sides. */
function namedRows(rows: readonly Content[]): Map<string, unknown> {
  const named = new Map<string, unknown>()
  for (const [index, row] of rows.entries()) {
    const name = String(row.criterion ?? row.name ?? row.id ?? index)
    let nth = 1
    while (named.has(nth === 1 ? name : `${name}#${nth}`)) nth += 1
    named.set(nth === 1 ? name : `${name}#${nth}`, row)
  }
  return named
}

const isRecord = (value: unknown): value is Content =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)

const isAbsent = (value: unknown) =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** Whether both say the same; an instant and its text do. */
export function same(one: unknown, other: unknown): boolean {
  if (isAbsent(one) || isAbsent(other)) return isAbsent(one) && isAbsent(other)
  return plain(one) === plain(other)
}

function plain(value: unknown): string {
  if (value instanceof Date) return JSON.stringify(value.toISOString())
  if (Array.isArray(value)) return `[${value.map(plain).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value ?? null)
  const said = Object.keys(value)
    .filter(key => !isAbsent(value[key]))
    .sort()
  return `{${said.map(key => `${JSON.stringify(key)}:${plain(value[key])}`).join(',')}}`
}

/** Two texts with what they share at both ends apart from what differs between. */
export interface TextChange {
  start: string
  removed: string
  added: string
  end: string
}

const inWord = /[\w.,:-]/

/** Whether a cut here goes through a figure, a day or a Latin word: 95 becomes 97, not 9 and 5 becomes 9 and 7. */
const splits = (text: readonly string[], at: number) =>
  at > 0 && at < text.length && inWord.test(text[at - 1] ?? '') && inWord.test(text[at] ?? '')

export function diffText(before: string, after: string): TextChange {
  const [old, now] = [[...before], [...after]]
  const shorter = Math.min(old.length, now.length)
  let head = 0
  while (head < shorter && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < shorter - head && old.at(-1 - tail) === now.at(-1 - tail)) tail += 1
  while (splits(old, head) || splits(now, head)) head -= 1
  while (splits(old, old.length - tail) || splits(now, now.length - tail)) tail -= 1
  return {
    start: old.slice(0, head).join(''),
    removed: old.slice(head, old.length - tail).join(''),
    added: now.slice(head, now.length - tail).join(''),
    end: old.slice(old.length - tail).join(''),
  }
}
