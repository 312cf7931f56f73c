import { perMille } from '../weights/content.ts'
import { type Outcome, outcomes, type ShownOutcome } from './exposure.ts'
import { fitChange, mostMove } from './fit-weights.ts'
import { type Gain, gainOn, tells } from './later-gain.ts'
import { type Preference, preferencesOf } from './preference.ts'
import { vectorOf } from './slope.ts'
import { demandParts, supplyParts, type Weights } from './weights.ts'

/** Fewer say too little: pairs to learn from, and scenarios of a later time to measure on. */
export const needed = { pairs: 200, later: 30 } as const
/** About so much of the evidence is learned from; what comes after is for measuring. */
const learnedShare = 0.7

/** What there is to learn from. */
export interface Evidence {
  lists: number
  scenarios: number
  suggestions: number
  outcomes: Readonly<Record<Outcome, number>>
  /** First and last day; null without any list. */
  from: string | null
  to: string | null
  /** Pairs of which one went further, in all lists. */
  pairs: number
  /** Suggestions that were left out because their numbers are none. */
  unreadable: number
}

/** How a proposal was learned and what it gained on what came later. */
export interface Lesson {
  /** Scenarios first shown before this day were learned from, the others measured on. */
  split: string
  pairs: number
  scenarios: number
  gain: Gain
  /** The gain is more than chance would give: its interval lies above zero. */
  advised: boolean
}

/** Pairs to learn from and later scenarios to measure on that are still lacking. */
export interface Missing {
  pairs: number
  later: number
}

export type Learned =
  | { kind: 'tooLittle'; missing: Missing }
  | { kind: 'nothing'; lesson: Lesson }
  | { kind: 'weights'; weights: Pick<Weights, 'demand' | 'supply'>; lesson: Lesson }

export function evidenceOf(lists: readonly ShownOutcome[], weights: Weights): Evidence {
  const shown = lists.flatMap(each => each.shown)
  const days = lists.map(each => each.day).sort()
  const { pairs, unreadable } = preferencesOf(lists, weights)
  const counts = outcomes.map(outcome => [outcome, shown.filter(each => each.outcome === outcome).length])
  return {
    lists: lists.length,
    scenarios: new Set(lists.map(each => each.scenarioId)).size,
    suggestions: shown.length,
    outcomes: Object.fromEntries(counts) as Record<Outcome, number>,
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    pairs: pairs.length,
    unreadable,
  }
}

/**
 * 从使用中学习: weights that would have put what was chosen further up, near those in force. What is learned from is the
 * mutual score itself, by its slope at the weights in force, so both sides, the discount and what is missing count as
 * they do on the page; within the bound of a proposal the slope is as good as the score. The discount is not learned:
 * what nobody disclosed nobody could choose by. Constraints are no weights and are never touched. The gain is measured on scenarios first shown after all that was learned from; since those lists
 * were ordered by the weights in force, what others would have shown is underestimated, never overestimated.
 */
export function learnWeights(lists: readonly ShownOutcome[], weights: Weights): Learned {
  const { split, pairs, later } = divided(lists, weights)
  const missing = missingFor({ pairs, later })
  if (split === null || missing.pairs > 0 || missing.later > 0) return { kind: 'tooLittle', missing }
  const learned = movedBy(weights, fitChange(pairs, vectorOf(weights)).change)
  const gain = gainOn(later, weights, { ...weights, ...learned })
  if (!gain) return { kind: 'tooLittle', missing }
  const scenarios = new Set(pairs.map(each => each.scenarioId)).size
  const lesson = { split, pairs: pairs.length, scenarios, gain, advised: gain.low > 0 }
  const before = vectorOf(weights).map(perMille)
  const isSame = vectorOf(learned).every((w, nth) => perMille(w) === before[nth])
  return isSame ? { kind: 'nothing', lesson } : { kind: 'weights', weights: learned, lesson }
}

/** What is missing before anything can be learned. */
export function missingOf(lists: readonly ShownOutcome[], weights: Weights): Missing {
  return missingFor(divided(lists, weights))
}

function missingFor({ pairs, later }: Pick<Divided, 'pairs' | 'later'>): Missing {
  const telling = new Set(later.filter(tells).map(each => each.scenarioId))
  return {
    pairs: Math.max(0, needed.pairs - pairs.length),
    later: Math.max(0, needed.later - telling.size),
  }
}

interface Divided {
  /** Null while nothing can be divided; all of it is learned from then. */
  split: string | null
  /** The comparisons of the scenarios first shown before the split. */
  pairs: readonly Preference[]
  /** The lists of the other scenarios. */
  later: readonly ShownOutcome[]
}

function divided(lists: readonly ShownOutcome[], weights: Weights): Divided {
  const first = firstDays(lists)
  const split = splitDay(first, preferencesOf(lists, weights).pairs)
  const isEarlier = ({ scenarioId }: ShownOutcome) => split === null || (first.get(scenarioId) ?? '') < split
  const { pairs } = preferencesOf(lists.filter(isEarlier), weights)
  return { split, pairs, later: lists.filter(each => !isEarlier(each)) }
}

/** First day that a scenario was shown, by scenario. */
function firstDays(lists: readonly ShownOutcome[]): Map<string, string> {
  const first = new Map<string, string>()
  for (const { scenarioId, day } of lists) {
    const known = first.get(scenarioId)
    if (known === undefined || day < known) first.set(scenarioId, day)
  }
  return first
}

/** The first day before which enough of the evidence lies; no scenario is on both sides of it. */
function splitDay(first: ReadonlyMap<string, string>, pairs: readonly Preference[]): string | null {
  const byDay = new Map([...first.values()].map(day => [day, 0]))
  for (const { scenarioId } of pairs) {
    const day = first.get(scenarioId) ?? ''
    byDay.set(day, (byDay.get(day) ?? 0) + 1)
  }
  let before = 0
  for (const [day, n] of [...byDay].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (pairs.length > 0 && before >= learnedShare * pairs.length) return day
    before += n
  }
  return null
}

/** The changed weights in tenths of a per cent, each side summing to exactly 1 and no weight beyond the bound. */
function movedBy(weights: Weights, change: readonly number[]): Pick<Weights, 'demand' | 'supply'> {
  const moved = vectorOf(weights).map((w, nth) => w * (1 + (change[nth] ?? 0)))
  const [demand, supply] = [moved.slice(0, demandParts.length), moved.slice(demandParts.length)]
  return {
    demand: written(demandParts, weights.demand, demand),
    supply: written(supplyParts, weights.supply, supply),
  }
}

/** Rounded within the bounds; what is then missing or too much goes where rounding did most. */
function written<P extends string>(
  parts: readonly P[],
  own: Readonly<Record<P, number>>,
  moved: readonly number[],
): Record<P, number> {
  const rows = parts.map((part, nth) => {
    const [low, high] = bounds(own[part])
    const exact = (moved[nth] ?? 0) * 1000
    return { part, low, high, exact, tenths: Math.min(high, Math.max(low, Math.round(exact))) }
  })
  const total = parts.reduce((sum, part) => sum + perMille(own[part]), 0)
  for (let left = total - sumOf(rows); left !== 0; left -= Math.sign(left)) {
    const by = Math.sign(left)
    const free = rows.filter(each => (by > 0 ? each.tenths < each.high : each.tenths > each.low))
    const [most] = free.sort((a, b) => by * (b.exact - b.tenths - (a.exact - a.tenths)))
    if (!most) return { ...own }
    most.tenths += by
  }
  return Object.fromEntries(rows.map(({ part, tenths }) => [part, tenths / 1000])) as Record<P, number>
}

const sumOf = (rows: readonly { tenths: number }[]) => rows.reduce((sum, each) => sum + each.tenths, 0)

function bounds(own: number): [low: number, high: number] {
  return [Math.ceil(own * (1 - mostMove) * 1000 - 1e-9), Math.floor(own * (1 + mostMove) * 1000 + 1e-9)]
}
