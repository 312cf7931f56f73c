import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { Requirement } from '../ontology/requirement.ts'
import type { RobotCategoryId } from '../ontology/tasks.ts'
import { judge, span } from './constraint.ts'
import type { MatchProduct } from './match.ts'
import { shape } from './weights.ts'

/** What products of a kind disclosed, to estimate those that did not. */
export interface Priors {
  /** Laplace share of the kind's known values that meet the requirement; 0.5 while fewer than 20 are known. */
  share(category: RobotCategoryId | null, requirement: Requirement): number
}

/** Kind of product (empty: not said) and criterion → the values disclosed, each with how many products state it. */
export type Disclosed = Readonly<Record<string, readonly (readonly [value: CriterionValue, count: number])[]>>

/** Values kept of a kind and criterion; of more, each kept one stands for its neighbours in size too. */
const keptValues = 64

type Stated = Pick<MatchProduct, 'category' | 'specs'>

/** Counts what products disclose one by one. */
export function openDisclosure(): { add(product: Stated): void; disclosed(): Disclosed } {
  const counts = new Map<string, Map<string, [CriterionValue, number]>>()
  return {
    add({ category, specs }) {
      for (const [criterion, spec] of Object.entries(specs)) {
        const key = keyOf(category, criterion)
        const values = counts.get(key) ?? new Map<string, [CriterionValue, number]>()
        counts.set(key, values)
        const text = JSON.stringify(spec.value)
        values.set(text, [spec.value, (values.get(text)?.[1] ?? 0) + 1])
      }
    },
    disclosed() {
      const kinds = [...counts.keys()].sort()
      return Object.fromEntries(kinds.map(key => [key, thinned([...(counts.get(key)?.values() ?? [])])]))
    },
  }
}

export function priorsFrom(disclosed: Disclosed): Priors {
  // A page asks the same of each product of a kind, and what it asks are the same objects.
  const known = new WeakMap<Requirement, Map<RobotCategoryId | null, number>>()
  return {
    share(category, requirement) {
      const shares = known.get(requirement) ?? new Map<RobotCategoryId | null, number>()
      known.set(requirement, shares)
      const { criterion, value } = requirement
      const share = shares.get(category) ?? laplace(criterion, value, disclosed[keyOf(category, criterion)])
      shares.set(category, share)
      return share
    },
  }
}

function keyOf(category: RobotCategoryId | null, criterion: string): string {
  return `${category ?? ''}/${criterion}`
}

/** In order of size, or of the text where there is none; neighbours together once there are too many. */
function thinned(values: [CriterionValue, number][]): [CriterionValue, number][] {
  const sized = values.map(value => ({ value, size: span(value[0])?.min, text: JSON.stringify(value[0]) }))
  sized.sort((a, b) => (a.size ?? 0) - (b.size ?? 0) || (a.text < b.text ? -1 : 1))
  const sorted = sized.map(each => each.value)
  if (sorted.length <= keptValues || sized.some(each => each.size === undefined)) return sorted
  return Array.from({ length: keptValues }, (_, part) => {
    const bound = (edge: number) => Math.floor((edge * sorted.length) / keptValues)
    const together = sorted.slice(bound(part), bound(part + 1))
    const middle = together[Math.floor(together.length / 2)] as [CriterionValue, number]
    return [middle[0], together.reduce((sum, [, count]) => sum + count, 0)]
  })
}

function laplace(criterion: CriterionId, need: CriterionValue, values: Disclosed[string] = []): number {
  let [known, met] = [0, 0]
  for (const [value, count] of values) {
    const { state } = judge(criterion, need, value)
    if (state !== 'U') known += count
    if (state === 'T') met += count
  }
  return known < shape.enoughKnown ? shape.unknownShare : (met + 1) / (known + 2)
}
