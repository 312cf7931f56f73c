import type { Lifecycle } from '../../app/domain/shared/lifecycle.ts'

/** The statuses of a lifecycle as the enum of its column: born in the domain, nowhere else. */
export function statusEnum<S extends string, D extends string>(lifecycle: Lifecycle<S, D>): [S, ...S[]] {
  const [first = lifecycle.initial, ...rest] = lifecycle.statuses
  return [first, ...rest]
}
