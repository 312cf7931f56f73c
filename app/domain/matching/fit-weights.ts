import type { Preference } from './preference.ts'
import { demandParts, supplyParts } from './weights.ts'

/** No proposal moves a weight by more than this share of itself. */
export const mostMove = 0.2
/** Ten points of a hundred between two suggestions count as e : 1. */
const steepness = 10
/**
 * What holds the weights where they are: a relative change z of a weight costs this times z². 200 pairs that all agree,
 * each of them as telling as two products can be, then move no weight by more than a fifth even without the bound.
 */
const holding = 625
const precision = 1e-10
const mostSteps = 5_000

export interface Fitted {
  /** The relative change of each weight. */
  change: readonly number[]
  steps: number
  converged: boolean
}

/**
 * min over z of Σ weight · log(1 + exp(−k (margin + slope · z))) + μ‖z‖², where z is the relative change of each weight,
 * no z passes the bound, and each side's weights keep their sum. Convex, so projected gradient with the step 1/L ends at
 * the one minimum. A weight of which no pair says anything stays; a weight of zero stays zero.
 */
export function fitChange(
  pairs: readonly Preference[],
  own: readonly number[],
  { bound = mostMove }: { bound?: number } = {},
): Fitted {
  const blocks = blocksOf(pairs, own)
  const spoken = new Set(blocks.flat())
  let change = own.map(() => 0)
  // The steepest curvature there can be: k²/4 Σ weight·‖slope‖² + 2μ.
  const curvature = pairs.reduce((sum, each) => sum + each.weight * norm2(each.slope), 0)
  const step = 1 / ((steepness ** 2 / 4) * curvature + 2 * holding)
  for (let steps = 1; steps <= mostSteps; steps++) {
    const slope = slopeAt(pairs, change)
    const next = change.map((z, nth) => (spoken.has(nth) ? z - step * (slope[nth] ?? 0) : 0))
    for (const block of blocks) project(next, own, { block, bound })
    const moved = Math.max(0, ...next.map((z, nth) => Math.abs(z - (change[nth] ?? 0))))
    change = next
    if (moved < precision) return { change, steps, converged: true }
  }
  return { change, steps: mostSteps, converged: false }
}

function slopeAt(pairs: readonly Preference[], change: readonly number[]): number[] {
  const slope = change.map(z => 2 * holding * z)
  for (const { margin, slope: own, weight } of pairs) {
    const pull = (-steepness * weight) / (1 + Math.exp(steepness * (margin + dot(own, change))))
    for (let nth = 0; nth < slope.length; nth++) slope[nth] = (slope[nth] ?? 0) + pull * (own[nth] ?? 0)
  }
  return slope
}

/** The weights of each side that some pair speaks of; those that none speaks of do not take part. */
function blocksOf(pairs: readonly Preference[], own: readonly number[]): number[][] {
  const spoken = own.map((w, nth) => w > 0 && pairs.some(each => Math.abs(each.slope[nth] ?? 0) > 1e-12))
  const sides = [demandParts.map((_, nth) => nth), supplyParts.map((_, nth) => demandParts.length + nth)]
  return sides.map(side => side.filter(nth => spoken[nth]))
}

/** The nearest point with Σ own·z = 0 over the block and |z| within the bound; everything outside blocks stays 0. */
function project(
  z: number[],
  own: readonly number[],
  { block, bound }: { block: readonly number[]; bound: number },
): void {
  const at = (shift: number) =>
    block.map(nth => Math.min(bound, Math.max(-bound, (z[nth] ?? 0) - shift * (own[nth] ?? 0))))
  const balance = (shift: number) =>
    at(shift).reduce((sum, each, nth) => sum + each * (own[block[nth] ?? 0] ?? 0), 0)
  const reach = Math.max(0, ...block.map(nth => (Math.abs(z[nth] ?? 0) + bound) / (own[nth] || 1)))
  let [low, high] = [-reach, reach]
  for (let round = 0; round < 100 && Number.isFinite(reach); round++) {
    const middle = (low + high) / 2
    if (balance(middle) > 0) low = middle
    else high = middle
  }
  const nearest = at((low + high) / 2)
  block.forEach((nth, index) => {
    z[nth] = nearest[index] ?? 0
  })
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0
  for (let nth = 0; nth < a.length; nth++) sum += (a[nth] ?? 0) * (b[nth] ?? 0)
  return sum
}

const norm2 = (a: readonly number[]) => dot(a, a)
