import type { CriterionId, CriterionValue } from '../ontology/criteria.ts'
import type { Tri } from '../shared/tri.ts'
import { judge, type Shortfall, shortfall } from './constraint.ts'
import { workRows } from './demand.ts'
import { enoughFor } from './enough.ts'
import type { MatchProduct, MatchScenario } from './match.ts'
import { relevanceOf } from './score.ts'

/** As much of a product and of a scenario as decides whether they fit. */
export type StandingProduct = Pick<MatchProduct, 'tasks' | 'category' | 'specs'>
export type StandingScenario = Pick<MatchScenario, 'id' | 'tasks' | 'requirements'>

/**
 * Where a pair stands, in the matcher's own terms: `met` and `pending` (待确认) are suggested, `near` is 差一点, `ruledOut`
 * fails more than one must, `otherWork` does not fit the work, and `otherWorkRuledOut` fails a must besides.
 */
export type Place = 'met' | 'pending' | 'near' | 'ruledOut' | 'otherWork' | 'otherWorkRuledOut'

export interface JudgedMust {
  criterion: CriterionId
  need: CriterionValue
  /** Its place in the scenario's requirements. */
  index: number
  state: Tri
}

export interface Stand {
  scenario: StandingScenario
  place: Place
  musts: readonly JudgedMust[]
}

export type Tally = Readonly<Record<Place, number>>

/** Where a product stands with each of these scenarios, by the matcher's own verdicts; likeness of texts decides none. */
export function standsOf(product: StandingProduct, scenarios: readonly StandingScenario[]): Stand[] {
  // Many scenarios ask for the same work, and judging it is the dearer half.
  const known = new Map<string, Tri>()
  return scenarios.map(scenario => {
    const key = workKeyOf(scenario.tasks)
    const work = known.get(key) ?? relevanceOf(workRows(scenario, product))
    known.set(key, work)
    const musts: JudgedMust[] = []
    for (const [index, { criterion, necessity, value }] of scenario.requirements.entries()) {
      if (necessity !== 'must') continue
      const { state } = judge(criterion, value, product.specs[criterion]?.value)
      musts.push({ criterion, need: value, index, state })
    }
    return { scenario, musts, place: placeAmong(musts, work) }
  })
}

/** The same once some of the product's facts are others: only who has a must of them is judged again. */
export function restandsOf(
  stands: readonly Stand[],
  { specs }: Pick<StandingProduct, 'specs'>,
  changed: ReadonlySet<CriterionId>,
): Stand[] {
  return stands.map(stand => {
    if (!stand.musts.some(must => changed.has(must.criterion))) return stand
    const musts = stand.musts.map(must => {
      const { criterion, need } = must
      return changed.has(criterion)
        ? { ...must, state: judge(criterion, need, specs[criterion]?.value).state }
        : must
    })
    return { ...stand, musts, place: placeAmong(musts, isOfWork(stand) ? 'T' : 'F') }
  })
}

/** What a scenario asks for as a word to look it up by; made once for each that stays in memory. */
const workKeys = new WeakMap<StandingScenario['tasks'], string>()

function workKeyOf(tasks: StandingScenario['tasks']): string {
  const known = workKeys.get(tasks)
  if (known !== undefined) return known
  const key = JSON.stringify(tasks)
  workKeys.set(tasks, key)
  return key
}

function placeAmong(musts: readonly JudgedMust[], work: Tri): Place {
  return placeOf(work, { unmet: countOf(musts, 'F'), open: countOf(musts, 'U') })
}

/** Where so many unmet and open musts leave a pair, by what its work says. */
export function placeOf(work: Tri, { unmet, open }: { unmet: number; open: number }): Place {
  if (work === 'F') return unmet > 0 ? 'otherWorkRuledOut' : 'otherWork'
  if (unmet > 1) return 'ruledOut'
  if (unmet === 1) return 'near'
  return open > 0 ? 'pending' : 'met'
}

export function isSuggested({ place }: Pick<Stand, 'place'>): boolean {
  return place === 'met' || place === 'pending'
}

/** Those whose work fits, or may. */
export function isOfWork({ place }: Pick<Stand, 'place'>): boolean {
  return place !== 'otherWork' && place !== 'otherWorkRuledOut'
}

export function tallyOf(stands: readonly Stand[]): Tally {
  const tally = { met: 0, pending: 0, near: 0, ruledOut: 0, otherWork: 0, otherWorkRuledOut: 0 }
  for (const { place } of stands) tally[place]++
  return tally
}

/** 差一点 of a scenario: the one must that fails, by how much, and what would be enough. */
export interface NearGap extends Shortfall {
  scenarioId: string
  criterion: CriterionId
  need: CriterionValue
  have: CriterionValue | null
  /** What would bring the product in; null where the scenario's musts contradict each other. */
  enough: CriterionValue | null
  needField: string
  /** Other musts of which nothing is known: they would still be 待确认. */
  stillOpen: number
}

/** The smallest gap first. */
export function nearGaps({ specs }: StandingProduct, stands: readonly Stand[]): NearGap[] {
  return stands
    .flatMap(({ scenario, place, musts }) => {
      const failed = place === 'near' ? musts.find(must => must.state === 'F') : undefined
      if (!failed) return []
      const { criterion, need, index } = failed
      const have = specs[criterion]?.value ?? null
      const enough = enoughFor(criterion, needsOf(musts, criterion), have)
      const stillOpen = musts.filter(must => must.state === 'U').length
      const { difference, relative } = shortfall(criterion, need, have)
      const needField = `requirements.${index}`
      return [
        {
          ...{ scenarioId: scenario.id, criterion, need, have, enough },
          ...{ needField, stillOpen, difference, relative },
        },
      ]
    })
    .sort((a, b) => a.relative - b.relative || (a.scenarioId < b.scenarioId ? -1 : 1))
}

/** What one specification costs, counted in scenarios whose work fits. */
export interface Cost {
  criterion: CriterionId
  /** 差一点 for nothing but this. */
  alone: number
  /** Ruled out by this and something else. */
  together: number
  /** 待确认, this among what is not disclosed; and those where it is all that is not. */
  pending: number
  pendingAlone: number
}

/** The dearest first: what it rules out alone, then together, then what it leaves open. Criteria that cost nothing are left out. */
export function costsOf(stands: readonly Stand[]): Cost[] {
  const costs = new Map<CriterionId, Cost>()
  const of = (criterion: CriterionId) => {
    const cost = costs.get(criterion) ?? { criterion, alone: 0, together: 0, pending: 0, pendingAlone: 0 }
    costs.set(criterion, cost)
    return cost
  }
  for (const { place, musts } of stands) {
    const inState = (state: Tri) =>
      new Set(musts.filter(must => must.state === state).map(must => must.criterion))
    if (place === 'near') for (const criterion of inState('F')) of(criterion).alone++
    if (place === 'ruledOut') for (const criterion of inState('F')) of(criterion).together++
    if (place !== 'pending') continue
    const open = inState('U')
    for (const criterion of open) {
      of(criterion).pending++
      if (open.size === 1) of(criterion).pendingAlone++
    }
  }
  return [...costs.values()].sort(
    (a, b) =>
      b.alone - a.alone ||
      b.together - a.together ||
      b.pendingAlone - a.pendingAlone ||
      b.pending - a.pending ||
      (a.criterion < b.criterion ? -1 : 1),
  )
}

/** How many of these musts are so. */
export function countOf(musts: readonly JudgedMust[], state: Tri): number {
  return musts.reduce((sum, must) => sum + Number(must.state === state), 0)
}

/** What is asked of one criterion. */
export function needsOf(musts: readonly JudgedMust[], criterion: CriterionId): CriterionValue[] {
  return musts.filter(must => must.criterion === criterion).map(must => must.need)
}
