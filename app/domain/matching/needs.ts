import { type CriterionId, type CriterionValue, criterionOf } from '../ontology/criteria.ts'
import type { Requirement } from '../ontology/requirement.ts'
import { type RobotCategoryId, robotCategoryIds } from '../ontology/tasks.ts'
import type { Tri } from '../shared/tri.ts'
import { type Codes, type Column, openColumn } from './column.ts'
import { judge, judgeSpan, shortfall, span } from './constraint.ts'
import { demandRows, requirementUtility } from './demand.ts'
import { blankProduct, blankScenario } from './facets.ts'
import type { MatchScenario } from './match.ts'
import type { World } from './world.ts'

export const unmet = 0
export const undisclosed = 1
const met = 2
const stateCodes: Record<Tri, number> = { F: unmet, U: undisclosed, T: met }

/** What many products state of one criterion; the ends of what is a size or a range lie beside the values. */
export interface Fact {
  column: Column<CriterionValue>
  mins: number[]
  maxs: number[]
}

export function openFact(): Fact {
  return { column: openColumn(), mins: [], maxs: [] }
}

/** One requirement against each distinct value of its criterion. */
export interface NeedTable {
  requirement: Requirement
  states: Uint8Array
  codes: Codes
  /** All slots but these disclose nothing. */
  holders: Uint32Array
}

/** The states by code; with nothing on record everything is undisclosed. */
export function needTable(requirement: Requirement, fact: Fact | undefined, slots: number): NeedTable {
  if (!fact) {
    const nothing = openColumn<CriterionValue>()
    const states = Uint8Array.of(undisclosed)
    return { requirement, states, codes: nothing.codes(slots), holders: nothing.holders() }
  }
  const { criterion, value } = requirement
  const { values } = fact.column
  const states = new Uint8Array(values.length)
  const stateOf = stateBySpan(requirement, fact)
  for (let code = 0; code < values.length; code++)
    states[code] = stateCodes[stateOf?.(code) ?? judge(criterion, value, values[code]).state]
  return { requirement, states, codes: fact.column.codes(slots), holders: fact.column.holders() }
}

/** Sizes are judged by their ends, for there may be thousands of distinct ones. */
function stateBySpan({ criterion, value }: Requirement, fact: Fact): ((code: number) => Tri) | null {
  const { kind, direction } = criterionOf(criterion)
  const needed = span(value)
  if ((kind !== 'number' && kind !== 'range') || !needed) return null
  measure(fact)
  const stated = { min: 0, max: 0 }
  return code => {
    stated.min = fact.mins[code] as number
    stated.max = fact.maxs[code] as number
    return Number.isNaN(stated.min) ? 'U' : judgeSpan(direction, needed, stated).state
  }
}

function measure({ column: { values }, mins, maxs }: Fact): void {
  for (let code = mins.length; code < values.length; code++) {
    const stated = span(values[code])
    mins.push(stated?.min ?? Number.NaN)
    maxs.push(stated?.max ?? Number.NaN)
  }
}

/** Utilities by code, each worked out when it is first asked for; NaN until then. */
export interface Worth {
  known: Float64Array
  of(code: number): number
}

/** What each distinct value is worth; of what is undisclosed the kind of product decides. */
export function utilities(world: World, { requirement, states }: NeedTable, fact: Fact | undefined): Worth {
  return openWorth(states.length, code => {
    const value = fact?.column.values[code]
    if (value === undefined) return 0
    const specs = { [requirement.criterion]: { value, grade: 'D' as const } }
    return requirementUtility(world, requirement, { category: null, specs })
  })
}

/** What the requirement is worth where it is not disclosed, by the code of the product's kind; 0 is "not said". */
export function unknownUtilities(world: World, requirement: Requirement): Worth {
  return openWorth(robotCategoryIds.length + 1, code =>
    requirementUtility(world, requirement, { category: robotCategoryIds[code - 1] ?? null, specs: {} }),
  )
}

function openWorth(size: number, work: (code: number) => number): Worth {
  const known = new Float64Array(size).fill(Number.NaN)
  const of = (code: number) => {
    const worth = unit(work(code))
    known[code] = worth
    return worth
  }
  return { known, of }
}

const kinds = new Map<RobotCategoryId, number>(robotCategoryIds.map((id, at) => [id, at + 1]))

export function kindCode(category: RobotCategoryId | null): number {
  return category === null ? 0 : (kinds.get(category) ?? 0)
}

/** The weights of a scenario's requirements in their order; they do not depend on the product. */
export function requirementWeights(
  world: World,
  { requirements }: Pick<MatchScenario, 'requirements'>,
): number[] {
  return demandRows(world, { ...blankScenario, requirements }, blankProduct)
    .filter(each => each.necessity !== null)
    .map(each => each.weight)
}

/** By how much each distinct unmet value misses the need, over the need. */
export function shortfallOf(
  criterion: CriterionId,
  need: CriterionValue,
  have: CriterionValue | undefined,
): number {
  return shortfall(criterion, need, have ?? null).relative
}

function unit(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0
}
