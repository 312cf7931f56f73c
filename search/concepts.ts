import { desc } from 'drizzle-orm'
import type { DbOrTx } from '#db/client.ts'
import { conceptVersion } from '#db/schema/concepts.ts'
import type { ConceptTable } from '#domain/concepts/concept.ts'
import { conceptFromNames, namesOf } from '#domain/concepts/concept.ts'
import synonyms from './synonyms.json' with { type: 'json' }
import { type Token, tokenize } from './tokens.ts'

/** Things with several names: AMR, 移动机器人 and 无人搬运车 are one concept. Expanded when a document is indexed. */
export interface Concept {
  id: string
  names: readonly string[]
}

interface Name {
  words: readonly string[]
  concept: Concept
}

/** A place in a token list where a concept is named. */
interface Mention {
  concept: Concept
  from: number
  to: number
}

/** One version of the table, made ready for looking names up in running text. */
interface Lexicon {
  version: number
  byFirstWord: ReadonlyMap<string, readonly Name[]>
  names: readonly string[]
  latin: ReadonlySet<string>
}

/** The table as the product brings it along: version 1 until the bureau publishes another. */
export const builtInTable: ConceptTable = synonyms.groups.map(conceptFromNames)

let lexicon: Lexicon | undefined

function current(): Lexicon {
  lexicon ??= lexiconOf(1, builtInTable)
  return lexicon
}

function lexiconOf(version: number, table: ConceptTable): Lexicon {
  const byFirstWord = new Map<string, Name[]>()
  for (const each of table) {
    const concept = { id: each.id, names: namesOf(each) }
    for (const name of concept.names) {
      const [first, ...rest] = tokenize(name).map(token => token.text)
      if (first === undefined) continue
      const same = byFirstWord.get(first)
      if (same) same.push({ words: [first, ...rest], concept })
      else byFirstWord.set(first, [{ words: [first, ...rest], concept }])
    }
  }
  const words = [...byFirstWord.values()].flat().flatMap(name => name.words)
  const latin = new Set(words.filter(word => /^[a-z]/.test(word)))
  return { version, byFirstWord, names: table.flatMap(namesOf), latin }
}

/**
 * Every concept named in the tokens, also inside a longer name: 骨科手术机器人 names 手术机器人 as well.
 * Whole words only, so 无人车间 does not name 无人车.
 */
export function mentions(tokens: readonly Token[]): Mention[] {
  const { byFirstWord } = current()
  return tokens.flatMap((token, from) =>
    (byFirstWord.get(token.text) ?? [])
      .filter(({ words }) => words.every((word, step) => tokens[from + step]?.text === word))
      .map(({ concept, words }) => ({ concept, from, to: from + words.length })),
  )
}

export function conceptsIn(tokens: readonly Token[]): Concept[] {
  return [...new Set(mentions(tokens).map(mention => mention.concept))]
}

/** Latin words of the concepts' names, so that a misspelt "autonomus" still finds its concept. */
export function conceptWords(): ReadonlySet<string> {
  return current().latin
}

/** Every name of every concept; the same list as long as the table is the same. */
export function conceptNames(): readonly string[] {
  return current().names
}

export function conceptVersionInUse(): number {
  return current().version
}

/** A published version of the table; without any it is the built-in one. */
export async function newestConcepts(db: DbOrTx): Promise<{ version: number; table: ConceptTable }> {
  const [row] = await db
    .select({ version: conceptVersion.version, table: conceptVersion.content })
    .from(conceptVersion)
    .orderBy(desc(conceptVersion.version))
    .limit(1)
  return row ?? { version: 1, table: builtInTable }
}

/**
 * Makes this process use the newest published version. Asks for its number only, a look into a primary key; indexing
 * asks each time, because names are written into documents, and `followConcepts` now and then for everything else.
 */
export async function refreshConcepts(db: DbOrTx): Promise<number> {
  const [row] = await db
    .select({ version: conceptVersion.version })
    .from(conceptVersion)
    .orderBy(desc(conceptVersion.version))
    .limit(1)
  if ((row?.version ?? 1) !== conceptVersionInUse()) {
    const { version, table } = await newestConcepts(db)
    lexicon = lexiconOf(version, table)
  }
  return conceptVersionInUse()
}

const lookEveryMs = 2_000
let lookedAt = Number.NEGATIVE_INFINITY

/**
 * The same for who only reads, at most every two seconds. An older table in between finds the same documents, since
 * the other names stand in them; it only marks and corrects a little less.
 */
export async function followConcepts(db: DbOrTx): Promise<void> {
  const now = performance.now()
  if (now - lookedAt < lookEveryMs) return
  lookedAt = now
  await refreshConcepts(db)
}
