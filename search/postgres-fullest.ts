import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { IndexName, Visibility } from './engine.ts'
import { texts } from './postgres-condition.ts'
import { orderBy, ties } from './postgres-order.ts'
import { byIndex, mostRanked, unpacked, weight } from './postgres-statement.ts'
import type { WordConditions } from './postgres-words.ts'
import { wordsInside } from './tokens.ts'

interface Sought {
  index: IndexName
  scope: readonly Visibility[]
  words: WordConditions
  text: string
}

/** A word that so many documents have says nothing more, however many there are. */
const mostCounted = 2000
/** A document counts when it says so much of what the fullest one says, and that one so much of the sentence. */
const ofFullest = 0.4
const ofSentence = 0.25
/** What says less of a sentence than this cannot tell documents apart. */
const saysNothing = 0.03
/** A sentence of ten words hides no more that matter. */
const mostHidden = 8
/** The rarest words decide; more would have too many combinations (of ten, at most 252). */
const mostWeighed = 10

/**
 * The words of a sentence as a condition that lets any of them go: each weighs by its rarity among what the reader may
 * find (a word that nothing has weighs like the rarest, for it may have been the point), and what says far less than
 * the fullest document is left out. Where even that one says too little, nothing matches.
 */
export async function fullest(db: Db, { index, scope, words, text }: Sought): Promise<WordConditions> {
  const mine = sql`${doc.index} = ${index} and ${doc.visibility} && ${texts(scope)}`
  const counted = async (terms: readonly string[]): Promise<Counted[]> => {
    const found = await numbers(
      db,
      terms.map(term => atMost(sql`${mine} and ${byIndex(term)}`)),
    )
    return terms.map((term, nth) => ({ term, n: found[nth] ?? 0 }))
  }
  const typed = await counted(words.single)
  const seen = cutRight(typed, await counted(hiddenIn(text, typed)))
    .sort((one, other) => one.n - other.n)
    .slice(0, mostWeighed)
  const [all = 0] = await numbers(db, [atMost(mine)])
  const single = seen.map(({ term }) => term)
  const weights = seen.map(({ n }) => Math.max(0.01, Math.log((all + 1) / (Math.max(n, 1) + 0.5))))
  const whole = weights.reduce((sum, each) => sum + each, 0)
  const heaviest = Math.max(...weights.filter((_, nth) => (seen[nth]?.n ?? 0) > 0), 0)
  const telling = single.filter((_, nth) => (weights[nth] ?? 0) >= heaviest / 2)
  const [best = 0] = await numbers(db, [
    sql`select max(share) from (
        select id from ${doc} where ${mine} and ${byIndex(telling.join('|'))}
        order by ${orderBy(ties)} limit ${mostRanked}) newest
      join ${doc} on ${doc.index} = ${index} and ${doc.id} = newest.id 
      cross join ${unpacked(weight({ single, weights }), 'share')}`,
  ])
  const least = best < ofSentence ? Number.POSITIVE_INFINITY : Math.max(best * ofFullest, saysNothing) * whole
  const enough = coalitions(weights, { least, smallest: whole * saysNothing })
  const wide = enough.map(some => some.map(nth => single[nth]).join('&')).join('|') || nothing
  return { ...words, single, weights, wide, sought: { ...words.sought, all: wide } }
}

interface Counted {
  term: string
  /** How many documents have it. */
  n: number
}

const shares = (one: string, other: string) =>
  [...one].some(char => /\p{Script=Han}/u.test(char) && other.includes(char))

/** Words that a wrong cut may hide where no document has the pieces. */
function hiddenIn(text: string, typed: readonly Counted[]): string[] {
  const strangers = typed.filter(({ n }) => n === 0)
  return wordsInside(text)
    .filter(word => strangers.some(({ term }) => shares(word, term)))
    .slice(0, mostHidden)
    .map(word => `'${word}'`)
}

/** What was typed, with the words that a wrong cut hides in place of the pieces that no document has. */
function cutRight(typed: readonly Counted[], hidden: readonly Counted[]): Counted[] {
  const known = hidden.filter(({ n }) => n > 0)
  const left = typed.filter(({ term, n }) => n > 0 || !known.some(each => shares(term, each.term)))
  return [...left, ...known.filter(({ term }) => !left.some(each => each.term.startsWith(term)))]
}

/** Every smallest set of numbers (by their places) that reaches `least`; what is below `smallest` is left aside. */
export function coalitions(
  weights: readonly number[],
  { least, smallest }: { least: number; smallest: number },
): number[][] {
  const places = weights.map((_, nth) => nth).filter(nth => (weights[nth] ?? 0) >= smallest)
  places.sort((one, other) => (weights[other] ?? 0) - (weights[one] ?? 0))
  const sets: number[][] = []
  const grow = (set: readonly number[], sum: number, from: number) => {
    for (let at = from; at < places.length; at++) {
      const place = places[at] ?? 0
      const grown = sum + (weights[place] ?? 0)
      if (grown >= least) sets.push([...set, place])
      else grow([...set, place], grown, at + 1)
    }
  }
  grow([], 0, 0)
  return sets
}

/** No document has this word: it is no text's token. */
const nothing = "' '"

const atMost = (where: SQL) =>
  sql`select count(*) from (select 1 from ${doc} where ${where} limit ${mostCounted}) each`

async function numbers(db: Db, queries: readonly SQL[]): Promise<number[]> {
  if (queries.length === 0) return []
  const all = sql.join(
    queries.map(query => sql`(${query})::float8`),
    sql`, `,
  )
  const [row] = await db.execute<{ all: number[] }>(sql`select array[${all}] as all`)
  return (row?.all ?? []).map(each => each ?? 0)
}
