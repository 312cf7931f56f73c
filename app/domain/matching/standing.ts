import { type CriterionId, type CriterionValue, criterionOf } from '../ontology/criteria.ts'
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

interface JudgedMust {
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

function placeOf(work: Tri, { unmet, open }: { unmet: number; open: number }): Place {
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

/** Scenarios, by id, that a change brings into the suggestions, that it makes certain, and that it loses. */
export interface Turns {
  enters: readonly string[]
  settles: readonly string[]
  loses: readonly string[]
}

/** What stating one value would do, against what is stated now. */
export interface Step extends Turns {
  value: CriterionValue
}

const mostSteps = 4

/** The values worth reaching in one specification, the nearest first; each opens more than the one before it. */
export function stepsOf(
  product: StandingProduct,
  { stands, criterion }: { stands: readonly Stand[]; criterion: CriterionId },
): Step[] {
  const concerned = stands.filter(
    each => isOfWork(each) && each.musts.some(must => must.criterion === criterion),
  )
  const suppose = supposing(criterion, concerned)
  const steps = targetsOf(product, { stands: concerned, criterion }).map(value => ({
    value,
    ...turnsOf(concerned, suppose(value)),
  }))
  return spread(growing(steps.sort(byEffort(criterion))))
}

/**
 * The same scenarios with another value of one specification. Neither the work nor another must changes with it, so
 * only its own needs are judged again, each different need once.
 */
function supposing(
  criterion: CriterionId,
  stands: readonly Stand[],
): (value: CriterionValue) => { place: Place }[] {
  const distinct = new Map<string, CriterionValue>()
  const settled = stands.map(({ musts }) => {
    const keys = needsOf(musts, criterion).map(need => {
      const key = JSON.stringify(need)
      distinct.set(key, need)
      return key
    })
    const others = musts.filter(must => must.criterion !== criterion)
    return { keys, unmet: countOf(others, 'F'), open: countOf(others, 'U') }
  })
  return value => {
    const states = new Map([...distinct].map(([key, need]) => [key, judge(criterion, need, value).state]))
    return settled.map(({ keys, unmet, open }) => {
      const count = { unmet, open }
      for (const key of keys) {
        const state = states.get(key)
        if (state === 'F') count.unmet++
        if (state === 'U') count.open++
      }
      return { place: placeOf('T', count) }
    })
  }
}

function countOf(musts: readonly JudgedMust[], state: Tri): number {
  return musts.reduce((sum, must) => sum + Number(must.state === state), 0)
}

/** What is enough for each scenario that this alone keeps out or open, and what is enough for all of them. */
function targetsOf(
  { specs }: StandingProduct,
  { stands, criterion }: { stands: readonly Stand[]; criterion: CriterionId },
): CriterionValue[] {
  const have = specs[criterion]?.value ?? null
  const kept = stands.filter(
    ({ place, musts }) =>
      isKeptBack(place) && musts.some(must => must.criterion === criterion && must.state !== 'T'),
  )
  const groups = new Map(
    kept.map(({ musts }) => needsOf(musts, criterion)).map(each => [JSON.stringify(each), each]),
  )
  const needs = [...groups.values()]
  const targets = new Map<string, CriterionValue>()
  for (const group of [...needs, needs.flat()]) {
    const value = enoughFor(criterion, group, have)
    if (value !== null) targets.set(JSON.stringify(value), value)
  }
  return [...targets.values()]
}

const isKeptBack = (place: Place) => place === 'near' || place === 'pending'

function needsOf(musts: readonly JudgedMust[], criterion: CriterionId): CriterionValue[] {
  return musts.filter(must => must.criterion === criterion).map(must => must.need)
}

/** Which scenarios a change brings in, settles and loses; both lists are of the same scenarios in the same order. */
export function turnsOf(before: readonly Stand[], after: readonly Pick<Stand, 'place'>[]): Turns {
  const turns: Record<keyof Turns, string[]> = { enters: [], settles: [], loses: [] }
  for (const [at, { scenario, place }] of before.entries()) {
    const now = after[at]
    if (!now) continue
    const was = isSuggested({ place })
    if (!was && isSuggested(now)) turns.enters.push(scenario.id)
    if (place === 'pending' && now.place === 'met') turns.settles.push(scenario.id)
    if (was && !isSuggested(now)) turns.loses.push(scenario.id)
  }
  return turns
}

/** A number is the harder the further it goes; of anything else, what opens less comes first. */
function byEffort(criterion: CriterionId): (a: Step, b: Step) => number {
  const { kind, direction } = criterionOf(criterion)
  const gain = (step: Step) => step.enters.length + step.settles.length
  return (a, b) => {
    if (kind !== 'number') return gain(a) - gain(b)
    const sign = direction === 'atMost' ? -1 : 1
    return sign * (Number(a.value) - Number(b.value))
  }
}

function growing(steps: readonly Step[]): Step[] {
  let most = 0
  return steps.filter(step => {
    const gain = step.enters.length + step.settles.length
    if (gain <= most) return false
    most = gain
    return true
  })
}

/** A few of many, the first and the last among them. */
function spread(steps: readonly Step[]): Step[] {
  if (steps.length <= mostSteps) return [...steps]
  const at = (index: number) => Math.round((index * (steps.length - 1)) / (mostSteps - 1))
  return Array.from({ length: mostSteps }, (_, index) => steps[at(index)]).flatMap(step => step ?? [])
}
