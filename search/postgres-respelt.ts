import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { SearchQuery } from './engine.ts'
import { nameBySound, syllablesOf } from './pinyin.ts'
import { readQuery } from './query.ts'
import { tokenize } from './tokens.ts'

/** A longer run is no name that somebody misspelt. */
const longestRun = 12
/** Parts of a model code that may have been typed apart: MiR-100, C6-BD. */
const mostParts = 4

/**
 * A query that finds nothing, spelt otherwise: 同音字 by their sound (配松机器人 as `peisong 机器 人`, for names are indexed by
 * their sounds too), the parts of a model code as one word, the pinyin of a kind of robot as its name (jiqigou as
 * 机器狗). What some document has as it was typed stays; null where a Chinese part sounds like nothing either.
 */
export async function respelt(
  db: Db,
  { index, q = '', scope }: Pick<SearchQuery, 'index' | 'q' | 'scope'>,
): Promise<string | null> {
  const { text, phrases, without, understood } = readQuery(q)
  // Who quotes or excludes means the very letters.
  if (phrases.length + without.length > 0) return null
  const runs = text.match(/\p{Script=Han}+|[a-z0-9]+(?:[-_./ ]+[a-z0-9]+)*/giu) ?? []
  const ways = await Promise.all(runs.map(waysOf))
  if (ways.some(way => way.length > longestRun)) return null
  const words = ways.flatMap(({ pieces }) => pieces.map(piece => piece.word))
  const known = await among(db, { index, scope }, [...new Set(words)])
  const spelt = ways.map(way => cheapest(way, known))
  const whole = spelt.flatMap(each => each ?? [])
  if (spelt.includes(null) || whole.length === 0 || spelt.every(each => each?.every(piece => piece.written)))
    return null
  return [...whole.map(({ says, word }) => says ?? word), ...understood.map(({ written }) => written)].join(
    ' ',
  )
}

/** A part of a run, from one place to another, as it is written or otherwise. */
interface Piece {
  from: number
  to: number
  /** The word that a document has to have. */
  word: string
  written: boolean
  /** What is searched for instead of the word. */
  says?: string
}

interface Ways {
  length: number
  pieces: readonly Piece[]
  /** Whether a part may stand that no document has, for a slip of the fingers is found all the same. */
  lenient: boolean
}

async function waysOf(run: string): Promise<Ways> {
  return /^\p{Script=Han}/u.test(run) ? bySound(run) : asOneWord(run)
}

async function bySound(run: string): Promise<Ways> {
  const written = tokenize(run).map(({ text, start, end }) => {
    const from = [...run.slice(0, start)].length
    return { from, to: from + [...run.slice(start, end)].length, word: text, written: true }
  })
  const syllables = syllablesOf(run)
  const sounds = syllables.flatMap((_, from) =>
    syllables.slice(from + 1).map((_, step) => {
      const to = from + step + 2
      return { from, to, word: syllables.slice(from, to).join(''), written: false }
    }),
  )
  return { length: [...run].length, pieces: [...written, ...sounds], lenient: false }
}

async function asOneWord(run: string): Promise<Ways> {
  const parts = tokenize(run).map(token => token.text)
  const joined = parts.flatMap((_, from) =>
    parts.slice(from + 1, from + mostParts).map((_, step) => {
      const to = from + step + 2
      return { from, to, word: parts.slice(from, to).join(''), written: false }
    }),
  )
  const pieces: Piece[] = [
    ...parts.map((word, from) => ({ from, to: from + 1, word, written: true })),
    ...joined,
  ]
  for (const [from, part] of parts.entries()) {
    const says = nameBySound(part)
    const [first] = says === undefined ? [] : tokenize(says)
    if (says && first) pieces.push({ from, to: from + 1, word: first.text, written: false, says })
  }
  return { length: parts.length, pieces, lenient: true }
}

/** The run from known pieces: as few as can be, written ones before others; null where there is a gap. */
function cheapest({ length, pieces, lenient }: Ways, known: ReadonlySet<string>): readonly Piece[] | null {
  const best: ({ cost: number; pieces: readonly Piece[] } | undefined)[] = [{ cost: 0, pieces: [] }]
  for (let to = 1; to <= length; to++) {
    for (const piece of pieces) {
      const found = known.has(piece.word)
      const before = piece.to === to && (found || (lenient && piece.written)) ? best[piece.from] : undefined
      if (!before) continue
      const cost = before.cost + (found ? (piece.written ? 1 : 1.5) : 3)
      if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY))
        best[to] = { cost, pieces: [...before.pieces, piece] }
    }
  }
  return best[length]?.pieces ?? null
}

/** Which of these words some document has that the reader may find. */
async function among(
  db: Db,
  { index, scope }: Pick<SearchQuery, 'index' | 'scope'>,
  words: readonly string[],
): Promise<Set<string>> {
  if (words.length === 0) return new Set()
  const list = (values: readonly string[]) =>
    sql`array[${sql.join(
      values.map(value => sql`${value}`),
      sql`, `,
    )}]::text[]`
  const rows = await db.execute<{ word: string }>(sql`
    select word from unnest(${list(words)}) word where exists (
      select from ${doc} where ${doc.index} = ${index} and ${doc.visibility} && ${list(scope)}
        and ${doc.words} @@ quote_literal(word)::tsquery)`)
  return new Set([...rows].map(row => row.word))
}
