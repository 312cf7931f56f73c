import type { Figure, Findable } from '#domain/saved-searches/fit.ts'
import type { Bounds, FacetName, Filter, SearchQuery } from '#search/engine.ts'

/**
 * Whether a search's conditions surely leave this object out, told without asking the engine. Only what can be told
 * from the object's own facets and figures counts; everything else (its words, distances, whatever is negated) is
 * left to the engine, so that a "no" here is one that the engine would give as well.
 */
export function rulesOut(
  { filter, chosen = {} }: Pick<SearchQuery, 'filter' | 'chosen'>,
  has: Findable,
): boolean {
  const facets = Object.keys(chosen) as FacetName[]
  return (
    facets.some(name => isWithout(name, chosen[name] ?? [], has)) ||
    (filter !== undefined && fails(filter, has))
  )
}

function fails(filter: Filter, has: Findable): boolean {
  if ('and' in filter) return filter.and.some(part => fails(part, has))
  if ('or' in filter) return filter.or.length > 0 && filter.or.every(part => fails(part, has))
  if ('eq' in filter) return isWithout(filter.eq[0], [filter.eq[1]], has)
  if ('in' in filter) return isWithout(filter.in[0], filter.in[1], has)
  if ('range' in filter) return isOutside(has.specs[filter.range[0]], filter.range[1], filter.unknown)
  return false
}

/** Facets that the engine finds out itself while it reads the document. */
const engineOwn: readonly FacetName[] = ['concept', 'discloses']

function isWithout(name: FacetName, values: readonly string[], has: Findable): boolean {
  if (values.length === 0 || engineOwn.includes(name)) return false
  const own = has.facets[name] ?? []
  return !values.some(value => own.includes(value))
}

function isOutside(figure: Figure | undefined, { gte, lte }: Bounds, unknown: 'keep' | 'drop'): boolean {
  if (figure === undefined) return unknown === 'drop'
  const [low, high] = typeof figure === 'number' ? [figure, figure] : [figure.min, figure.max]
  // Kept is what may lie inside, asked for strictly what surely does.
  const [least, most] = unknown === 'keep' ? [high, low] : [low, high]
  return (gte !== undefined && least < gte) || (lte !== undefined && most > lte)
}
