import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Jieba } from '@node-rs/jieba'
import { simplified } from './simplified.ts'

/**
 * Cuts text the way Meilisearch's tokenizer (charabia) does for Chinese, so that both engines find the same
 * documents: dictionary words first, words of more than two characters cut again into 2, 3 or 1 characters.
 * 机器人 becomes 机器·人 everywhere, so it is found inside 手术机器人 as well. Both have the same dictionary (jieba's
 * 349,045 words), to which nothing is added: an entry would become indivisible, and words that it lacks, such as 置钉
 * and 上下料, fall into characters alike in document and query, where they stand together and so are ranked first.
 */
export interface Token {
  /** Folded: NFKC, lower case, accents removed, full width to half width, traditional to simplified characters. */
  text: string
  /** Place in the original text, in UTF-16 units. */
  start: number
  end: number
  han: boolean
  /** No separator stands between the previous token and this one. */
  glued: boolean
  /** A sentence ends or a line breaks before this token. */
  apart: boolean
}

const longestWord = 64

/** Function words that both engines leave out. */
export const stopWords: ReadonlySet<string> = new Set(['的', '了', '与', '和', '及', '等'])

/** Charabia's classes of separators (punctuation, spaces, mathematical signs, the backtick) and the rest of `Sm`. */
const pieces = /(\p{Script=Han}+)|([^\p{Script=Han}\p{P}\p{Sm}\p{Z}\p{C}`]+)|([\p{P}\p{Sm}\p{Z}\p{C}`]+)/gu
const sentenceEnd = /[。！？；!?;\n\r…]|\.\s/u

/** Names of concepts, labels and firms come again with each document, and every text of one is read twice. */
const known = new Map<string, readonly Token[]>()
const mostKnown = 60_000
let knownLength = 0

export function tokenize(text: string): readonly Token[] {
  const before = known.get(text)
  if (before) return before
  const tokens = cut(text)
  // Any text may be typed into a search box, so the memory has an end.
  if (knownLength + text.length > mostKnown) {
    known.clear()
    knownLength = 0
  }
  if (text.length <= mostKnown / 4) {
    known.set(text, tokens)
    knownLength += text.length
  }
  return tokens
}

function cut(text: string): Token[] {
  const folded = fold(text)
  const tokens: Token[] = []
  let glued = false
  let apart = false
  const push = (word: string, from: number, han: boolean) => {
    const start = folded.at ? (folded.at[from] ?? 0) : from
    const last = from + word.length
    const end = folded.ends ? (folded.ends[last - 1] ?? text.length) : last
    tokens.push({ text: word.slice(0, longestWord), start, end, han, glued, apart })
    glued = true
    apart = false
  }
  for (const { 0: piece, 1: han, 3: separator, index } of folded.text.matchAll(pieces)) {
    if (separator !== undefined) {
      glued = false
      apart ||= sentenceEnd.test(separator)
    } else if (han === undefined) push(piece, index, false)
    else {
      let from = index
      for (const word of wordParts(han).flat()) {
        push(word, from, true)
        from += word.length
      }
    }
  }
  return tokens
}

/** Dictionary words of a Chinese text, each in the parts it is cut into again: 手术 · 机器+人. */
export function wordParts(han: string): string[][] {
  return jieba()
    .cut(han, false)
    .map(word => (word.length <= 2 ? [word] : cutAgain(word)))
}

/** The text as tokens are: half width, lower case, simplified. Folding it again changes nothing. */
export function foldText(text: string): string {
  return fold(text).text
}

/** Words of two or three characters anywhere in a text, across the cuts too: 做手·术 hides 手术. */
export function wordsInside(text: string): string[] {
  const runs = text.match(/\p{Script=Han}+/gu) ?? []
  const words = runs.flatMap(run => jieba().cutAll(run))
  return [...new Set(words.filter(word => word.length === 2 || word.length === 3))]
}

interface Folded {
  text: string
  /** For each unit of the folded text: where its original character starts and ends; absent where that is its own place. */
  at?: number[]
  ends?: number[]
}

function fold(text: string): Folded {
  let folded = ''
  // Most texts are folded unit by unit, and then every unit stands where it stood.
  let moved: { at: number[]; ends: number[] } | undefined
  let start = 0
  for (const char of text) {
    const plain = foldChar(char)
    if (!moved && (char.length > 1 || plain.length !== 1)) moved = unmoved(start)
    for (let unit = 0; moved && unit < plain.length; unit++) {
      moved.at.push(start)
      moved.ends.push(start + char.length)
    }
    folded += plain
    start += char.length
  }
  return { text: folded, ...moved }
}

function unmoved(length: number): { at: number[]; ends: number[] } {
  const at = Array.from({ length }, (_, unit) => unit)
  return { at, ends: at.map(unit => unit + 1) }
}

function foldChar(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (code >= 0x3400 && code <= 0x9fff) return simplified(char)
  if (code < 0x80) return char.toLowerCase()
  // Invisible format characters vanish; lone surrogates separate words like any control character.
  if (/\p{Cf}/u.test(char)) return ''
  if (/\p{Cs}/u.test(char)) return ' '
  const plain = char
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFC')
  return [...plain].map(each => alike[each] ?? simplified(each)).join('')
}

/** Letters that are typed as others: 5 μm as 5 um. */
const alike: Readonly<Record<string, string>> = { μ: 'u', æ: 'ae', œ: 'oe' }

const cuts = new Map<string, string[]>()

function cutAgain(word: string): string[] {
  const known = cuts.get(word)
  if (known) return known
  const chars = [...word]
  const parts: string[] = []
  for (let at = 0; at < chars.length; ) {
    const pair = chars.slice(at, at + 2).join('')
    const triple = chars.slice(at, at + 3).join('')
    const size = at + 2 <= chars.length && isWord(pair) ? 2 : at + 3 <= chars.length && isWord(triple) ? 3 : 1
    parts.push(chars.slice(at, at + size).join(''))
    at += size
  }
  // This one has an end too.
  if (cuts.size >= 20_000) cuts.clear()
  cuts.set(word, parts)
  return parts
}

function isWord(text: string): boolean {
  return jieba().cutAll(text).includes(text)
}

let loaded: Jieba | undefined

/** Loaded at first use (about 0.2 s, 65 MB), so that what never searches never pays for it. */
function jieba(): Jieba {
  if (!loaded) {
    const require = createRequire(import.meta.url)
    const { Jieba: Loaded }: typeof import('@node-rs/jieba') = require('@node-rs/jieba')
    // The package's own `dict.js` would read its 6 MB of word weights too.
    loaded = Loaded.withDict(readFileSync(require.resolve('@node-rs/jieba/dict.txt')))
  }
  return loaded
}
