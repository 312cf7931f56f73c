/** How well rankings find what was really used. "Was used there" does not mean "nothing else fits", so no precision. */
export interface Metrics {
  n: number
  'hit@1': number
  'hit@5': number
  mrr: number
  'ndcg@10': number
}

/** One ranking with the ids that were really used; judgements of one `group` together count once. */
export interface Judgement {
  group: string
  ranking: readonly string[]
  used: ReadonlySet<string>
}

export function metricsOf(judgements: readonly Judgement[]): Metrics {
  const sizes = new Map<string, number>()
  for (const { group } of judgements) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const mean = (measure: (judgement: Judgement) => number) => {
    const sum = judgements.reduce((total, each) => total + measure(each) / (sizes.get(each.group) ?? 1), 0)
    return sizes.size === 0 ? 0 : Math.round((sum / sizes.size) * 10_000) / 10_000
  }
  return {
    n: sizes.size,
    'hit@1': mean(each => Number(firstRank(each) <= 1)),
    'hit@5': mean(each => Number(firstRank(each) <= 5)),
    mrr: mean(each => 1 / firstRank(each)),
    'ndcg@10': mean(ndcg10),
  }
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
