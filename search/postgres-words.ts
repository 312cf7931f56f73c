import type { Analysis } from './analysis.ts'
import type { SearchDocument } from './engine.ts'
import { orderWord } from './postgres-newest.ts'
import type { Phrase, ReadQuery, Term } from './query.ts'
import { stopWords, tokenize } from './tokens.ts'

/** Weights of a tsvector: A title, B short words and model codes, C summary and concept names, D text and pinyin. */
type Weight = 'A' | 'B' | 'C' | 'D'

/** Words of different fields are never neighbours. */
const fieldGap = 10
const sentenceGap = 8
/** The highest position a tsvector can hold. */
const lastPlace = 16_383

export interface IndexedWords {
  /** A tsvector literal. */
  literal: string
  /** Latin words that a slip of the fingers may be compared with. */
  terms: string[]
}

const mostTerms = 300
/** A tsvector may not exceed 1 MB. */
const longestText = 50_000

export function indexWords(document: SearchDocument, { concepts, codes, pinyin }: Analysis): IndexedWords {
  const fields: [Weight, readonly string[], spelt: boolean][] = [
    ['A', [document.title], true],
    ['B', [document.org, ...document.keywords, ...codes], true],
    ['C', [document.summary], true],
    ['C', concepts, false],
    ['D', [document.body], true],
    ['D', pinyin, false],
    // Last, as only what stands far back in a long text may lose its exact place.
    ['D', (document.attachments ?? []).flatMap(file => file.pages), true],
  ]
  const places = new Map<string, string[]>()
  const terms = new Set<string>()
  let place = 0
  for (const [weight, texts, spelt] of fields) {
    for (const text of texts) {
      for (const token of tokenize(text.slice(0, longestText))) {
        place += token.apart ? sentenceGap : 1
        if (stopWords.has(token.text)) continue
        const known = places.get(token.text)
        const here = `${Math.min(place, lastPlace)}${weight}`
        if (known) known.push(here)
        else places.set(token.text, [here])
        if (spelt && terms.size < mostTerms && /^[a-z0-9]{4,}$/.test(token.text)) terms.add(token.text)
      }
      place += fieldGap
    }
  }
  const words = [...places].map(([word, at]) => `${quoted(word)}:${at.slice(0, 256).join(',')}`)
  const unwritten = [...beginnings(places.keys()), orderWord(document)].map(quoted)
  return { literal: [...words, ...unwritten].join(' '), terms: [...terms] }
}

const letter = /^[a-z0-9]/

/**
 * One letter begins thousands of words, and the index would put the documents of all of them together before it leaves
 * out a single one. So a document has the first letters of its Latin words as words of their own. No text has such a
 * word, for it begins with two spaces; the order's begins with one.
 */
function beginnings(words: Iterable<string>): string[] {
  const first = new Set<string>()
  for (const word of words) if (letter.test(word)) first.add(beginning(word.charAt(0)))
  return [...first]
}

const beginning = (first: string) => `  ${first}`

/** The same terms as Postgres conditions, from the widest to the narrowest. */
export interface WordConditions {
  /** What counts as found, misspelt neighbours included. */
  wide: string
  /** The same, and the first term alone, as the index finds it soonest. */
  sought: { all: string; first: string }
  /** Conditions by number of terms from the left: the last is `wide` itself. */
  tiers: string[]
  /** Each term alone. */
  single: readonly string[]
  /** What each term says, where any may be missing; null where their number decides. */
  weights: readonly number[] | null
  /** Any of the terms, to weigh partial matches. */
  loose: string
  /** As typed, without neighbours; null when there are none. */
  exact: string | null
  /** Terms that stand together are found together; null when none do. */
  adjacent: string | null
  /** All in the title; in title or short words; anywhere but the text. */
  fields: [string, string, string]
}

/** Null when there is nothing to look for. `near` are the misspelt words' neighbours. */
export function conditions(
  terms: readonly Term[],
  near: ReadonlyMap<string, readonly string[]>,
): WordConditions | null {
  if (terms.length === 0) return null
  const node = (term: Term, weights = '') => {
    const suffix = `${term.prefix ? '*' : ''}${weights}`
    const typed = `${quoted(term.text)}${suffix && `:${suffix}`}`
    const others = near.get(term.text) ?? []
    if (others.length === 0) return typed
    return `(${[typed, ...others.map(word => `${quoted(word)}${weights && `:${weights}`}`)].join('|')})`
  }
  const all = (some: readonly Term[], weights?: string) => some.map(term => node(term, weights)).join('&')
  const soonest = (some: readonly Term[]) =>
    some.map(term => (isLetter(term) ? quoted(beginning(term.text)) : node(term))).join('&')
  const tiers = terms.map((_, nth) => all(terms.slice(0, nth + 1)))
  const phrase = terms
    .map((term, nth) => (nth === 0 ? '' : term.glued && term.han ? '<->' : '&') + node(term))
    .join('')
  return {
    wide: all(terms),
    sought: { all: soonest(terms), first: soonest(terms.slice(0, 1)) },
    single: terms.map(term => node(term)),
    weights: null,
    tiers,
    loose: terms.map(term => node(term)).join('|'),
    exact:
      near.size === 0 ? null : terms.map(term => `${quoted(term.text)}${term.prefix ? ':*' : ''}`).join('&'),
    adjacent: phrase.includes('<->') ? phrase : null,
    fields: [all(terms, 'A'), all(terms, 'AB'), all(terms, 'ABC')],
  }
}

const isLetter = ({ text, prefix }: Term) => prefix && text.length === 1 && letter.test(text)

/** What every document found has to have and must not have, whatever else is let go; null when nothing is asked. */
export function required({ phrases, without }: Pick<ReadQuery, 'phrases' | 'without'>): string | null {
  const parts = [...phrases.map(phrase), ...without.map(each => `!(${phrase(each)})`)]
  return parts.length > 0 ? parts.join('&') : null
}

function phrase(words: Phrase): string {
  return words.map(({ text, gap }, nth) => `${nth === 0 ? '' : `<${gap}>`}${quoted(text)}`).join('')
}

/** A word between quotes, as both tsvector and tsquery read it. */
function quoted(word: string): string {
  return /['\\]/.test(word) ? `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'` : `'${word}'`
}
