import {
  type DemandPart,
  demandParts,
  type SupplyPart,
  supplyParts,
  type Weights,
} from '../matching/weights.ts'

/** What a version of the weights says; its number comes when it is published. */
export type WeightsContent = Omit<Weights, 'version'>

/** Every number that a version sets, in the order of the public formula. */
export type WeightRef =
  | { side: 'demand'; part: DemandPart }
  | { side: 'supply'; part: SupplyPart }
  | { side: 'discount'; part: null }

export const weightRefs: readonly WeightRef[] = [
  ...demandParts.map(part => ({ side: 'demand' as const, part })),
  ...supplyParts.map(part => ({ side: 'supply' as const, part })),
  { side: 'discount', part: null },
]

/** One number of two versions side by side. */
export type WeightChange = WeightRef & { before: number; after: number }

export function contentOf({ demand, supply, unknownDiscount }: Weights): WeightsContent {
  return { demand, supply, unknownDiscount }
}

/** A stored version. A part that the formula has learnt since weighs nothing until a version gives it a weight. */
export function weightsOf(version: number, { demand, supply, unknownDiscount }: WeightsContent): Weights {
  return {
    version,
    demand: filled(demandParts, demand),
    supply: filled(supplyParts, supply),
    unknownDiscount,
  }
}

function filled<P extends string>(
  parts: readonly P[],
  given: Readonly<Partial<Record<P, number>>>,
): Record<P, number> {
  return Object.fromEntries(parts.map(part => [part, given[part] ?? 0])) as Record<P, number>
}

export function weightAt(content: WeightsContent, { side, part }: WeightRef): number {
  if (side === 'demand') return content.demand[part] ?? 0
  return side === 'supply' ? (content.supply[part] ?? 0) : content.unknownDiscount
}

/** Every weight of two versions side by side, in the order of the public formula. */
export function weightsBeside(before: WeightsContent, after: WeightsContent): WeightChange[] {
  return weightRefs.map(ref => ({ ...ref, before: weightAt(before, ref), after: weightAt(after, ref) }))
}

/** What one version changed of another; numbers are compared as they are written, in tenths of a per cent. */
export function changesBetween(before: WeightsContent, after: WeightsContent): WeightChange[] {
  return weightsBeside(before, after).filter(each => perMille(each.before) !== perMille(each.after))
}

/** The unit in which weights are written: a tenth of a per cent. */
export function perMille(share: number): number {
  return Math.round(share * 1000)
}

type FieldOf<R extends WeightRef> = R extends { part: infer P extends string }
  ? `${R['side']}${Capitalize<P>}`
  : 'unknownDiscount'
/** The name of the control in which a weight is typed. */
export type WeightField = FieldOf<WeightRef>

export function weightField({ side, part }: WeightRef): WeightField {
  return (
    part === null ? 'unknownDiscount' : `${side}${part.charAt(0).toUpperCase()}${part.slice(1)}`
  ) as WeightField
}

export const weightFields: readonly WeightField[] = weightRefs.map(weightField)
