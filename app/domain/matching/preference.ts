import { type Outcome, outcomes, type ShownOutcome } from './exposure.ts'
import { scoresUnder } from './features.ts'
import { isSound, slopeOf, vectorOf } from './slope.ts'
import type { Weights } from './weights.ts'

export const gradeOf = (outcome: Outcome): number => outcomes.indexOf(outcome)
const highestGrade = outcomes.length - 1

/** Two suggestions of one list of which one went further than the other. */
export interface Preference {
  scenarioId: string
  /** M of the better one less M of the other, under the weights in force. */
  margin: number
  /** The difference of their slopes, each times its weight: what a relative change of each weight adds to the margin. */
  slope: readonly number[]
  /** Evidence: what position made harder to see counts more, a bigger step in outcome counts more. */
  weight: number
}

/** What is looked at little counts more when it is chosen all the same: √position, never more than this. */
const mostBias = 3

/**
 * The pairs that can be learned from. A comparison counts once however many days it was shown: of several lists of a
 * scenario the one with the furthest outcome of the pair speaks, of equals the latest. The correction for position is
 * scaled to a mean of 1, so that n pairs weigh like n pairs.
 */
export function preferencesOf(
  lists: readonly ShownOutcome[],
  weights: Weights,
): { pairs: Preference[]; unreadable: number } {
  const own = vectorOf(weights)
  const best = new Map<string, { pair: Preference; bias: number }>()
  let unreadable = 0
  for (const { scenarioId, shown } of inOrder(lists)) {
    const sound = shown.filter(each => isSound(each.features) && each.position >= 1)
    unreadable += shown.length - sound.length
    const seen = sound.map(each => ({
      ...each,
      score: scoresUnder(each.features, weights).score,
      slope: slopeOf(each.features, weights),
    }))
    for (const a of seen)
      for (const b of seen) {
        const step = gradeOf(a.outcome) - gradeOf(b.outcome)
        if (step <= 0) continue
        const key = `${scenarioId} ${a.productId} ${b.productId}`
        const weight = step / highestGrade
        if ((best.get(key)?.pair.weight ?? 0) > weight) continue
        const slope = a.slope.map((each, nth) => (own[nth] ?? 0) * (each - (b.slope[nth] ?? 0)))
        const pair = { scenarioId, margin: a.score - b.score, slope, weight }
        best.set(key, { pair, bias: Math.min(Math.sqrt(a.position), mostBias) })
      }
  }
  const found = [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  const mean = found.reduce((sum, each) => sum + each.bias, 0) / (found.length || 1)
  return {
    pairs: found.map(({ pair, bias }) => ({ ...pair, weight: (pair.weight * bias) / mean })),
    unreadable,
  }
}

/** By day and scenario, so that the answer does not hang on the order in which rows came. */
function inOrder(lists: readonly ShownOutcome[]): ShownOutcome[] {
  return [...lists].sort((a, b) =>
    a.day === b.day ? (a.scenarioId < b.scenarioId ? -1 : 1) : a.day < b.day ? -1 : 1,
  )
}
