import type { Codes } from './column.ts'
import { textUtility } from './demand.ts'
import type { FacetTable, Sum, sumParts } from './facets.ts'
import { harmonic } from './score.ts'
import type { World } from './world.ts'

/** The pairs of one thing with many others by what their rows add up to, all but the text's utility. */
export interface Sums extends Record<(typeof sumParts)[number], Float64Array> {
  /** The others, by slot; a pair is at the same place in every array here. */
  slots: Uint32Array
}

export function openSums(slots: Uint32Array, start: Sum): Sums {
  const from = (value: number) => new Float64Array(slots.length).fill(value)
  return {
    slots,
    dw: from(start.dw),
    dg: from(start.dg),
    dk: from(start.dk),
    sw: from(start.sw),
    sg: from(start.sg),
  }
}

/** Adds a facet's rows. Weights are mostly the same for all values, and utilities of the firm's side often. */
export function addFacet(sums: Sums, table: FacetTable, codes: Codes): void {
  for (const part of ['dw', 'sw', 'sg'] as const) addPart(sums, part, { values: table[part], codes })
  const { slots, dg, dk } = sums
  const [worth, known] = [table.dg, table.dk]
  for (let at = 0; at < slots.length; at++) {
    const code = codes[slots[at] as number] as number
    dg[at] = (dg[at] as number) + (worth[code] as number)
    dk[at] = (dk[at] as number) + (known[code] as number)
  }
}

function addPart(
  { slots, ...sums }: Sums,
  part: (typeof sumParts)[number],
  { values, codes }: { values: readonly number[]; codes: Codes },
): void {
  const into = sums[part]
  const first = values[1] ?? 0
  if (values.every((value, code) => code === 0 || value === first)) {
    if (first !== 0) for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + first
    return
  }
  for (let at = 0; at < slots.length; at++)
    into[at] = (into[at] as number) + (values[codes[slots[at] as number] as number] as number)
}

/** What the texts of a pair add, by slot. */
export interface TextPart {
  weight: number
  /** Whether both sides have a text; without one of them the row is unknown, or absent. */
  both(slot: number): boolean
  likeness(slot: number): number
}

export interface Scores {
  score: number
  demand: number
  supply: number
}

/** The published formula over the sums; `g` is the text's utility. */
export function scoresAt(
  { dw, dg, dk, sw, sg }: Sums,
  at: number,
  { g, weight, discount }: { g: number; weight: number; discount: number },
): Scores {
  const total = dw[at] as number
  const firm = sw[at] as number
  const utility = total > 0 ? ((dg[at] as number) + weight * g) / total : 0
  const known = total > 0 ? ((dk[at] as number) + weight) / total : 0
  const demand = utility * (1 - discount * (1 - known))
  const supply = firm > 0 ? (sg[at] as number) / firm : 0
  return { score: harmonic(demand, supply), demand, supply }
}

export interface Ranked extends Scores {
  slot: number
  id: string
}

/** Scores that differ by rounding only are equal, as in the judge's own order. */
export const rounding = 1e-9

/** Higher score first, then what the scenario's side says, then the id, so that there is one order only. */
export function compareRanked(a: Ranked, b: Ranked): number {
  return (
    Math.round((b.score - a.score) / rounding) ||
    Math.round((b.demand - a.demand) / rounding) ||
    (a.id < b.id ? -1 : 1)
  )
}

export interface Contest {
  sums: Sums
  text: TextPart
  world: World
  idOf(slot: number): string
}

/**
 * The best `limit` of these pairs, exactly: texts are compared only where even the same words would bring the pair
 * among them, and those who could come highest are looked at first.
 */
export function best(contest: Contest, limit: number): Ranked[] {
  const list: Ranked[] = []
  const { sums, idOf } = contest
  const scoreAt = scorer(contest)
  const bounds = boundsOf(contest)
  const consider = (at: number) => {
    const worst = list.length < limit ? undefined : list[limit - 1]
    if (worst && (bounds[at] as number) < worst.score - 2 * rounding) return
    const slot = sums.slots[at] as number
    const one = { slot, id: idOf(slot), ...scoreAt(at) }
    if (worst && compareRanked(one, worst) > 0) return
    insert(list, one)
    if (list.length > limit) list.pop()
  }
  const bar = kthBucket(bounds, limit)
  for (let at = 0; at < bounds.length; at++) if ((bounds[at] as number) >= bar) consider(at)
  // With that many scores known, few of the others can still come among them.
  const worst = list.length < limit ? 0 : (list[limit - 1]?.score ?? 0)
  const left: number[] = []
  for (let at = 0; at < bounds.length; at++) {
    const bound = bounds[at] as number
    if (bound < bar && bound >= worst - 2 * rounding) left.push(at)
  }
  left.sort((a, b) => (bounds[b] as number) - (bounds[a] as number))
  for (const at of left) consider(at)
  return list
}

/** The scores of the pair at a place, the text's part included. */
export function scorer({ sums, text, world }: Contest): (at: number) => Scores {
  const discount = world.weights.unknownDiscount
  return at => {
    const slot = sums.slots[at] as number
    if (!text.both(slot)) return scoresAt(sums, at, { g: 0, weight: 0, discount })
    return scoresAt(sums, at, { g: textUtility(text.likeness(slot)), weight: text.weight, discount })
  }
}

/** What each pair scores at most: as much as with the same words on both sides. */
export function boundsOf({ sums, text, world }: Contest): Float64Array {
  const { slots, dw, dg, dk, sw, sg } = sums
  const discount = world.weights.unknownDiscount
  const bounds = new Float64Array(slots.length)
  for (let at = 0; at < slots.length; at++) {
    const weight = text.both(slots[at] as number) ? text.weight : 0
    const total = dw[at] as number
    const firm = sw[at] as number
    if (total <= 0 || firm <= 0) continue
    const known = ((dk[at] as number) + weight) / total
    const demand = (((dg[at] as number) + weight) / total) * (1 - discount * (1 - known))
    bounds[at] = harmonic(demand, (sg[at] as number) / firm)
  }
  return bounds
}

const buckets = 1024

/** A bound that at least `k` of these reach, the next round number below; 0 when there are fewer. */
function kthBucket(bounds: Float64Array, k: number): number {
  const counts = new Uint32Array(buckets + 1)
  for (let at = 0; at < bounds.length; at++) {
    const bucket = Math.min(buckets, Math.floor((bounds[at] as number) * buckets))
    counts[bucket] = (counts[bucket] as number) + 1
  }
  let sum = 0
  for (let bucket = buckets; bucket >= 0; bucket--) {
    sum += counts[bucket] as number
    if (sum >= k) return bucket / buckets
  }
  return 0
}

function insert(list: Ranked[], one: Ranked): void {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compareRanked(one, list[middle] as Ranked) < 0) high = middle
    else low = middle + 1
  }
  list.splice(low, 0, one)
}

/** Near misses: the smallest gap first, then by the judge's order. */
export function nearest(
  contest: Contest,
  gapOf: (slot: number) => number,
  limit: number,
): (Ranked & { gap: number })[] {
  const gaps = Float64Array.from(contest.sums.slots, gapOf)
  const widest = kthSmallest(gaps, limit)
  const scoreAt = scorer(contest)
  const close: (Ranked & { gap: number })[] = []
  for (let at = 0; at < gaps.length; at++) {
    const gap = gaps[at] as number
    if (gap > widest) continue
    const slot = contest.sums.slots[at] as number
    close.push({ gap, slot, id: contest.idOf(slot), ...scoreAt(at) })
  }
  return close.sort((a, b) => a.gap - b.gap || compareRanked(a, b)).slice(0, limit)
}

function kthSmallest(values: ArrayLike<number>, k: number): number {
  const smallest: number[] = []
  for (let at = 0; at < values.length; at++) {
    const value = values[at] as number
    if (smallest.length === k && value >= (smallest[k - 1] as number)) continue
    let place = smallest.length
    while (place > 0 && (smallest[place - 1] as number) > value) place--
    smallest.splice(place, 0, value)
    if (smallest.length > k) smallest.pop()
  }
  return smallest.length < k ? Number.POSITIVE_INFINITY : (smallest[k - 1] as number)
}
