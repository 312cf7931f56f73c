import type { CriterionId } from '../ontology/criteria.ts'
import type { Requirement } from '../ontology/requirement.ts'
import { judge } from './constraint.ts'
import { workRows } from './demand.ts'
import type { FitNeed, FitProduct } from './fits.ts'
import { relevanceOf } from './score.ts'

/** A need and whose it is. */
export type OpenNeed = FitNeed & { id: string }

/** The open calls by the work they ask for, so that a product's work is judged once for each kind of work. */
export interface Needs {
  size: number
  groups: { tasks: FitNeed['tasks']; needs: readonly OpenNeed[] }[]
}

/** What one must costs some products: in how many calls it is among what they fail. */
export interface Obstacle {
  criterion: CriterionId
  scenarios: number
  /** Calls in which it is all that is missing. */
  alone: number
}

/** How far some products reach, all together. */
export interface Reach {
  /** Calls looked at. */
  scenarios: number
  /** Those whose work at least one product does, or may do. */
  work: number
  /** Of these, the calls in which one product fails no must as far as is known. */
  fits: string[]
  /** In the others, what the product that fails the fewest musts fails; the commonest first. */
  obstacles: Obstacle[]
}

export function needsOf(needs: readonly OpenNeed[]): Needs {
  const groups = new Map<string, OpenNeed[]>()
  for (const need of needs) {
    const key = JSON.stringify(need.tasks)
    const alike = groups.get(key) ?? []
    groups.set(key, alike)
    alike.push(need)
  }
  const grouped = [...groups.values()].map(each => ({ tasks: each[0]?.tasks ?? [], needs: each }))
  return { size: needs.length, groups: grouped }
}

/** By the matcher's own verdicts: what fits here would stand in the main list there. */
export function reachOf(products: readonly FitProduct[], { size, groups }: Needs): Reach {
  const [fits, missing] = [[] as string[], new Map<CriterionId, Obstacle>()]
  let work = 0
  for (const { tasks, needs } of groups) {
    const able = products.filter(product => relevanceOf(workRows({ tasks }, product)) !== 'F')
    if (able.length === 0) continue
    work += needs.length
    for (const need of needs) {
      const fewest = fewestUnmet(able, need.requirements)
      if (fewest.length === 0) fits.push(need.id)
      else note(missing, fewest)
    }
  }
  const obstacles = [...missing.values()].sort(
    (a, b) => b.scenarios - a.scenarios || b.alone - a.alone || (a.criterion < b.criterion ? -1 : 1),
  )
  return { scenarios: size, work, fits, obstacles }
}

/** The musts that the product which fails the fewest of them fails; the first of equals. */
function fewestUnmet(products: readonly FitProduct[], requirements: readonly Requirement[]): CriterionId[] {
  const musts = requirements.filter(each => each.necessity === 'must')
  let fewest: CriterionId[] | null = null
  for (const { specs } of products) {
    const unmet = musts
      .filter(({ criterion, value }) => judge(criterion, value, specs[criterion]?.value).state === 'F')
      .map(({ criterion }) => criterion)
    if (fewest === null || unmet.length < fewest.length) fewest = unmet
    if (fewest.length === 0) break
  }
  return fewest ?? []
}

function note(missing: Map<CriterionId, Obstacle>, unmet: readonly CriterionId[]): void {
  for (const criterion of new Set(unmet)) {
    const known = missing.get(criterion) ?? { criterion, scenarios: 0, alone: 0 }
    missing.set(criterion, {
      criterion,
      scenarios: known.scenarios + 1,
      alone: known.alone + (unmet.length === 1 ? 1 : 0),
    })
  }
}
