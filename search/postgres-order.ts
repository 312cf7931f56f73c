import { type SQL, sql } from 'drizzle-orm'
import { searchDocument as doc } from '#db/schema/search.ts'
import { BadCursor, type Sort } from './engine.ts'
import { distanceKm } from './postgres-condition.ts'

/** One column of an order; `name` is what the rows of a page call it. */
interface Key {
  name: string
  direction: 'asc' | 'desc'
  kind: 'figure' | 'count' | 'moment' | 'text'
}

const standing: Key = { name: 'standing', direction: 'desc', kind: 'count' }
const newest: Key = { name: 'updated_at', direction: 'desc', kind: 'moment' }
const byId: Key = { name: 'id', direction: 'asc', kind: 'text' }

/** What orders equals alike every time: the platform's own first, then the newest, then the id. */
export const ties: readonly Key[] = [standing, newest, byId]

/** The columns of an order from the first to the last; together they are different for each document. */
export function keysOf(sort: Sort, ranked: boolean): readonly Key[] {
  if (sort.by === 'distance') return [{ name: 'figure', direction: 'asc', kind: 'figure' }, ...ties]
  const direction = sort.order ?? 'desc'
  if (sort.by === 'relevance')
    return ranked ? [{ name: 'score', direction: 'desc', kind: 'figure' }, ...ties] : ties
  if (sort.by === 'updatedAt') return [{ ...newest, direction }, byId]
  return [{ name: 'figure', direction, kind: 'figure' }, ...ties]
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
    keys.map(({ name, kind }) => {
      const column = sql.identifier(name)
      // Microseconds since 1970, as any number of them is a moment.
      return kind === 'moment'
        ? sql`(extract(epoch from ${column}) * 1000000)::bigint::text`
        : sql`${column}::text`
    }),
    sql`, `,
  )})`
}

/** The rows that stand after the cursor's in this order. */
export function afterCursor(keys: readonly Key[], values: readonly string[]): SQL {
  const [key, ...rest] = keys
  const [value, ...others] = values
  if (!key || value === undefined) return sql`false`
  const column = sql.identifier(key.name)
  const bound = boundOf(key, value)
  const beyond = key.direction === 'asc' ? sql`${column} > ${bound}` : sql`${column} < ${bound}`
  return sql`(${beyond} or (${column} = ${bound} and ${afterCursor(rest, others)}))`
}

function boundOf({ kind }: Key, value: string): SQL {
  switch (kind) {
    case 'figure':
      return sql`${value}::float8`
    case 'count':
      return sql`${value}::int`
    case 'moment':
      return sql`('epoch'::timestamptz + ${value}::bigint * interval '1 microsecond')`
    case 'text':
      return sql`${value}::text`
  }
}

/** A cursor says which order it belongs to, so that one of another query is told from its own. */
export function writeCursor(keys: readonly Key[], values: readonly string[]): string {
  return Buffer.from(JSON.stringify([signature(keys), ...values])).toString('base64url')
}

/** What Postgres certainly reads as a value of this kind. */
const shapes: Record<Key['kind'], (text: string) => boolean> = {
  figure: text => /^(?:-?\d{1,20}(?:\.\d{1,20})?(?:e[+-]?\d{1,2})?|-?Infinity)$/.test(text),
  count: text => /^-?\d{1,9}$/.test(text),
  moment: text => /^-?\d{1,16}$/.test(text),
  text: text => /^[\w:.-]{1,200}$/.test(text),
}

/** The values of a cursor; throws `BadCursor` for whatever is not one of this order. */
export function readCursor(keys: readonly Key[], cursor: string): string[] {
  const [signed, ...values] = parsed(cursor)
  const fits =
    signed === signature(keys) &&
    values.length === keys.length &&
    keys.every(({ kind }, nth) => shapes[kind](values[nth] ?? ''))
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
