import { BadCursor, type SearchQuery, type Sort } from './engine.ts'

/** Where a page begins: after so many hits, the last of which were these, the very last first. */
export interface Place {
  offset: number
  seen: readonly string[]
}

/** Hits that a cursor remembers; the page goes on after the first of them that is still found. */
const mostSeen = 3
/** So many hits before and after the numbered place are looked through for them. */
export const slack = 50

/**
 * The server numbers its hits and has no cursor of its own. A number alone would skip and repeat as rows come and go,
 * so ours names the last hits as well.
 */
export function writePlace(sort: Sort, { offset, seen }: Place): string {
  const values = [mark, orderOf(sort), offset, ...seen.slice(0, mostSeen)]
  return Buffer.from(JSON.stringify(values)).toString('base64url')
}

/** Where the query's page begins, or null where the other engine began it; throws `BadCursor` for one of another order. */
export function placeOf({ after, offset = 0, sort = { by: 'relevance' } }: SearchQuery): Place | null {
  if (after === undefined) return { offset: clamped(offset), seen: [] }
  const values = after.length > 1200 ? [] : parsed(after)
  const [marked, order, from, ...seen] = values
  if (marked !== mark) return null
  const isPlace = typeof from === 'number' && Number.isInteger(from) && from >= 0 && from < 1e6
  if (order !== orderOf(sort) || !isPlace || seen.length > mostSeen || !seen.every(isId))
    throw new BadCursor()
  return { offset: from, seen }
}

const mark = 'offset'
const clamped = (offset: number) => (Number.isFinite(offset) ? Math.max(0, Math.trunc(offset)) : 0)
const isId = (value: unknown): value is string => typeof value === 'string' && /^[\w-]{1,200}$/.test(value)

function orderOf(sort: Sort): string {
  if (sort.by === 'distance') return `distance ${sort.from.lat} ${sort.from.lng}`
  return sort.by === 'relevance' ? sort.by : `${sort.by} ${sort.order ?? 'desc'}`
}

function parsed(cursor: string): readonly unknown[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    return Array.isArray(values) ? values : []
  } catch {
    return []
  }
}

/** Of the hits from `first` on, the number of the one that follows the last seen; null where none of those is there. */
export function following(place: Place, ids: readonly string[], first: number): number | null {
  if (place.seen.length === 0) return place.offset
  for (const id of place.seen) {
    const at = ids.indexOf(id)
    if (at >= 0) return first + at + 1
  }
  return null
}
