import { onlyCharacter } from './characters.ts'
import { mentions } from './concepts.ts'
import type { Segment } from './engine.ts'
import { mayHaveSlips, readQuery, type Term } from './query.ts'
import { type Token, tokenize } from './tokens.ts'
import { nearWords } from './typos.ts'

/** Marks what the query found in a text, with the very tokenizer of the index; other names of a concept as well. */
export function highlight(text: string, q: string, { around }: { around?: number } = {}): Segment[] {
  const single = onlyCharacter(q)
  if (single !== null) {
    const all = text
      .split(single)
      .flatMap((rest, nth) => [
        ...(nth > 0 ? [{ text: single, hit: true }] : []),
        ...(rest === '' ? [] : [{ text: rest, hit: false }]),
      ])
    return around === undefined ? all : crop(all, around)
  }
  const { text: sought, terms } = readQuery(q)
  const tokens = tokenize(text)
  const hit = new Array<boolean>(tokens.length).fill(false)
  const mark = (from: number, to: number) => hit.fill(true, from, to)
  for (const word of together(terms)) markWord({ tokens, word, mark })
  const concepts = new Set(mentions(tokenize(sought)).map(mention => mention.concept))
  for (const mention of mentions(tokens)) if (concepts.has(mention.concept)) mark(mention.from, mention.to)
  const pieces = segments(text, tokens, hit)
  return around === undefined ? pieces : crop(pieces, around)
}

/** Terms that stand together, such as 手术·机器·人. */
export function together(terms: readonly Term[]): Term[][] {
  const groups: Term[][] = []
  for (const term of terms) {
    const open = term.glued && term.han ? groups.at(-1) : undefined
    if (open) open.push(term)
    else groups.push([term])
  }
  return groups
}

interface WordMark {
  tokens: readonly Token[]
  word: readonly Term[]
  mark: (from: number, to: number) => void
}

function markWord({ tokens, word, mark }: WordMark): void {
  for (let at = 0; at < tokens.length; at++) {
    if (word.every((term, step) => matches(tokens[at + step], term))) mark(at, at + word.length)
    // Part of a longer word counts when it is a word of its own; a single 人 would be noise.
    else if (word.some(term => (!term.han || term.text.length > 1) && matches(tokens[at], term)))
      mark(at, at + 1)
  }
}

function matches(token: Token | undefined, term: Term): boolean {
  if (!token) return false
  return isAsTyped(token, term) || isSlipOf(token, term)
}

/** The very word, or one that begins with the word that is still being typed. */
export function isAsTyped(token: Token, term: Term): boolean {
  return token.text === term.text || (term.prefix && token.text.startsWith(term.text))
}

function isSlipOf(token: Token, term: Term): boolean {
  return mayHaveSlips(term) && nearWords(term.text, [token.text]).length > 0
}

/** Neighbouring hits with nothing between them become one mark. */
function segments(text: string, tokens: readonly Token[], hit: readonly boolean[]): Segment[] {
  const found: Segment[] = []
  const push = (piece: string, isHit: boolean) => {
    const previous = found.at(-1)
    if (piece === '') return
    if (previous?.hit === isHit) previous.text += piece
    else found.push({ text: piece, hit: isHit })
  }
  let done = 0
  tokens.forEach((token, nth) => {
    if (!hit[nth]) return
    push(text.slice(done, token.start), false)
    push(text.slice(Math.max(done, token.start), token.end), true)
    done = Math.max(done, token.end)
  })
  push(text.slice(done), false)
  return found
}

/** A window of about `around` characters that begins shortly before the first hit. */
function crop(pieces: readonly Segment[], around: number): Segment[] {
  const length = pieces.reduce((sum, piece) => sum + piece.text.length, 0)
  if (length <= around) return [...pieces]
  const first = pieces.findIndex(piece => piece.hit)
  const hitAt = pieces.slice(0, Math.max(first, 0)).reduce((sum, piece) => sum + piece.text.length, 0)
  const from = Math.min(Math.max(0, hitAt - Math.floor(around / 4)), length - around)
  const window = cut(pieces, from, from + around)
  if (from > 0) window.unshift({ text: '…', hit: false })
  if (from + around < length) window.push({ text: '…', hit: false })
  return window
}

function cut(pieces: readonly Segment[], from: number, to: number): Segment[] {
  let start = 0
  return pieces.flatMap(({ text, hit }) => {
    const kept = text.slice(Math.max(0, from - start), Math.max(0, to - start))
    start += text.length
    return kept === '' ? [] : [{ text: kept.replaceAll(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, ''), hit }]
  })
}
