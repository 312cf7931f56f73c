import type { Bounds, FacetName, Filter, SearchQuery } from './engine.ts'

/** A filter without `not` and without constants inside: what an engine has to translate. */
export type Plain =
  | { kind: 'and' | 'or'; parts: readonly Plain[] }
  | { kind: 'facet'; name: FacetName; values: readonly string[]; negated: boolean }
  | { kind: 'range'; name: string; bounds: Bounds; want: 'surelyIn' | 'maybeIn' | 'surelyOut' | 'maybeOut' }

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
  const [name, bounds] = filter.range
  const keep = filter.unknown === 'keep'
  if (bounds.gte === undefined && bounds.lte === undefined && keep) return true
  const want = negated ? (keep ? 'maybeOut' : 'surelyOut') : keep ? 'maybeIn' : 'surelyIn'
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

/** All that a query asks besides its words: its own filter, what the reader chose, what was read out of the words. */
export function conditionsOf({ filter, chosen = {} }: SearchQuery, understood?: Filter): Filter[] {
  const picked = (Object.keys(chosen) as FacetName[]).flatMap((name): Filter[] => {
    const values = chosen[name]
    return values && values.length > 0 ? [{ in: [name, values] }] : []
  })
  return [filter, understood, ...picked].filter(each => each !== undefined)
}
