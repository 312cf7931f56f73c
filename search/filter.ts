import type { Place } from '#domain/searching/places.ts'
import type { Bounds, FacetName, Filter, SearchQuery } from './engine.ts'

/** What a three-valued condition asks for: that it surely or perhaps holds, or surely or perhaps does not. */
export type Want = 'surelyIn' | 'maybeIn' | 'surelyOut' | 'maybeOut'

export type Circle = Place & { km: number }

/** A filter without `not` and without constants inside: what an engine has to translate. */
export type Plain =
  | { kind: 'and' | 'or'; parts: readonly Plain[] }
  | { kind: 'facet'; name: FacetName; values: readonly string[]; negated: boolean }
  | { kind: 'ids'; ids: readonly string[]; negated: boolean }
  | { kind: 'within'; circle: Circle; want: Want }
  | { kind: 'range'; name: string; bounds: Bounds; want: Want }

/**
 * Moves `not` down to the leaves, by Kleene's rules: the negation of "unknown" is unknown again, so a range that
 * keeps the unknown still keeps them when it is negated. True and false stand for "all" and "none".
 */
export function simplify(filter: Filter, negated = false): Plain | boolean {
  if ('not' in filter) return simplify(filter.not, !negated)
  if ('and' in filter) return join(negated ? 'or' : 'and', filter.and, negated)
  if ('or' in filter) return join(negated ? 'and' : 'or', filter.or, negated)
  if ('eq' in filter) return { kind: 'facet', name: filter.eq[0], values: [filter.eq[1]], negated }
  if ('in' in filter) {
    const [name, values] = filter.in
    return values.length === 0 ? negated : { kind: 'facet', name, values, negated }
  }
  if ('ids' in filter) return { kind: 'ids', ids: filter.ids, negated }
  const keep = filter.unknown === 'keep'
  const want = negated ? (keep ? 'maybeOut' : 'surelyOut') : keep ? 'maybeIn' : 'surelyIn'
  if ('within' in filter) return { kind: 'within', circle: filter.within, want }
  const [name, bounds] = filter.range
  if (bounds.gte === undefined && bounds.lte === undefined && keep) return true
  return { kind: 'range', name, bounds, want }
}

function join(kind: 'and' | 'or', filters: readonly Filter[], negated: boolean): Plain | boolean {
  const neutral = kind === 'and'
  const parts: Plain[] = []
  for (const filter of filters) {
    const part = simplify(filter, negated)
    if (part === !neutral) return !neutral
    if (typeof part !== 'boolean') parts.push(part)
  }
  const [only, ...others] = parts
  if (only === undefined) return neutral
  return others.length === 0 ? only : { kind, parts }
}

/** What the reader has chosen, facet by facet; an empty choice is none. */
export function chosenIn({ chosen = {} }: SearchQuery): (readonly [FacetName, readonly string[]])[] {
  return (Object.keys(chosen) as FacetName[]).flatMap(name => {
    const values = chosen[name]
    return values && values.length > 0 ? [[name, values] as const] : []
  })
}
