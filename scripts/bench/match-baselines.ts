import type { MatchProduct } from '#domain/matching/match.ts'
import { chance } from '#domain/matching/metrics.ts'
import { wordsOf } from '#domain/matching/text.ts'
import type { Ranker, Trial } from '#domain/matching/trial.ts'

/** What the matcher has to beat in the same run; none of them knows tasks, kinds or requirements. */
export function baselines(
  { scenarios, products }: Trial,
  newness: ReadonlyMap<string, number>,
): Record<string, Ranker> {
  return {
    random: ({ id }) => Array.from({ length: shuffles }, (_, nth) => shuffled(products, `${id}/${nth}`)),
    newest: () => [sorted(products, ({ id }) => newness.get(id) ?? 0)],
    domain: ({ id, domain }) => {
      const luck = luckOf(id)
      return [
        sorted(products, each => Number(domain !== null && each.domains.includes(domain)) + luck(each.id)),
      ]
    },
    bigrams: bigrams({ scenarios, products }),
    BM25: bm25(products),
  }
}

/** A mean over as many shuffles, so that chance is a number and not a mood. */
const shuffles = 40

/** Cosine of plain TF-IDF vectors over character bigrams and Latin words: no concepts, no emphasis on titles. */
export function bigrams({ scenarios, products }: Pick<Trial, 'scenarios' | 'products'>): Ranker {
  const texts = new Set([...scenarios, ...products].map(each => each.text))
  const counts = new Map([...texts].map(text => [text, countsOf(text)]))
  const spread = new Map<string, number>()
  for (const words of counts.values())
    for (const word of words.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  const weigh = (word: string, count: number) =>
    (1 + Math.log(count)) * Math.log(1 + texts.size / (1 + (spread.get(word) ?? 0)))
  const vectors = new Map(
    [...counts].map(([text, words]) => {
      const weights = [...words].map(([word, count]) => [word, weigh(word, count)] as const)
      const length = Math.hypot(...weights.map(([, weight]) => weight)) || 1
      return [text, new Map(weights.map(([word, weight]) => [word, weight / length]))]
    }),
  )
  const likeness = (a: string, b: string) => {
    let sum = 0
    for (const [word, weight] of vectors.get(a) ?? []) sum += weight * (vectors.get(b)?.get(word) ?? 0)
    return sum
  }
  return scenario => [sorted(products, product => likeness(scenario.text, product.text))]
}

/** BM25 (Robertson and Spärck Jones) over the same tokens, with the usual constants. */
function bm25(products: readonly MatchProduct[]): Ranker {
  const [k1, b] = [1.2, 0.75]
  const texts = new Map(products.map(({ id, text }) => [id, countsOf(text)]))
  const lengths = new Map(
    [...texts].map(([id, counts]) => [id, [...counts.values()].reduce((x, y) => x + y, 0)]),
  )
  const mean = [...lengths.values()].reduce((x, y) => x + y, 0) / Math.max(1, lengths.size)
  const spread = new Map<string, number>()
  for (const counts of texts.values())
    for (const word of counts.keys()) spread.set(word, (spread.get(word) ?? 0) + 1)
  const rarity = (word: string) => {
    const df = spread.get(word) ?? 0
    return Math.log(1 + (products.length - df + 0.5) / (df + 0.5))
  }
  const score = (words: ReadonlySet<string>, id: string) => {
    const norm = k1 * (1 - b + (b * (lengths.get(id) ?? 0)) / mean)
    let total = 0
    for (const word of words) {
      const count = texts.get(id)?.get(word) ?? 0
      if (count > 0) total += (rarity(word) * count * (k1 + 1)) / (count + norm)
    }
    return total
  }
  return scenario => {
    const words = new Set(wordsOf(scenario.text))
    return [sorted(products, ({ id }) => score(words, id))]
  }
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function shuffled(products: readonly MatchProduct[], seed: string): string[] {
  const luck = luckOf(seed)
  return sorted(products, ({ id }) => luck(id))
}

/** A number in [0, 1) for each id, the same every run (FNV-1a into mulberry32). */
function luckOf(seed: string): (id: string) => number {
  return id => {
    let hash = 0x811c9dc5
    for (const character of `${seed}/${id}`)
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
    return chance(hash)()
  }
}

export function sorted(
  products: readonly MatchProduct[],
  worth: (product: MatchProduct) => number,
): string[] {
  return products
    .map(product => ({ id: product.id, worth: worth(product) }))
    .sort((a, b) => b.worth - a.worth || (a.id < b.id ? -1 : 1))
    .map(({ id }) => id)
}

/**
 * The reports say when they were read about, not when a product came to market, so "newest" is the latest year that
 * the record names in its source; a record that names none comes last, and of equals the later one in the file first.
 */
export function newnessIn(json: unknown): Map<string, number> {
  const list: unknown[] = Array.isArray(json) ? json : []
  return new Map(
    list.flatMap((each, place) => {
      if (typeof each !== 'object' || each === null || !('id' in each)) return []
      const source = 'source' in each ? JSON.stringify(each.source) : ''
      const years = [...(source ?? '').matchAll(/(?<!\d)20[0-3]\d(?!\d)|(?<!\d)20[0-3]\d(?=[01]\d)/g)].map(
        ([year]) => Number(year),
      )
      return [[String(each.id), Math.max(0, ...years) + place / list.length] as const]
    }),
  )
}
