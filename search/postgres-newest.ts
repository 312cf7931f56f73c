import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { IndexName, SearchDocument } from './engine.ts'
import { orderBy, ties } from './postgres-order.ts'

/** A moment in steps of four and a half hours as so many binary digits: until the year 2106. */
const digits = 18
const step = 2 ** 14 * 1000
const latest = 2 ** digits - 1

/**
 * A word that says where a document stands in the order of equals, so that the index itself can leave out what is too
 * old: the platform's own or not, then its moment in binary. No text has it, for it begins with a space; written as
 * binary digits, "this new or newer" is one beginning for each digit that is not 1 yet.
 */
export function orderWord({ standing, updatedAt }: Pick<SearchDocument, 'standing' | 'updatedAt'>): string {
  const moment = Math.min(Math.max(Math.floor(updatedAt.getTime() / step), 0), latest)
  return ` ${standing > 0 ? 1 : 0}${moment.toString(2).padStart(digits, '0')}`
}

/** What stands there or before, as a condition on the words. */
export function notAfter(word: string): string {
  const first = [...word].flatMap((digit, at) => (digit === '0' ? [`'${word.slice(0, at)}1':*`] : []))
  return [...first, `'${word}'`].join('|')
}

/** The newest so many documents: what stands before this place in the order. */
export interface Rung {
  documents: number
  newest: string
}

/** As many times what is ranked; a word that less than a 32nd of all documents has is looked up among all. */
const steps = [2, 4, 8, 16, 32]
const keptMs = 60_000

/**
 * The ends of the newest 2000, 4000, … 32,000 documents of an index, as of a minute ago at most. Where they lie decides
 * only how much is looked at: whoever finds too little there looks at everything.
 */
export function rungsOf(db: Db, ranked: number): (index: IndexName) => Promise<readonly Rung[]> {
  const known = new Map<IndexName, { at: number; rungs: Promise<readonly Rung[]> }>()
  return async index => {
    const last = known.get(index)
    if (last && performance.now() - last.at < keptMs) return last.rungs
    const rungs = readRungs(
      db,
      index,
      steps.map(each => each * ranked),
    )
    known.set(index, { at: performance.now(), rungs })
    rungs.catch(() => known.delete(index))
    return rungs
  }
}

async function readRungs(db: Db, index: IndexName, sizes: readonly number[]): Promise<readonly Rung[]> {
  const ends = sizes.map(
    size => sql`
      (select ${size}::int as documents, standing, (extract(epoch from updated_at) * 1000)::float8 as moment
      from ${doc} where ${doc.index} = ${index} order by ${orderBy(ties)} limit 1 offset ${size})`,
  )
  const rows = await db.execute<{ documents: number; standing: number; moment: number }>(
    sql.join(ends, sql` union all `),
  )
  return rows.map(({ documents, standing, moment }) => ({
    documents,
    newest: notAfter(orderWord({ standing, updatedAt: new Date(moment) })),
  }))
}

interface Sought {
  /** What is taken of each document. */
  columns: SQL
  /** Every condition but that on the words. */
  among: SQL[]
  /** The words. */
  words: string
  enough: number
}

/** So much more than enough is expected of a larger part before it is tried. */
const margin = 1.3

/**
 * Tables `WITH` which `wide` is the newest `enough` of what matches, or more: those among the newest documents where
 * they are enough, else all. How many the smallest part has tells which larger one will do; only where that was wrong
 * is everything looked at after all.
 */
export function newestEnough({ columns, among, words, enough }: Sought, rungs: readonly Rung[]): SQL {
  const matching = (query: SQL) => sql`
    materialized (select ${columns} from ${doc} where ${sql.join(among, sql` and `)} and ${doc.words} @@ (${query}))`
  const [first, ...larger] = rungs
  if (!first) return sql`wide as ${matching(sql`select ${words}::tsquery`)}`
  const within = ({ newest }: Rung) => sql`(${`(${words})&(${newest})`})::tsquery`
  const expected = larger.map(({ documents }, nth) => {
    const least = Math.ceil((enough * margin * first.documents) / documents)
    return sql`when n >= ${least}::int then ${nth + 2}::int`
  })
  const chosen = larger.map((rung, nth) => sql`when ${nth + 2}::int then ${within(rung)}`)
  return sql`
    least as ${matching(sql`select ${within(first)}`)},
    part as materialized (
      select case when n >= ${enough}::int then 1 ${sql.join(expected, sql` `)} else 0 end as chosen
      from (select count(*) as n from least) counted
    ), larger as ${matching(sql`
      select case chosen when 1 then null ${sql.join(chosen, sql` `)} else ${words}::tsquery end from part`)},
    short as materialized (
      select chosen > 1 and (select count(*) from larger) < ${enough}::int as is from part
    ), everything as ${matching(sql`select case when short.is then ${words}::tsquery end from short`)},
    wide as (
      select * from least where (select chosen = 1 from part)
      union all select * from larger where not (select short.is from short)
      union all select * from everything
    )`
}
