import type { Codes } from './column.ts'
import { textUtility } from './demand.ts'
import { type FacetTable, type Sum, sumParts } from './facets.ts'
import { harmonic } from './score.ts'
import type { World } from './world.ts'

/** The pairs of one thing with many others by what their rows add up to, all but the text's utility. */
export interface Sums extends Record<(typeof sumParts)[number], Float64Array> {
  /** The others, by slot; a pair is at the same place in every array here. */
  slots: Uint32Array
  /** Room for what each pair scores at most. */
  bounds: Float64Array
}

/** Makes sums in the same arrays each time, for fresh ones cost more than what is done in them: use one before the next. */
export function openSums(): (slots: Uint32Array) => Sums {
  let room = roomFor(0)
  return slots => {
    const count = slots.length
    if (room.bounds.length < count) room = roomFor(Math.ceil(count * 1.5))
    const cut = (part: keyof typeof room) => room[part].subarray(0, count)
    const [dw, dg, dk, sw, sg] = [cut('dw'), cut('dg'), cut('dk'), cut('sw'), cut('sg')]
    return { slots, dw, dg, dk, sw, sg, bounds: cut('bounds') }
  }
}

function roomFor(size: number): Omit<Sums, 'slots'> {
  const fresh = () => new Float64Array(size)
  return { dw: fresh(), dg: fresh(), dk: fresh(), sw: fresh(), sg: fresh(), bounds: fresh() }
}

/** Adds a facet's rows; a part that is the same for all values, as weights mostly are, is one addition. */
export function addFacet(sums: Sums, table: FacetTable, codes: Codes): void {
  const { slots } = sums
  for (const part of sumParts) {
    const [into, values] = [sums[part], table[part]]
    const same = values[1] ?? 0
    if (table.varies.has(part))
      for (let at = 0; at < into.length; at++)
        into[at] = (into[at] as number) + (values[codes[slots[at] as number] as number] as number)
    else if (same !== 0) for (let at = 0; at < into.length; at++) into[at] = (into[at] as number) + same
  }
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

/** The published formula over what the rows add up to; `g` is the text's utility. */
export function scoresOf(
  { dw, dg, dk, sw, sg }: Sum,
  { g, weight, discount }: { g: number; weight: number; discount: number },
): Scores {
  const utility = dw > 0 ? (dg + weight * g) / dw : 0
  const known = dw > 0 ? (dk + weight) / dw : 0
  const demand = utility * (1 - discount * (1 - known))
  const supply = sw > 0 ? sg / sw : 0
  return { score: harmonic(demand, supply), demand, supply }
}

export interface Ranked extends Scores {
  slot: number
  id: string
}

/** Scores that differ by rounding only are equal, as in the judge's own order. */
export const rounding = 1e-9

/** Higher score first, then what the scenario's side says, then the id, so that there is one order only. */
function compareRanked(a: Ranked, b: Ranked): number {
  return digits(b.score) - digits(a.score) || digits(b.demand) - digits(a.demand) || (a.id < b.id ? -1 : 1)
}

function digits(value: number): number {
  return Math.round(value / rounding)
}

/** One thing and many others, not yet ranked; until the next contest over the same columns. */
export interface Contest {
  /** The others, by slot. */
  slots: Uint32Array
  /** What each of them scores at most, at the same places. */
  bounds(): Float64Array
  /** The scores of the pair at a place, the text's part included. */
  scoreAt(at: number): Scores
  idOf(slot: number): string
}

interface Over {
  world: World
  sums: Sums
  text: TextPart
  idOf(slot: number): string
}

/** A pair scores at most as much as with the same words on both sides. */
export function contestOf({ world, sums, text, idOf }: Over): Contest {
  const { slots, bounds } = sums
  const discount = world.weights.unknownDiscount
  let isBound = false
  return {
    slots,
    bounds() {
      for (let at = 0; at < slots.length && !isBound; at++) {
        const weight = text.both(slots[at] as number) ? text.weight : 0
        bounds[at] = scoresOf(sumAt(sums, at), { g: 1, weight, discount }).score
      }
      isBound = true
      return bounds
    },
    scoreAt(at) {
      const slot = slots[at] as number
      const weight = text.both(slot) ? text.weight : 0
      const g = weight === 0 ? 0 : textUtility(text.likeness(slot))
      return scoresOf(sumAt(sums, at), { g, weight, discount })
    },
    idOf,
  }
}

function sumAt({ dw, dg, dk, sw, sg }: Sums, at: number): Sum {
  const [demand, utility, known] = [dw[at] as number, dg[at] as number, dk[at] as number]
  return { dw: demand, dg: utility, dk: known, sw: sw[at] as number, sg: sg[at] as number }
}

/**
 * The best `limit` of these pairs, exactly: texts are compared only where even the same words would bring the pair
 * among them, and those who could come highest are looked at first.
 */
export function best(contest: Contest, limit: number): Ranked[] {
  const list: Ranked[] = []
  const { slots, idOf } = contest
  const bounds = contest.bounds()
  let worst = Number.NEGATIVE_INFINITY
  const consider = (at: number) => {
    if ((bounds[at] as number) < worst) return
    const { score, demand, supply } = contest.scoreAt(at)
    if (score < worst) return
    const slot = slots[at] as number
    insert(list, { slot, id: idOf(slot), score, demand, supply })
    if (list.length > limit) list.pop()
    if (list.length === limit) worst = (list[limit - 1] as Ranked).score - 2 * rounding
  }
  const bar = kthBucket(bounds, limit)
  for (let at = 0; at < bounds.length; at++) if ((bounds[at] as number) >= bar) consider(at)
  // With that many scores known, few of the others can still come among them; the most hopeful first.
  for (const at of between(bounds, Math.max(0, worst), bar)) consider(at)
  return list
}

const buckets = 1024
function bucketOf(bound: number): number {
  return Math.min(buckets, Math.floor(bound * buckets))
}

/** A bound that at least `k` of these reach, the next round number below; 0 when there are fewer. */
function kthBucket(bounds: Float64Array, k: number): number {
  const counts = new Uint32Array(buckets + 1)
  for (let at = 0; at < bounds.length; at++) {
    const bucket = bucketOf(bounds[at] as number)
    counts[bucket] = (counts[bucket] as number) + 1
  }
  let sum = 0
  for (let bucket = buckets; bucket >= 0; bucket--) {
    sum += counts[bucket] as number
    if (sum >= k) return bucket / buckets
  }
  return 0
}

/** The places whose bound is at least `low` and below `high`, in falling order as far as the buckets tell. */
function between(bounds: Float64Array, low: number, high: number): Uint32Array {
  const ends = new Uint32Array(buckets + 1)
  for (let at = 0; at < bounds.length; at++) {
    const bound = bounds[at] as number
    if (bound < low || bound >= high) continue
    const bucket = bucketOf(bound)
    ends[bucket] = (ends[bucket] as number) + 1
  }
  let sum = 0
  for (let bucket = buckets; bucket >= 0; bucket--) {
    const count = ends[bucket] as number
    ends[bucket] = sum
    sum += count
  }
  const places = new Uint32Array(sum)
  for (let at = 0; at < bounds.length; at++) {
    const bound = bounds[at] as number
    if (bound < low || bound >= high) continue
    const bucket = bucketOf(bound)
    const place = ends[bucket] as number
    places[place] = at
    ends[bucket] = place + 1
  }
  return places
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
  const gaps = Float64Array.from(contest.slots, gapOf)
  const widest = kthSmallest(gaps, limit)
  const close: (Ranked & { gap: number })[] = []
  for (let at = 0; at < gaps.length; at++) {
    const gap = gaps[at] as number
    if (gap > widest) continue
    const slot = contest.slots[at] as number
    close.push({ gap, slot, id: contest.idOf(slot), ...contest.scoreAt(at) })
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
