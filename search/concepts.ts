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

let byFirstWord: Map<string, Name[]> | undefined

function table(): Map<string, Name[]> {
  if (byFirstWord) return byFirstWord
  byFirstWord = new Map()
  for (const names of synonyms.groups) {
    const concept = { id: names[0] ?? '', names }
    for (const name of names) {
      const [first = '', ...rest] = tokenize(name).map(token => token.text)
      const same = byFirstWord.get(first)
      if (same) same.push({ words: [first, ...rest], concept })
      else byFirstWord.set(first, [{ words: [first, ...rest], concept }])
    }
  }
  return byFirstWord
}

/**
 * Every concept named in the tokens, also inside a longer name: 骨科手术机器人 names 手术机器人 as well.
 * Whole words only, so 无人车间 does not name 无人车.
 */
export function mentions(tokens: readonly Token[]): Mention[] {
  return tokens.flatMap((token, from) =>
    (table().get(token.text) ?? [])
      .filter(({ words }) => words.every((word, step) => tokens[from + step]?.text === word))
      .map(({ concept, words }) => ({ concept, from, to: from + words.length })),
  )
}

export function conceptsIn(tokens: readonly Token[]): Concept[] {
  return [...new Set(mentions(tokens).map(mention => mention.concept))]
}

/** Every name of every concept. */
export function conceptNames(): readonly string[] {
  return allNames
}

const allNames: readonly string[] = synonyms.groups.flat()

let latin: ReadonlySet<string> | undefined

/** Latin words of the concepts' names, so that a misspelt "autonomus" still finds its concept. */
export function conceptWords(): ReadonlySet<string> {
  latin ??= new Set(
    [...table().values()].flat().flatMap(name => name.words.filter(word => /^[a-z]/.test(word))),
  )
  return latin
}
