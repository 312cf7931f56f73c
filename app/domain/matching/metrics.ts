/** How well rankings find what was really used. "Was used there" does not mean "nothing else fits", so no precision. */
export interface Metrics {
  n: number
  'hit@1': number
  'hit@5': number
  mrr: number
  'ndcg@10': number
}
export type Measure = Exclude<keyof Metrics, 'n'>
export const measures = ['mrr', 'hit@1', 'hit@5', 'ndcg@10'] as const satisfies readonly Measure[]

/** One ranking with the ids that were really used; judgements of one `group` together count once. */
export interface Judgement {
  group: string
  ranking: readonly string[]
  used: ReadonlySet<string>
}

export function metricsOf(judgements: readonly Judgement[]): Metrics {
  const mean = (measure: Measure) => {
    const values = [...byGroup(judgements, measure).values()]
    const sum = values.reduce((total, each) => total + each, 0)
    return values.length === 0 ? 0 : Math.round((sum / values.length) * 10_000) / 10_000
  }
  return {
    n: new Set(judgements.map(each => each.group)).size,
    'hit@1': mean('hit@1'),
    'hit@5': mean('hit@5'),
    mrr: mean('mrr'),
    'ndcg@10': mean('ndcg@10'),
  }
}

/** Each group's mean of one measure: the units that are averaged, resampled and compared in pairs. */
export function byGroup(judgements: readonly Judgement[], measure: Measure): Map<string, number> {
  const groups = new Map<string, number[]>()
  for (const each of judgements)
    groups.set(each.group, [...(groups.get(each.group) ?? []), measuredBy[measure](each)])
  return new Map(
    [...groups].map(([group, values]) => [
      group,
      values.reduce((sum, value) => sum + value, 0) / values.length,
    ]),
  )
}

const measuredBy: Readonly<Record<Measure, (judgement: Judgement) => number>> = {
  'hit@1': each => Number(firstRank(each) <= 1),
  'hit@5': each => Number(firstRank(each) <= 5),
  mrr: each => 1 / firstRank(each),
  'ndcg@10': ndcg10,
}

/** Rank of the first id that was used, from 1; infinite when none is listed. */
function firstRank({ ranking, used }: Judgement): number {
  const index = ranking.findIndex(id => used.has(id))
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1
}

function ndcg10({ ranking, used }: Judgement): number {
  const gain = (rank: number) => 1 / Math.log2(rank + 2)
  const found = ranking.slice(0, 10).reduce((sum, id, rank) => sum + (used.has(id) ? gain(rank) : 0), 0)
  const ideal = [...used].slice(0, 10).reduce((sum, _, rank) => sum + gain(rank), 0)
  return ideal === 0 ? 0 : found / ideal
}

/** A mean with the 95 % interval of its bootstrap. */
export interface Estimate {
  mean: number
  low: number
  high: number
}

/**
 * Percentile bootstrap over independent values, one a group. The resampling is seeded: the same values give the same
 * interval on every machine. Of no values everything is NaN.
 */
export function estimate(values: readonly number[], rounds = 2000): Estimate {
  const mean = meanOf(values)
  if (values.length === 0) return { mean, low: mean, high: mean }
  const next = chance(0x9e3779b9)
  const means = Array.from({ length: rounds }, () =>
    meanOf(Array.from(values, () => values[Math.floor(next() * values.length)] ?? 0)),
  ).sort((a, b) => a - b)
  const at = (share: number) => means[Math.min(rounds - 1, Math.floor(share * rounds))] ?? mean
  return { mean, low: at(0.025), high: at(0.975) }
}

/** Group by group, how much better the first is: what both find easy or hard cancels out. */
export function difference(ours: ReadonlyMap<string, number>, theirs: ReadonlyMap<string, number>): Estimate {
  return estimate([...ours].map(([group, value]) => value - (theirs.get(group) ?? 0)))
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length
}

/** Numbers in [0, 1) that look like chance and are the same every time (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
