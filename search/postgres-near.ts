import { inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchTerm as known } from '#db/schema/search.ts'
import { conceptWords } from './concepts.ts'
import type { IndexName } from './engine.ts'
import { mayHaveSlips, type Term } from './query.ts'
import { nearWords, slipsAllowed } from './typos.ts'

/** So many words of a length and a first letter are compared with what was typed; model codes are the most of them. */
const mostCompared = 20_000

/** Known words near the misspelt ones: those of the index's documents and those of the concept names. */
export async function nearby(
  db: Db,
  index: IndexName,
  terms: readonly Term[],
): Promise<Map<string, readonly string[]>> {
  const typed = [...new Set(terms.filter(mayHaveSlips).map(term => term.text))]
  if (typed.length === 0) return new Map()
  const words = await db.execute<{ term: string }>(
    sql`(${leaps(index, typed)}) union all (${otherInitials(index, typed)})`,
  )
  const all = new Set([...words.map(row => row.term), ...conceptWords()])
  return new Map(typed.map(text => [text, nearWords(text, all)]))
}

/**
 * The distinct words that begin with the same letter and are about as long, by leaping through their index from one to
 * the next: many documents share a word, and reading them all would take the longer the more there are.
 */
function leaps(index: IndexName, typed: readonly string[]): SQL {
  const wanted = new Set(
    typed.flatMap(text => lengthsAround(text).map(length => `${text.slice(0, 1)} ${length}`)),
  )
  const places = [...wanted].map(place => {
    const [initial = '', length = ''] = place.split(' ')
    return sql`(${initial}::text, ${Number(length)}::int)`
  })
  const next = (from: string) => {
    const at = sql.raw(from)
    return sql`
      select ${known.term} from ${known}
      where ${known.index} = ${index} and ${known.initial} = ${at}.initial and ${known.length} = ${at}.length
        and ${known.term} > ${at}.term order by ${known.term} limit 1`
  }
  return sql`
    with recursive wanted (initial, length, term) as (
      select initial, length, '' from (values ${sql.join(places, sql`, `)}) place (initial, length)
    ), leaps as (
      select initial, length, (${next('wanted')}) as term from wanted
      union all
      select initial, length, (${next('leaps')}) from leaps where term is not null
    ) select term from leaps where term is not null limit ${mostCompared}`
}

/** The few words that differ by one slip in the first letter, which counts as two. */
function otherInitials(index: IndexName, typed: readonly string[]): SQL {
  const long = typed.filter(text => slipsAllowed(text) === 2)
  const tails = long.flatMap(text => [text.slice(1), text])
  const whole = long.flatMap(text => [text.slice(1), text.slice(1, 2) + text.slice(0, 1) + text.slice(2)])
  if (long.length === 0) return sql`select ${known.term} from ${known} where false`
  return sql`
    select distinct ${known.term} from ${known} where ${known.index} = ${index}
      and (${inArray(tail, tails)} or ${inArray(known.term, whole)})`
}

/** As the index beside the table spells it. */
const tail = sql`substr(${known.term}, 2)`

function lengthsAround(text: string): number[] {
  const slips = slipsAllowed(text)
  return Array.from({ length: 2 * slips + 1 }, (_, nth) => text.length - slips + nth)
}
