import { saidWords } from './asking.ts'
import { characterCode, onlyCharacter } from './characters.ts'
import type { Filter, Understood } from './engine.ts'
import { takeQuantities } from './quantities.ts'
import { stopWords, tokenize } from './tokens.ts'
import { slipsAllowed } from './typos.ts'

/** One word to look for. Both engines consider the first ten; the last one also as the beginning of a word. */
export interface Term {
  text: string
  han: boolean
  prefix: boolean
  /** Stands right after the previous term with nothing between: together they are one word for the reader. */
  glued: boolean
  /** Stands for one Chinese character, wherever it stands in a word. */
  character?: true
}

/** Whether slips of the fingers are forgiven in it: a character's code is none that anybody typed. */
export function mayHaveSlips({ text, character }: Term): boolean {
  return !character && slipsAllowed(text) > 0
}

/** A word of a phrase; `gap` is how many places after the word before it, more than one where function words lie between. */
export interface PhraseWord {
  text: string
  gap: number
}
export type Phrase = readonly PhraseWord[]

export interface ReadQuery {
  /** What is left to search for as words. */
  text: string
  terms: Term[]
  /** Reads like a sentence: hardly anything has all of its words, and a part of them may be meant. */
  sentence: boolean
  /** Written between quotation marks: these words in this order, with nothing between. */
  phrases: Phrase[]
  /** Written after a minus: documents with these words, in this order, are left out. */
  without: Phrase[]
  understood: Understood[]
  /** The understood quantities as a condition that keeps what does not disclose them. */
  filter?: Filter
  /** The same as a condition that surely holds. */
  surely?: Filter
}

const mostCharacters = 400
const mostTerms = 10
const mostPhrases = 5

/** Reads what somebody typed. Any text is harmless: too long is cut, control characters separate words. */
export function readQuery(q: string): ReadQuery {
  const plain = q
    .slice(0, mostCharacters)
    .normalize('NFKC')
    .slice(0, mostCharacters)
    .replaceAll(/\p{C}/gu, ' ')
  const { rest, phrases, without } = takeSigns(plain)
  const { text, understood } = takeQuantities(rest)
  const asked = (unknown: 'keep' | 'drop'): Filter => ({
    and: understood.map(({ criterion, bounds }) => ({ range: [criterion, bounds], unknown })),
  })
  const filters = understood.length > 0 ? { filter: asked('keep'), surely: asked('drop') } : {}
  return { ...readTerms(text), phrases, without, understood, ...filters }
}

const quotes = [
  ['"', '"'],
  ['“', '”'],
  ['「', '」'],
  ['『', '』'],
  ['《', '》'],
] as const
const quoted = new RegExp(
  quotes.map(([open, close]) => `(?:(?<![^\\s])(-))?${open}([^${open}${close}]{1,100})${close}`).join('|'),
  'gu',
)
/** Before a digit it is a sign of the number, inside a code a part of it. */
const minus = /(?<![^\s])-(?![-\d\s])([^\s]{1,60})/gu

/** Takes out what is written after a minus; what stands between quotation marks stays as words and is a phrase besides. */
function takeSigns(plain: string): { rest: string; phrases: Phrase[]; without: Phrase[] } {
  const phrases: Phrase[] = []
  const without: Phrase[] = []
  const keep = (list: Phrase[], text: string) => {
    const words = phraseIn(text)
    if (words.length > 0 && list.length < mostPhrases) list.push(words)
    return words.length > 0
  }
  const unquoted = plain.replaceAll(quoted, (written: string, ...parts) => {
    // Each pair of marks has two groups: the minus before it and what lies inside.
    const groups: unknown[] = parts.slice(0, quotes.length * 2)
    const nth = groups.findIndex((group, place) => place % 2 === 1 && typeof group === 'string')
    const inside = String(groups[nth] ?? '')
    if (groups[nth - 1] === '-') return keep(without, inside) ? ' ' : written
    return keep(phrases, inside) ? ` ${inside} ` : written
  })
  const rest = unquoted.replaceAll(minus, (written: string, word: string) =>
    keep(without, word) ? ' ' : written,
  )
  return { rest: rest === plain ? plain : rest.trim() === '' ? '' : rest, phrases, without }
}

function phraseIn(text: string): Phrase {
  const words: PhraseWord[] = []
  let gap = 0
  for (const token of tokenize(text).slice(0, mostTerms)) {
    gap += 1
    if (stopWords.has(token.text)) continue
    words.push({ text: token.text, gap })
    gap = 0
  }
  return words
}

/** From so many words on a query is a sentence, whether it asks or not. */
const sentenceTerms = 5

function readTerms(written: string): Pick<ReadQuery, 'text' | 'terms' | 'sentence'> {
  const single = onlyCharacter(written)
  if (single !== null && !stopWords.has(single)) return character(single)
  const text = saidWords(written)
  const tokens = tokenize(text)
  const found = tokens.flatMap((token, nth) => {
    const previous = tokens[nth - 1]
    const glued = token.glued && previous !== undefined && !stopWords.has(previous.text)
    return stopWords.has(token.text) ? [] : [{ ...token, glued }]
  })
  // What ends a sentence does not end a word that may go on: weld? finds welding.
  const open = !/[\p{P}\p{Sm}\p{Z}]$/u.test(text.replace(/[?!。]\s*$/u, ''))
  const terms = found.slice(0, mostTerms).map((token, nth) => ({
    text: token.text,
    han: token.han,
    glued: token.glued,
    prefix: open && nth === found.length - 1,
  }))
  const sentence = terms.length >= sentenceTerms || (text !== written && terms.length > 1)
  return { text, terms, sentence }
}

/** One character is looked for wherever it stands in a word. */
function character(single: string): Pick<ReadQuery, 'text' | 'terms' | 'sentence'> {
  const code = characterCode(single)
  return {
    text: code,
    terms: [{ text: code, han: false, prefix: false, glued: false, character: true }],
    sentence: false,
  }
}
