/**
 * Finds which ids of a term table a text names. Longer words win: in 外墙喷涂 the word 喷涂 alone does not count.
 * Pure and total; the table's strings are compiled once by `compile`.
 */
interface Term {
  id: string
  words: readonly string[]
}

export interface TermTable<Id extends string> {
  ids: readonly Id[]
  terms: readonly Term[]
}

export interface Finding<Id extends string> {
  id: Id
  /** Length-weighted evidence, above 0; only comparable within one text. */
  weight: number
}

export function compile<Id extends string>(table: Readonly<Record<Id, string>>): TermTable<Id> {
  const ids = keysOf(table)
  const terms = ids.flatMap(id =>
    table[id]
      .split(' ')
      .filter(term => term !== '')
      .map(term => ({ id, words: term.split('&').map(word => word.replaceAll('_', ' ')) })),
  )
  return { ids, terms }
}

/** NFKC, lower case, spaces kept single: the form that terms are written in. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')
}

/** The ids that `text` names, strongest first, ties by the table's order. */
export function detect<Id extends string>(table: TermTable<Id>, text: string): Finding<Id>[] {
  const haystack = plain(text)
  const hits = table.terms.flatMap(term => {
    const spans = term.words.map(word => occurrences(haystack, word))
    return spans.every(found => found.length > 0) ? [{ term, spans }] : []
  })
  const taken = hits.filter(hit => hit.term.words.length === 1).flatMap(hit => hit.spans.flat())
  const evidence = new Map<string, number>()
  for (const { term, spans } of hits) {
    const free = spans.every(found => found.some(span => !insideLonger(span, taken)))
    if (free) evidence.set(term.id, (evidence.get(term.id) ?? 0) + strength(term.words))
  }
  return table.ids
    .map(id => ({ id, weight: evidence.get(id) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

interface Span {
  from: number
  to: number
}

function occurrences(text: string, word: string): Span[] {
  const spans: Span[] = []
  for (let from = text.indexOf(word); from >= 0; from = text.indexOf(word, from + 1)) {
    const to = from + word.length
    if (wholeLatinWord(text, from, word)) spans.push({ from, to })
  }
  return spans
}

/** `rov` is not in `approve`; a Latin term may continue (`weld` finds `welding`) but not start inside a word. */
function wholeLatinWord(text: string, from: number, word: string): boolean {
  if (!/^[a-z0-9]/.test(word) || from === 0) return true
  if (/[a-z0-9]/.test(text[from - 1] ?? '')) return false
  return word.length > 4 || !/[a-z0-9]/.test(text[from + word.length] ?? '')
}

function insideLonger(span: Span, taken: readonly Span[]): boolean {
  const length = span.to - span.from
  return taken.some(each => each.from <= span.from && each.to >= span.to && each.to - each.from > length)
}

/** A long word says more than a short one; two words that only stand in the same text say less than one word. */
function strength(words: readonly string[]): number {
  const length = words.reduce(
    (sum, word) => sum + (/^[a-z0-9]/.test(word) ? word.length / 3 : word.length),
    0,
  )
  return words.length === 1 ? length : length * 0.7
}

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): K[] {
  return Object.keys(record) as K[]
}
