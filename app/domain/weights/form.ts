import type { z } from 'zod'
import { demandParts, supplyParts } from '../matching/weights.ts'
import { decimal } from '../shared/fields.ts'
import {
  perMille,
  type WeightField,
  type WeightRef,
  type WeightsContent,
  weightAt,
  weightField,
  weightRefs,
} from './content.ts'

/** No single criterion may decide a side alone. In per cent. */
export const mostWeight = 60
/** Task and kind of robot say whether the work fits: without weight, what does not fit would score like what does. */
const leastOfWork = 1
/** Beyond a quarter a firm could gain by disclosing that it does not meet a need; the judge's estimates are made for less. */
export const mostDiscount = 25

const work: readonly string[] = ['task', 'category']

/** Per cent with at most one decimal. */
function percent(ref: WeightRef) {
  const max = ref.side === 'discount' ? mostDiscount : mostWeight
  const least = ref.side === 'demand' && work.includes(ref.part) ? leastOfWork : 0
  return decimal({ min: 0, max })
    .refine(value => Math.abs(value * 10 - Math.round(value * 10)) < 1e-9, 'weights.tooFine')
    .refine(value => value < 0 || value >= least, 'weights.workNeeded')
}

/** The controls of a form of weights; what was parsed parses to itself. */
export const weightsShape = Object.fromEntries(
  weightRefs.map(ref => [weightField(ref), percent(ref)]),
) as Record<WeightField, ReturnType<typeof percent>>
type TypedWeights = Readonly<Record<WeightField, number>>

const sides = [
  { side: 'demand', refs: demandParts.map((part): WeightRef => ({ side: 'demand', part })) },
  { side: 'supply', refs: supplyParts.map((part): WeightRef => ({ side: 'supply', part })) },
] as const

/** Each side has to sum to 100, and is told by how much it does not; tenths are whole numbers, which sum exactly. */
export function checkSums(typed: TypedWeights, context: { addIssue: z.RefinementCtx['addIssue'] }): void {
  for (const { side, refs } of sides) {
    const message = sumMessage(refs.reduce((sum, ref) => sum + tenths(typed[weightField(ref)]), 0))
    if (message) context.addIssue({ code: 'custom', message, path: [side] })
  }
}

const tenths = (percents: number) => Math.round(percents * 10)

function sumMessage(sum: number): string | null {
  if (sum === 1000) return null
  const gap = `sum=${sum / 10}|gap=${Math.abs(1000 - sum) / 10}`
  return sum < 1000 ? `weights.sumShort|${gap}` : `weights.sumOver|${gap}`
}

/** The weights as shares, out of what was typed in per cent. */
export function contentFrom(typed: TypedWeights): WeightsContent {
  const shares = (refs: readonly WeightRef[]) =>
    Object.fromEntries(refs.map(ref => [ref.part, tenths(typed[weightField(ref)]) / 1000]))
  const [demand, supply] = sides
  return {
    demand: shares(demand.refs) as WeightsContent['demand'],
    supply: shares(supply.refs) as WeightsContent['supply'],
    unknownDiscount: tenths(typed.unknownDiscount) / 1000,
  }
}

/** The controls' texts for these weights; typed back they give the same weights. */
export function typedWeights(content: WeightsContent): Record<WeightField, string> {
  return Object.fromEntries(
    weightRefs.map(ref => [weightField(ref), String(perMille(weightAt(content, ref)) / 10)]),
  ) as Record<WeightField, string>
}
