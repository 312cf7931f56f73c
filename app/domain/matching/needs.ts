import { type CriterionId, type CriterionValue, criterionOf } from '../ontology/criteria.ts'
import type { Requirement } from '../ontology/requirement.ts'
import { type RobotCategoryId, robotCategoryIds } from '../ontology/tasks.ts'
import type { Tri } from '../shared/tri.ts'
import { type Codes, type Column, openColumn } from './column.ts'
import { type Judgement, judge, judgeSpan, shortfall, span, unknown } from './constraint.ts'
import { answeredUtility, demandRows, requirementUtility } from './demand.ts'
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
  /** What each value is worth that meets the requirement or does not; by its code, as the states are. */
  worths: Float64Array
  codes: Codes
  /** All slots but these disclose nothing. */
  holders: Uint32Array
}

/** Judges each value once; with nothing on record everything is undisclosed. */
export function needTable(requirement: Requirement, fact: Fact | undefined, slots: number): NeedTable {
  const known = fact ?? openFact()
  const { values, codes, holders } = known.column
  const states = new Uint8Array(values.length)
  const worths = new Float64Array(values.length)
  const judged = judgeOf(requirement, known)
  const worth = answeredUtility(requirement)
  for (let code = 0; code < values.length; code++) {
    const judgement = judged(code)
    states[code] = stateCodes[judgement.state]
    if (judgement.state !== 'U') worths[code] = unit(worth(values[code], judgement))
  }
  return { requirement, states, worths, codes: codes(slots), holders: holders() }
}

/** Sizes are judged by their ends, for there may be thousands of distinct ones. */
function judgeOf({ criterion, value }: Requirement, fact: Fact): (code: number) => Judgement {
  const { kind, direction } = criterionOf(criterion)
  const needed = span(value)
  if ((kind !== 'number' && kind !== 'range') || !needed)
    return code => judge(criterion, value, fact.column.values[code])
  measure(fact)
  const stated = { min: 0, max: 0 }
  return code => {
    stated.min = fact.mins[code] as number
    stated.max = fact.maxs[code] as number
    return Number.isNaN(stated.min) ? unknown : judgeSpan(direction, needed, stated)
  }
}

function measure({ column: { values }, mins, maxs }: Fact): void {
  for (let code = mins.length; code < values.length; code++) {
    const stated = span(values[code])
    mins.push(stated?.min ?? Number.NaN)
    maxs.push(stated?.max ?? Number.NaN)
  }
}

/** Utilities by the code of a kind, each worked out when it is first asked for; NaN until then. */
export interface Worth {
  known: Float64Array
  of(kind: number): number
}

/** What the requirement is worth where it is not disclosed, by the code of the product's kind; 0 is "not said". */
export function unknownUtilities(world: World, requirement: Requirement): Worth {
  const known = new Float64Array(robotCategoryIds.length + 1).fill(Number.NaN)
  return {
    known,
    of(kind) {
      if (Number.isNaN(known[kind] as number)) {
        const category = robotCategoryIds[kind - 1] ?? null
        known[kind] = unit(requirementUtility(world, requirement, { category, specs: {} }))
      }
      return known[kind] as number
    },
  }
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
