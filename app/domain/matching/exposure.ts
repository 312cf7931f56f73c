import type { Day } from '../shared/dates.ts'
import type { ProductId, ScenarioId } from '../shared/ids.ts'
import type { Placed } from './diversify.ts'
import type { Features } from './features.ts'

/** 展示 on which page: a scenario's, that shows products, or a product's, that shows scenarios. */
export const exposureSides = ['forScenario', 'forProduct'] as const
export type ExposureSide = (typeof exposureSides)[number]

/** To whom something was shown. All others are one: nobody is recorded, and the same page read twice counts once. */
export const audiences = ['own', 'officers', 'others'] as const
export type Audience = (typeof audiences)[number]

/** Places further down are not kept: hardly anybody reads them, and a list of thousands would bury the rest. */
export const countedPlaces = 50

/** One line of a page as it was shown. */
export interface ShownLine {
  scenarioId: ScenarioId
  productId: ProductId
  /** From 1. */
  position: number
  /** The place by score alone, from 1. */
  byScore: number
  placed: Placed
  score: number
  features: Features
}

/**
 * 结果: the furthest that followed a showing; `asked` is a fact inquired after, or an invitation. A bid counts from its
 * opening on, for a sealed one is nobody's to know, and before it a scenario tells nothing: who bid would seem to have
 * done nothing.
 */
export const outcomes = ['none', 'asked', 'bid', 'selected', 'accepted'] as const
export type Outcome = (typeof outcomes)[number]

/** One suggestion of a list, as it was when it was first shown. */
export interface Shown {
  productId: string
  /** From 1. */
  position: number
  features: Features
  weightsVersion: number
  outcome: Outcome
}

/** What a scenario's page showed, each product once, and what came of it: what weights may be learnt from. */
export interface ShownOutcome {
  scenarioId: string
  /** The first day on which the scenario's matches were shown. */
  day: Day
  shown: readonly Shown[]
}

/** So many firms were shown so often. */
export interface ExposureTally {
  shown: number
  firms: number
}

/**
 * 基尼系数: 0 when every firm was shown as often as every other, towards 1 the more all showings fall to one; null
 * where there is no firm or no showing to share. G = Σ (2i − n − 1) x_i / (n Σ x), x ascending, i from 1.
 */
export function gini(tallies: readonly ExposureTally[]): number | null {
  const { sorted, firms, total } = ascending(tallies)
  if (firms === 0 || total === 0) return null
  let [before, sum] = [0, 0]
  for (const { shown, firms: n } of sorted) {
    // Σ (2i − N − 1) over the ranks before + 1 … before + n.
    sum += shown * n * (2 * before + n - firms)
    before += n
  }
  return sum / (firms * total)
}

export interface LorenzPoint {
  /** Share of the firms, those shown least first, 0 to 1. */
  firms: number
  /** Share of all showings that is theirs. */
  shown: number
}

/** 洛伦兹曲线, from (0, 0) to (1, 1): one corner for each number of showings. Empty where there is nothing to share. */
export function lorenz(tallies: readonly ExposureTally[]): LorenzPoint[] {
  const { sorted, firms, total } = ascending(tallies)
  if (firms === 0 || total === 0) return []
  let [n, sum] = [0, 0]
  const corners = sorted.map(tally => {
    n += tally.firms
    sum += tally.firms * tally.shown
    return { firms: n / firms, shown: sum / total }
  })
  return [{ firms: 0, shown: 0 }, ...corners]
}

/** The curve's height at a share of the firms, straight between its corners. */
export function lorenzAt(curve: readonly LorenzPoint[], share: number): number {
  const right = curve.findIndex(point => point.firms >= share)
  const [from, to] = [curve[right - 1], curve[right]]
  if (!to) return 1
  if (!from) return to.shown
  return from.shown + ((share - from.firms) / (to.firms - from.firms)) * (to.shown - from.shown)
}

/**
 * What share of all showings falls to the most shown `share` of the firms, whole firms, at least one: of 13 firms a
 * tenth is 2. Null where there is nothing to share.
 */
export function topShare(
  tallies: readonly ExposureTally[],
  share: number,
): { firms: number; shown: number; share: number } | null {
  const { sorted, firms, total } = ascending(tallies)
  if (firms === 0 || total === 0) return null
  // Rounding may not make 11 of 100 firms out of a tenth.
  const top = Math.max(1, Math.ceil(firms * share - 1e-9))
  let [left, shown] = [top, 0]
  for (const tally of [...sorted].reverse()) {
    const taken = Math.min(left, tally.firms)
    shown += taken * tally.shown
    left -= taken
  }
  return { firms: top, shown, share: shown / total }
}

function ascending(tallies: readonly ExposureTally[]) {
  const sorted = tallies.filter(tally => tally.firms > 0).sort((a, b) => a.shown - b.shown)
  return {
    sorted,
    firms: sorted.reduce((sum, tally) => sum + tally.firms, 0),
    total: sorted.reduce((sum, tally) => sum + tally.firms * tally.shown, 0),
  }
}
