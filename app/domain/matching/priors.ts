import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { Requirement } from '../ontology/requirement.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'
import { judge } from './constraint.ts'
import type { MatchProduct } from './match.ts'
import { shape } from './weights.ts'

/** What products of a kind disclosed, to estimate those that did not. */
export interface Priors {
  /** Laplace share of the kind's known values that meet the requirement; 0.5 while fewer than 20 are known. */
  share(category: RobotCategoryId | null, requirement: Requirement): number
}

export function priorsOf(products: readonly MatchProduct[]): Priors {
  const disclosed = new Map<string, CriterionValue[]>()
  for (const { category, specs } of products) {
    for (const [criterion, spec] of Object.entries(specs)) {
      const key = `${category ?? ''}/${criterion}`
      const values = disclosed.get(key)
      if (values) values.push(spec.value)
      else disclosed.set(key, [spec.value])
    }
  }
  return {
    share: (category, { criterion, value }) =>
      laplace(criterion, value, disclosed.get(`${category ?? ''}/${criterion}`)),
  }
}

function laplace(
  criterion: CriterionId,
  need: CriterionValue,
  values: readonly CriterionValue[] = [],
): number {
  const known = values.map(value => judge(criterion, need, value).state).filter(state => state !== 'U')
  if (known.length < shape.enoughKnown) return shape.unknownShare
  return (known.filter(state => state === 'T').length + 1) / (known.length + 2)
}
