import { sql } from 'drizzle-orm'
import type { Db } from '#db/client.ts'
import { searchDocument as doc } from '#db/schema/search.ts'
import type { SearchQuery } from './engine.ts'
import { syllablesOf } from './pinyin.ts'
import { readQuery } from './query.ts'
import { tokenize } from './tokens.ts'

/** A longer run is no name somebody misspelt. */
const longestRun = 12

/**
 * 同音字: 配松机器人 as `peisong 机器人`, for the names of documents can be found by their sounds. Only what nothing has as
 * it was typed is read by its sound, in as few and as long pieces as the index knows; null when some part sounds like
 * nothing either.
 */
export async function bySound(
  db: Db,
  { index, q = '', scope }: Pick<SearchQuery, 'index' | 'q' | 'scope'>,
): Promise<string | null> {
  const { text } = readQuery(q)
  const runs = [...text.matchAll(/\p{Script=Han}+/gu)].map(([run]) => run)
  if (runs.length === 0 || runs.some(run => [...run].length > longestRun)) return null
  const pieces = (await Promise.all(runs.map(piecesOf))).flat()
  const known = await among(db, { index, scope }, [...new Set(pieces.map(each => each.word))])
  let heard = text
  for (const run of new Set(runs)) {
    const said = spelt(await piecesOf(run), known, [...run].length)
    if (said === null) return null
    heard = heard.replaceAll(run, ` ${said} `)
  }
  heard = heard.replaceAll(/\s+/g, ' ').trim()
  return heard === text.trim() ? null : heard
}

/** A part of a run: from one character to another, as it is written or as it sounds. */
interface Piece {
  from: number
  to: number
  word: string
  written: boolean
}

async function piecesOf(run: string): Promise<Piece[]> {
  const written = tokenize(run).map(({ text, start, end }) => {
    const from = [...run.slice(0, start)].length
    return { from, to: from + [...run.slice(start, end)].length, word: text, written: true }
  })
  const syllables = await syllablesOf(run)
  const sounds = syllables.flatMap((_, from) =>
    syllables.slice(from + 1).map((_, step) => {
      const to = from + step + 2
      return { from, to, word: syllables.slice(from, to).join(''), written: false }
    }),
  )
  return [...written, ...sounds]
}

/** The run from known pieces: as few as can be, written ones before sounds; null where there is a gap. */
function spelt(pieces: readonly Piece[], known: ReadonlySet<string>, length: number): string | null {
  const best: ({ cost: number; words: readonly string[] } | undefined)[] = [{ cost: 0, words: [] }]
  for (let to = 1; to <= length; to++) {
    for (const piece of pieces) {
      const before = piece.to === to && known.has(piece.word) ? best[piece.from] : undefined
      if (!before) continue
      const cost = before.cost + (piece.written ? 1 : 1.5)
      if (cost < (best[to]?.cost ?? Number.POSITIVE_INFINITY))
        best[to] = { cost, words: [...before.words, piece.word] }
    }
  }
  return best[length]?.words.join(' ') ?? null
}

/** Which of these words some document has that the reader may find. */
async function among(
  db: Db,
  { index, scope }: Pick<SearchQuery, 'index' | 'scope'>,
  words: readonly string[],
): Promise<Set<string>> {
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
