import {
  type Criterion,
  type CriterionId,
  type CriterionValue,
  criterionOf,
  isRange,
  isSet,
  type Range,
} from '../ontology/criteria.ts'
import type { Tri } from '../shared/tri.ts'

/** Whether a stated value answers a need, and by how much. */
export interface Judgement {
  state: Tri
  /** Have over need, turned so that 1 just meets and more is better; of a span its worse end. */
  ratio: number | null
}

/** Of what is not said, or not of a kind that could be judged. */
export const unknown: Judgement = { state: 'U', ratio: null }
/** Beyond this a surplus says nothing more; it also keeps a need of 0 finite. */
const ratioCap = 99

/**
 * Three-valued test of one requirement. Absent, non-finite or wrongly typed values are unknown: unknown never
 * passes as met and never excludes.
 */
export function judge(
  id: CriterionId,
  need: CriterionValue,
  have: CriterionValue | null | undefined,
): Judgement {
  if (have === null || have === undefined) return unknown
  const { kind, direction } = criterionOf(id)
  if (kind === 'boolean') return need === false ? yes(true) : typeof have === 'boolean' ? yes(have) : unknown
  if (kind === 'choice') return judgeChoice(id, need, have)
  if (kind === 'set') return judgeSet(need, have)
  const needed = span(need)
  const stated = span(have)
  return needed === null || stated === null ? unknown : judgeSpan(direction, needed, stated)
}

/** The judgement of sizes and ranges, once both are known to be spans. */
export function judgeSpan(direction: Criterion['direction'], needed: Range, stated: Range): Judgement {
  if (direction === 'within') return { state: cover(needed, stated) === 1 ? 'T' : 'F', ratio: null }
  return direction === 'atMost' ? atMost(needed, stated) : atLeast(needed, stated)
}

/**
 * Whether a need cannot be met by anything: a range whose end lies before its beginning, a size that is no number, or,
 * where a product is exactly one option, two different ones at once. `others` are further needs of the same criterion.
 */
export function contradicts(id: CriterionId, need: unknown, others: readonly unknown[] = []): boolean {
  const { kind, direction } = criterionOf(id)
  if (kind === 'number' || kind === 'range') return span(need) === null
  return kind === 'choice' && direction === 'includes' && others.some(other => other !== need)
}

/** How much of a need is not met, in the criterion's unit and over the need; `null` where nothing can be subtracted. */
export interface Shortfall {
  difference: number | null
  /** `difference` over the need; 1 where there is nothing to subtract. */
  relative: number
}

/** By how much a value that `judge` found unmet misses the need. */
export function shortfall(id: CriterionId, need: unknown, have: unknown): Shortfall {
  const [needed, stated] = [span(need), span(have)]
  const { kind, direction } = criterionOf(id)
  if (!needed || !stated || kind !== 'number') return { difference: null, relative: 1 }
  const difference = direction === 'atMost' ? stated.min - needed.max : needed.min - stated.max
  const base = direction === 'atMost' ? needed.max : needed.min
  return { difference, relative: base > 0 ? difference / base : 1 }
}

/** The part of the needed range that the stated range covers, 0 to 1. */
export function cover(need: Range, have: Range): number {
  if (need.max === need.min) return have.min <= need.min && need.max <= have.max ? 1 : 0
  const overlap = Math.min(need.max, have.max) - Math.max(need.min, have.min)
  return Math.max(0, overlap) / (need.max - need.min)
}

/** A number as a span of one point; `null` for anything that is not a finite span in order. */
export function span(value: unknown): Range | null {
  const { min, max } = isRange(value) ? value : { min: value, max: value }
  const fine =
    typeof min === 'number' && typeof max === 'number' && Number.isFinite(min) && Number.isFinite(max)
  return fine && min <= max ? { min, max } : null
}

/** A stated set is the whole of what the product has, so what is not in it is missing; with nothing in it, unknown. */
function judgeSet(need: CriterionValue, have: CriterionValue): Judgement {
  if (!isSet(need) || !isSet(have) || need.length === 0 || have.length === 0) return unknown
  return yes(included(need, have) === 1)
}

/** The part of the options asked for that are there, 0 to 1. */
export function included(need: readonly string[], have: readonly string[]): number {
  return need.filter(each => have.includes(each)).length / need.length
}

function atLeast(need: Range, have: Range): Judgement {
  const state = have.min >= need.max ? 'T' : have.max < need.min ? 'F' : 'U'
  return { state, ratio: quotient(have.min, need.max) }
}

function atMost(need: Range, have: Range): Judgement {
  const state = have.max <= need.min ? 'T' : have.min > need.max ? 'F' : 'U'
  return { state, ratio: quotient(need.min, have.max) }
}

function quotient(part: number, whole: number): number {
  if (whole <= 0) return part < whole ? 0 : ratioCap
  return Math.min(ratioCap, Math.max(0, part / whole))
}

function yes(met: boolean): Judgement {
  return { state: met ? 'T' : 'F', ratio: null }
}

function judgeChoice(id: CriterionId, need: CriterionValue, have: CriterionValue): Judgement {
  if (typeof need !== 'string' || typeof have !== 'string') return unknown
  if (id === 'ipCode') return { state: judgeIp(need, have), ratio: null }
  const { direction, options = {} } = criterionOf(id)
  const order = Object.keys(options)
  const [needed, stated] = [order.indexOf(need), order.indexOf(have)]
  if (needed < 0 || stated < 0) return unknown
  // A choice is listed from the least to the most demanding option, so a later option answers an earlier need.
  return yes(direction === 'includes' ? needed === stated : stated >= needed)
}

/**
 * IP codes digit by digit (GB/T 4208): X is untested; a code for immersion (7, 8) or steam (9) alone does not
 * speak for water jets (5, 6), unless the code is dual, such as IPX5/IPX7.
 */
function judgeIp(need: string, have: string): Tri {
  const [needed] = ipDigits(need)
  const stated = ipDigits(have)
  if (!needed || stated.length === 0) return 'U'
  const dust = best(stated.map(code => digit(needed.dust, code.dust, () => true)))
  const water = best(stated.map(code => digit(needed.water, code.water, coversWater)))
  return dust === 'F' || water === 'F' ? 'F' : dust === 'U' || water === 'U' ? 'U' : 'T'
}

function ipDigits(code: string): { dust: string; water: string }[] {
  return [...code.toUpperCase().matchAll(/IP([0-6X])([0-9X])/g)].map(([, dust = 'X', water = 'X']) => ({
    dust,
    water,
  }))
}

function digit(need: string, have: string, speaksFor: (need: number, have: number) => boolean): Tri {
  if (need === 'X' || need === '0') return 'T'
  if (have === 'X') return 'U'
  if (Number(have) < Number(need)) return 'F'
  return speaksFor(Number(need), Number(have)) ? 'T' : 'U'
}

function coversWater(need: number, have: number): boolean {
  return have <= 6 || need <= 4 || (need >= 7 && have <= 8) || need === have
}

function best(states: readonly Tri[]): Tri {
  return states.includes('T') ? 'T' : states.includes('U') ? 'U' : 'F'
}
