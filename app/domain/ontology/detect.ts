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
  /** Terms by their first word. */
  terms: ReadonlyMap<string, readonly Term[]>
  /** All words by their first character, so that one pass over a text finds them. */
  words: ReadonlyMap<string, readonly string[]>
}

export interface Finding<Id extends string> {
  id: Id
  /** Length-weighted evidence, above 0; only comparable within one text. */
  weight: number
}

export function compile<Id extends string>(table: Readonly<Record<Id, string>>): TermTable<Id> {
  const ids = keysOf(table)
  const terms = new Map<string, Term[]>()
  const words = new Map<string, string[]>()
  for (const id of ids) {
    for (const term of table[id].split(' ').filter(part => part !== '')) {
      const parts = term.split('&').map(word => word.replaceAll('_', ' '))
      push(terms, parts[0] ?? '', { id, words: parts })
      for (const word of parts) push(words, word.charAt(0), word)
    }
  }
  return { ids, terms, words: new Map([...words].map(([first, found]) => [first, [...new Set(found)]])) }
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** NFKC, lower case, spaces kept single: the form that terms are written in. */
function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ')
}

/** The ids that `text` names, strongest first, ties by the table's order. */
export function detect<Id extends string>(table: TermTable<Id>, text: string): Finding<Id>[] {
  const spans = spansIn(plain(text), table.words)
  const hits = [...spans.keys()]
    .flatMap(word => table.terms.get(word) ?? [])
    .filter(term => term.words.every(word => spans.has(word)))
  const taken = hits.flatMap(({ id, words: [word, second] }) =>
    second === undefined ? (spans.get(word ?? '') ?? []).map(span => ({ ...span, id })) : [],
  )
  const evidence = new Map<string, number>()
  for (const { id, words } of hits) {
    const free = words.every(word => spans.get(word)?.some(span => !claimed(span, id, taken)))
    if (free) evidence.set(id, (evidence.get(id) ?? 0) + strength(words))
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

/** Where each known word stands in the text. */
function spansIn(text: string, words: TermTable<string>['words']): Map<string, Span[]> {
  const spans = new Map<string, Span[]>()
  for (let from = 0; from < text.length; from++) {
    for (const word of words.get(text.charAt(from)) ?? []) {
      if (text.startsWith(word, from) && wholeLatinWord(text, from, word)) {
        push(spans, word, { from, to: from + word.length })
      }
    }
  }
  return spans
}

/** `rov` is not in `approve`; a Latin term may continue (`weld` finds `welding`) but not start inside a word. */
function wholeLatinWord(text: string, from: number, word: string): boolean {
  if (!/^[a-z0-9]/.test(word) || from === 0) return true
  if (/[a-z0-9]/.test(text[from - 1] ?? '')) return false
  return word.length > 4 || !/[a-z0-9]/.test(text[from + word.length] ?? '')
}

/** Whether a longer word of another id stands over these letters. */
function claimed(span: Span, id: string, taken: readonly (Span & { id: string })[]): boolean {
  const length = span.to - span.from
  return taken.some(
    each => each.id !== id && each.from <= span.from && each.to >= span.to && each.to - each.from > length,
  )
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
