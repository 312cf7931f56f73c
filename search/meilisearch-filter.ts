import type { FacetName, Filter, Visibility } from './engine.ts'
import { type Plain, simplify, type Want } from './filter.ts'

/** The filter expression of a query, or null when nothing can match. Every value is quoted and escaped. */
export function filterExpression(filters: readonly Filter[], scope: readonly Visibility[]): string | null {
  const plain = simplify({ and: filters })
  if (plain === false || scope.length === 0) return null
  const visible = `visibility IN [${scope.map(quoted).join(', ')}]`
  return plain === true ? visible : `${visible} AND ${expression(plain)}`
}

function expression(plain: Plain): string {
  switch (plain.kind) {
    case 'facet':
      return negatable(hasFacet(plain.name, plain.values), plain.negated)
    case 'ids':
      return negatable(`id IN [${plain.ids.map(quoted).join(', ')}]`, plain.negated)
    case 'range':
      return range(plain)
    case 'within': {
      const { lat, lng, km } = plain.circle
      const inside = `_geoRadius(${lat}, ${lng}, ${km * 1000})`
      const known = hasFacet('discloses', ['place'])
      return threeValued(plain.want, { known, unknown: `NOT ${known}`, inside })
    }
    default:
      return `(${plain.parts.map(expression).join(plain.kind === 'and' ? ' AND ' : ' OR ')})`
  }
}

function hasFacet(name: FacetName, values: readonly string[]): string {
  return `facets.${name} IN [${values.map(quoted).join(', ')}]`
}

const negatable = (is: string, negated: boolean) => (negated ? `NOT ${is}` : is)

function range({ name, bounds: { gte, lte }, want }: Plain & { kind: 'range' }): string {
  const field = (end: 'low' | 'high') => quoted(`${end}.${name}`)
  const sure = want === 'surelyIn' || want === 'maybeOut'
  const [left, right] = sure ? [field('low'), field('high')] : [field('high'), field('low')]
  const inside = [
    ...(gte === undefined ? [] : [`${left} >= ${gte}`]),
    ...(lte === undefined ? [] : [`${right} <= ${lte}`]),
  ]
  return threeValued(want, {
    known: `${left} EXISTS`,
    unknown: `${left} NOT EXISTS`,
    inside: inside.join(' AND '),
  })
}

interface Known {
  known: string
  unknown: string
  /** Empty: nothing more is asked. */
  inside: string
}

/** A comparison leaves out documents that lack the field, so the unknown has to be let in by name. */
function threeValued(want: Want, { known, unknown, inside }: Known): string {
  const both = inside === '' ? known : `${known} AND ${inside}`
  const surely = `(${both})`
  const perhaps = `(${unknown} OR (${both}))`
  switch (want) {
    case 'surelyIn':
      return surely
    case 'maybeOut':
      return `NOT ${surely}`
    case 'maybeIn':
      return perhaps
    case 'surelyOut':
      return `NOT ${perhaps}`
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
