import { type SQL, sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import { BadCursor, type Sort } from './engine.ts'
import { distanceKm } from './postgres-condition.ts'

/** One column of an order; `name` is what the rows of a page call it. */
interface Key {
  name: string
  direction: 'asc' | 'desc'
  cast: 'float8' | 'int' | 'timestamptz' | 'text'
}

const standing: Key = { name: 'standing', direction: 'desc', cast: 'int' }
const newest: Key = { name: 'updated_at', direction: 'desc', cast: 'timestamptz' }
const byId: Key = { name: 'id', direction: 'asc', cast: 'text' }

/** What orders equals alike every time: the platform's own first, then the newest, then the id. */
export const ties: readonly Key[] = [standing, newest, byId]

/** The columns of an order from the first to the last; together they are different for each document. */
export function keysOf(sort: Sort, ranked: boolean): readonly Key[] {
  if (sort.by === 'distance') return [{ name: 'figure', direction: 'asc', cast: 'float8' }, ...ties]
  const direction = sort.order ?? 'desc'
  if (sort.by === 'relevance')
    return ranked ? [{ name: 'score', direction: 'desc', cast: 'float8' }, ...ties] : ties
  if (sort.by === 'updatedAt') return [{ ...newest, direction }, byId]
  return [{ name: 'figure', direction, cast: 'float8' }, ...ties]
}

/** What the rows are sorted by where it is no column of theirs; the unknown comes last either way. */
export function figureOf(sort: Sort): SQL | null {
  if (sort.by === 'relevance' || sort.by === 'updatedAt') return null
  if (sort.by === 'distance') return sql`coalesce(${distanceKm(sort.from)}, 'infinity'::float8)`
  const last = sort.order === 'asc' ? sql`'infinity'::float8` : sql`'-infinity'::float8`
  return sql`coalesce((${doc.specs} -> ${sort.by}::text ->> 0)::float8, ${last})`
}

export function orderBy(keys: readonly Key[]): SQL {
  return sql.join(
    keys.map(({ name, direction }) =>
      direction === 'asc' ? sql`${sql.identifier(name)} asc` : sql`${sql.identifier(name)} desc nulls last`,
    ),
    sql`, `,
  )
}

/** The values of a row's keys as a JSON array of texts, from which `afterCursor` goes on. */
export function keyValues(keys: readonly Key[]): SQL {
  return sql`json_build_array(${sql.join(
    keys.map(({ name }) => sql`${sql.identifier(name)}::text`),
    sql`, `,
  )})`
}

/** The rows that stand after the cursor's in this order. */
export function afterCursor(keys: readonly Key[], values: readonly string[]): SQL {
  const [key, ...rest] = keys
  const [value, ...others] = values
  if (!key || value === undefined) return sql`false`
  const column = sql.identifier(key.name)
  const bound = sql`${value}::${sql.raw(key.cast)}`
  const beyond = key.direction === 'asc' ? sql`${column} > ${bound}` : sql`${column} < ${bound}`
  return sql`(${beyond} or (${column} = ${bound} and ${afterCursor(rest, others)}))`
}

/** A cursor says which order it belongs to, so that one of another query is told from its own. */
export function writeCursor(keys: readonly Key[], values: readonly string[]): string {
  return Buffer.from(JSON.stringify([signature(keys), ...values])).toString('base64url')
}

const shapes: Record<Key['cast'], RegExp> = {
  float8: /^(?:-?\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,3})?|-?Infinity)$/,
  int: /^-?\d{1,9}$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?$/,
  text: /^[\w:.-]{1,200}$/,
}

/** The values of a cursor; throws `BadCursor` for whatever is not one of this order. */
export function readCursor(keys: readonly Key[], cursor: string): string[] {
  const [signed, ...values] = parsed(cursor)
  const fits =
    signed === signature(keys) &&
    values.length === keys.length &&
    keys.every(({ cast }, nth) => shapes[cast].test(values[nth] ?? ''))
  if (!fits) throw new BadCursor()
  return values
}

function parsed(cursor: string): string[] {
  if (cursor.length > 1000) throw new BadCursor()
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(values) && values.every(value => typeof value === 'string')) return values
  } catch {
    // Not ours; said below.
  }
  throw new BadCursor()
}

const signature = (keys: readonly Key[]) =>
  keys.map(({ name, direction }) => `${name} ${direction}`).join(', ')
