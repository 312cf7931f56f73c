/**
 * Likeness of two texts: TF-IDF cosine over Han bigrams, Latin words and concepts. No dictionary is needed, and the
 * concepts let 病房 meet 医院. The domain's own, so that a match does not depend on a search engine.
 */
export interface Corpus {
  /** 0 (nothing in common) to 1 (the same words), whichever way round: the product of the texts' vectors. */
  likeness(a: string, b: string): number
  /** What likeness compares: a length of 1, or nothing for a text without words. */
  vectorOf(text: string): Vector
}

/** How rare words are, as data: what a corpus is made from. */
export interface TextBasis {
  /** Distinct texts counted. */
  documents: number
  /** Word → in how many of them it stands. */
  spread: Readonly<Record<string, number>>
  /** What a word counts that `spread` does not name. */
  unseen: number
}

export type Vector = ReadonlyMap<string, number>
/** Names the concepts in a text; supplied as data by the ontology. */
export type ConceptFinder = (text: string) => readonly string[]

const conceptBoost = 1.5
/** Characters that count; no call or product text is longer, and a likeness of more would only take long. */
const longest = 50_000
/** Characters among which shared words are looked for, which takes their product. */
const read = 4_000
/** Words that every text of this trade has; they would only make strangers look alike. */
const common = new Set([
  '机器',
  '器人',
  '人机',
  '需要',
  '希望',
  '设备',
  '可以',
  '进行',
  '自动',
  '自主',
  '作业',
  '使用',
  'the',
  'and',
  'of',
  'for',
  'to',
  'in',
  'with',
  'on',
  'robot',
  'robots',
  'a',
  'an',
  'is',
  'that',
])

/** Words that a basis keeps at most: the more frequent ones, for the rest are all alike rare. */
const keptWords = 40_000
/** Texts whose vectors are remembered before they are forgotten all at once. */
const keptTexts = 2_000

/** Counts texts one by one, for they may be many; the same text counts once. */
export function openTextCount(concepts: ConceptFinder): { add(text: string): void; basis(): TextBasis } {
  const distinct = new Set<string>()
  const counts = new Map<string, number>()
  return {
    add(text) {
      if (distinct.has(text)) return
      distinct.add(text)
      for (const token of countTokens(text, concepts).keys()) counts.set(token, (counts.get(token) ?? 0) + 1)
    },
    basis() {
      const unseen = [...counts.values()].sort((a, b) => b - a)[keptWords] ?? 0
      const kept = [...counts].filter(([, count]) => count > unseen).sort(([a], [b]) => (a < b ? -1 : 1))
      return { documents: distinct.size, spread: Object.fromEntries(kept), unseen }
    },
  }
}

export function corpusFrom(
  { documents, spread, unseen }: TextBasis,
  concepts: ConceptFinder,
  keep = keptTexts,
): Corpus {
  const counts = new Map(Object.entries(spread))
  const rarity = (token: string) => Math.log(1 + documents / (1 + (counts.get(token) ?? unseen)))
  const vectors = new Map<string, Vector>()
  const vectorOf = (text: string): Vector => {
    const known = vectors.get(text)
    if (known) return known
    const vector = normalise(countTokens(text, concepts), rarity)
    if (vectors.size >= keep) vectors.clear()
    vectors.set(text, vector)
    return vector
  }
  return { likeness: (a, b) => dot(vectorOf(a), vectorOf(b)), vectorOf }
}

export function corpusOf(texts: Iterable<string>, concepts: ConceptFinder): Corpus {
  const counted = openTextCount(concepts)
  for (const text of texts) counted.add(text)
  return corpusFrom(counted.basis(), concepts, Number.POSITIVE_INFINITY)
}

/** The text's words in order: Han bigrams and stems of Latin words, without those that every text of the trade has. */
export function wordsOf(text: string): string[] {
  const runs = text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)
  return [...runs]
    .flatMap(([run]) => (/^[a-z0-9]/.test(run) ? [run] : bigrams(run)))
    .filter(word => !common.has(word))
    .map(stem)
}

/** `pushing`, `pushes` and `pusher` are one word; nothing finer is needed to compare, and nothing of it is shown. */
function stem(word: string): string {
  return /^[a-z]{5,}$/.test(word) ? word.replace(/(?<=...)(ings?|ed|ers?|ery|eries|ies|es|s|e|y)$/, '') : word
}

/** Token → how often it stands in the text. */
/** Words, pairs of characters and concepts of a text. */
export function countTokens(text: string, concepts: ConceptFinder): Vector {
  const counts = new Map<string, number>()
  // What stands before the first full stop is the title: it names the matter, so it counts twice.
  const [title = ''] = text.slice(0, longest).split(/[。\n]/, 1)
  for (const word of [...wordsOf(title), ...wordsOf(text)]) counts.set(word, (counts.get(word) ?? 0) + 1)
  for (const concept of concepts(text.slice(0, longest))) counts.set(`#${concept}`, conceptBoost)
  return counts
}

function bigrams(run: string): string[] {
  const characters = [...run]
  return characters.length === 1
    ? characters
    : characters.slice(1).map((second, i) => `${characters[i]}${second}`)
}

function normalise(counts: Vector, rarity: (token: string) => number): Vector {
  const weighted = [...counts].map(([token, count]) => [token, weigh(token, count) * rarity(token)] as const)
  const length = Math.hypot(...weighted.map(([, weight]) => weight))
  return new Map(length === 0 ? [] : weighted.map(([token, weight]) => [token, weight / length]))
}

function weigh(token: string, count: number): number {
  return token.startsWith('#') ? count : 1 + Math.log(count)
}

/** The likeness of two texts by their vectors. */
export function dot(a: Vector, b: Vector): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a]
  // Summed in one order whichever way round, so that swapping the sides cannot change the last digit.
  const shared = [...short.keys()].filter(token => long.has(token)).sort()
  return Math.min(
    1,
    shared.reduce((sum, token) => sum + (short.get(token) ?? 0) * (long.get(token) ?? 0), 0),
  )
}

/** The longest word groups that both texts contain, for the reason "the texts name the same things". */
export function sharedWords(a: string, b: string, limit = 3): string[] {
  const other = b.slice(0, read).normalize('NFKC').toLowerCase()
  const found: string[] = []
  for (const [run] of a
    .slice(0, read)
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/\p{Script=Han}+|[a-z0-9]+/gu)) {
    if (/^[a-z0-9]/.test(run)) {
      if (run.length > 2 && !common.has(run) && new RegExp(`\\b${run}\\b`).test(other)) found.push(run)
    } else found.push(...commonParts([...run], other))
  }
  const telling = [...new Set(found)].filter(word => !common.has(word) && word !== '机器人')
  return telling
    .filter(word => !telling.some(longer => longer !== word && longer.includes(word)))
    .sort((x, y) => y.length - x.length)
    .slice(0, limit)
}

function commonParts(characters: readonly string[], other: string): string[] {
  const parts: string[] = []
  for (let from = 0; from < characters.length - 1; from++) {
    let to = from + 1
    while (to < characters.length && other.includes(characters.slice(from, to + 1).join(''))) to++
    if (to - from >= 2) {
      parts.push(characters.slice(from, to).join(''))
      from = to - 1
    }
  }
  return parts
}
