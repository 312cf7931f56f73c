import type { Filter, Visibility } from './engine.ts'
import { type Plain, simplify } from './filter.ts'

/** The filter expression of a query, or null when nothing can match. Every value is quoted and escaped. */
export function filterExpression(filters: readonly Filter[], scope: readonly Visibility[]): string | null {
  const plain = simplify({ and: filters })
  if (plain === false || scope.length === 0) return null
  const visible = `visibility IN [${scope.map(quoted).join(', ')}]`
  return plain === true ? visible : `${visible} AND ${expression(plain)}`
}

function expression(plain: Plain): string {
  if (plain.kind === 'facet') {
    const within = `facets.${plain.name} IN [${plain.values.map(quoted).join(', ')}]`
    return plain.negated ? `NOT ${within}` : within
  }
  if (plain.kind === 'range') return range(plain)
  return `(${plain.parts.map(expression).join(plain.kind === 'and' ? ' AND ' : ' OR ')})`
}

function range({ name, bounds: { gte, lte }, want }: Plain & { kind: 'range' }): string {
  const field = (end: 'low' | 'high') => quoted(`${end}.${name}`)
  const sure = want === 'surelyIn' || want === 'maybeOut'
  const [left, right] = sure ? ['low' as const, 'high' as const] : ['high' as const, 'low' as const]
  const inside = [
    `${field(left)} EXISTS`,
    ...(gte === undefined ? [] : [`${field(left)} >= ${gte}`]),
    ...(lte === undefined ? [] : [`${field(right)} <= ${lte}`]),
  ].join(' AND ')
  if (want === 'surelyIn') return `(${inside})`
  if (want === 'maybeOut') return `NOT (${inside})`
  // A comparison leaves out documents that lack the field, so the unknown has to be let in by name.
  const possibly = `(${field(left)} NOT EXISTS OR (${inside}))`
  return want === 'maybeIn' ? possibly : `NOT ${possibly}`
}

function quoted(text: string): string {
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}
