import type { Localized } from '../shared/localized.ts'
import type { DomainId } from '../vocabulary.ts'

/**
 * How a stated value answers a need.
 * `atLeast` and `atMost` compare sizes, `within` asks that the product's range covers the site's range,
 * `includes` asks for the very option, `yes` asks that the product can.
 */
type Direction = 'atLeast' | 'atMost' | 'within' | 'includes' | 'yes'

/** The unit a value is kept in; people may type any unit that `units.ts` can convert into it. */
export type Unit =
  | ''
  | 'kg'
  | 'mm'
  | 'm'
  | 'km'
  | 'm/s'
  | 'deg'
  | 'degC'
  | 'h'
  | 'week'
  | 'month'
  | 'kV'
  | 'dBA'
  | 'perHour'
  | 'm2PerHour'

export interface Criterion {
  kind: 'number' | 'boolean' | 'choice' | 'range'
  unit: Unit
  direction: Direction
  /** Values outside are a slip of the pen and are refused; for kinds without numbers [0, 0]. */
  plausible: readonly [number, number]
  /** Domains that usually ask for it: forms offer it first there. Absent: everywhere. */
  domains?: readonly DomainId[]
  /** The options of a choice, from the least to the most demanding. */
  options?: Readonly<Record<string, Localized>>
  label: Localized
  /** One line for a person who knows nothing about robots. */
  help: Localized
  standard?: string
}

/** A number in the criterion's unit, yes or no, an option's id, or a range; what is not known is absent. */
export type CriterionValue = number | boolean | string | Range

export interface Range {
  min: number
  max: number
}

export function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'min' in value && 'max' in value
}
