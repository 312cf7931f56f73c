import type { ShownOutcome } from './exposure.ts'
import { byScore, scoresUnder } from './features.ts'
import { gradeOf } from './preference.ts'
import { isSound } from './slope.ts'
import type { Weights } from './weights.ts'

/** How much better the shown lists of a later time are ordered: nDCG@10 by the outcomes that followed. */
export interface Gain {
  /** Scenarios with an outcome that tells their suggestions apart. */
  scenarios: number
  before: number
  after: number
  difference: number
  /** 95 % interval of the difference, by drawing scenarios again. */
  low: number
  high: number
}

const depth = 10
const draws = 2_000
const seed = 20_231_128

/** Each scenario counts once, by the mean of its lists. Null where no list tells anything. */
export function gainOn(lists: readonly ShownOutcome[], before: Weights, after: Weights): Gain | null {
  const byScenario = new Map<string, { before: number[]; after: number[] }>()
  for (const list of [...lists].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))) {
    const [old, fresh] = [ndcgOf(list, before), ndcgOf(list, after)]
    if (old === null || fresh === null) continue
    const known = byScenario.get(list.scenarioId) ?? { before: [], after: [] }
    known.before.push(old)
    known.after.push(fresh)
    byScenario.set(list.scenarioId, known)
  }
  const scenarios = [...byScenario].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each)
  if (scenarios.length === 0) return null
  const [old, fresh] = [scenarios.map(each => mean(each.before)), scenarios.map(each => mean(each.after))]
  const differences = fresh.map((value, nth) => value - (old[nth] ?? 0))
  const [low, high] = interval(differences)
  return {
    ...{ scenarios: scenarios.length, before: mean(old), after: mean(fresh) },
    ...{ difference: mean(differences), low, high },
  }
}

/** Whether what followed tells the suggestions of a list apart. */
export function tells({ shown }: Pick<ShownOutcome, 'shown'>): boolean {
  return new Set(shown.filter(each => isSound(each.features)).map(each => each.outcome)).size > 1
}

/** nDCG@10 with gains 2^grade − 1, or null when all of the list went equally far. */
export function ndcgOf({ shown }: Pick<ShownOutcome, 'shown'>, weights: Weights): number | null {
  const sound = shown.filter(each => isSound(each.features))
  if (!tells({ shown })) return null
  const worth = sound.map(each => 2 ** gradeOf(each.outcome) - 1)
  const order = sound
    .map(({ productId: id, features }, nth) => ({
      id,
      ...scoresUnder(features, weights),
      worth: worth[nth] ?? 0,
    }))
    .sort(byScore)
  const best = [...worth].sort((a, b) => b - a)
  return discounted(order.map(each => each.worth)) / discounted(best)
}

function discounted(worth: readonly number[]): number {
  return worth.slice(0, depth).reduce((sum, each, nth) => sum + each / Math.log2(nth + 2), 0)
}

/** The middle 95 % of the means of samples drawn with replacement, always the same ones for the same input. */
function interval(values: readonly number[]): [low: number, high: number] {
  const random = randomFrom(seed)
  const means = Array.from({ length: draws }, () => {
    let sum = 0
    for (let nth = 0; nth < values.length; nth++) sum += values[Math.floor(random() * values.length)] ?? 0
    return sum / values.length
  }).sort((a, b) => a - b)
  return [means[Math.floor(draws * 0.025)] ?? 0, means[Math.ceil(draws * 0.975) - 1] ?? 0]
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough to draw samples with. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / (values.length || 1)
}
