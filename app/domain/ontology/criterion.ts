import type { Localized } from '../shared/localized.ts'
import type { DomainId } from '../vocabulary.ts'
import type { TaskId } from './task-table.ts'

/**
 * How a stated value answers a need.
 * `atLeast` and `atMost` compare sizes, `within` asks that the product's range covers the site's range,
 * `includes` asks for the very option, of a set for every option named, `yes` asks that the product can.
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
  | 's'
  | 'ms'
  | 'week'
  | 'month'
  | 'kV'
  | 'dBA'
  | '%'
  | 'perHour'
  | 'm2PerHour'

export interface Criterion {
  /** A `set` is any number of its options at once: the languages spoken, the certificates held. */
  kind: 'number' | 'boolean' | 'choice' | 'set' | 'range'
  unit: Unit
  direction: Direction
  /** Values outside are a slip of the pen and are refused; for kinds without numbers [0, 0]. */
  plausible: readonly [number, number]
  /** Domains that usually ask for it: forms offer it first there. Absent: everywhere. */
  domains?: readonly DomainId[]
  /** Tasks it belongs to: with others it is not offered first. Absent: all. */
  tasks?: readonly TaskId[]
  /** The options of a choice, from the least to the most demanding; of a set, in the order they are written. */
  options?: Readonly<Record<string, Localized>>
  label: Localized
  /** Where its definition or its test stands; left out where we know of none. */
  standard?: string
}

/** A number in the criterion's unit, yes or no, an option's id, several of them, or a range; the unknown is absent. */
export type CriterionValue = number | boolean | string | readonly string[] | Range

export interface Range {
  min: number
  max: number
}

export function isRange(value: unknown): value is Range {
  return typeof value === 'object' && value !== null && 'min' in value && 'max' in value
}

export function isSet(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every(each => typeof each === 'string')
}
