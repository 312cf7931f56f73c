import { type CriterionId, type CriterionValue, criterionOf } from '../ontology/criteria.ts'
import { judge } from './constraint.ts'
import { enoughFor } from './enough.ts'
import {
  countOf,
  isOfWork,
  isSuggested,
  needsOf,
  type Place,
  placeOf,
  type Stand,
  type StandingProduct,
} from './standing.ts'

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
