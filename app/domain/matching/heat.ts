import { type CriterionId, type CriterionValue, criterionOf } from '../ontology/criteria.ts'
import { span } from './constraint.ts'
import type { StandingScenario } from './standing.ts'

/** 需求热度: how often open scenarios ask for one specification, and how much of it. All of it stands on public pages. */
export interface Heat {
  criterion: CriterionId
  /** Scenarios that ask for it, and those of them for which it is a must. */
  asked: number
  must: number
  /** The least, the middle and the most that is asked for, of numbers. */
  spread: { min: number; median: number; max: number } | null
  /** The needs asked for most often, of everything that is no number. */
  common: readonly { value: CriterionValue; asked: number }[]
}

const commonest = 3

/** What these scenarios ask for, the most asked first. */
export function heatOf(scenarios: readonly StandingScenario[]): Heat[] {
  const needs = new Map<CriterionId, { must: Set<string>; asked: Set<string>; values: CriterionValue[] }>()
  for (const { id, requirements } of scenarios)
    for (const { criterion, necessity, value } of requirements) {
      const found = needs.get(criterion) ?? { must: new Set(), asked: new Set(), values: [] }
      needs.set(criterion, found)
      found.asked.add(id)
      if (necessity === 'must') found.must.add(id)
      found.values.push(value)
    }
  return [...needs]
    .map(([criterion, { must, asked, values }]) => ({
      ...{ criterion, asked: asked.size, must: must.size },
      ...(criterionOf(criterion).kind === 'number'
        ? { spread: spreadOf(values), common: [] }
        : { spread: null, common: commonOf(values) }),
    }))
    .sort((a, b) => b.asked - a.asked || b.must - a.must || (a.criterion < b.criterion ? -1 : 1))
}

function spreadOf(values: readonly CriterionValue[]): Heat['spread'] {
  const numbers = values.flatMap(value => span(value)?.min ?? []).sort((a, b) => a - b)
  const [min] = numbers
  const max = numbers.at(-1)
  if (min === undefined || max === undefined) return null
  const low = numbers[Math.floor((numbers.length - 1) / 2)] ?? min
  const high = numbers[Math.ceil((numbers.length - 1) / 2)] ?? max
  return { min, median: (low + high) / 2, max }
}

function commonOf(values: readonly CriterionValue[]): Heat['common'] {
  const counts = new Map<string, { value: CriterionValue; asked: number }>()
  for (const value of values) {
    const key = JSON.stringify(value)
    const found = counts.get(key) ?? { value, asked: 0 }
    found.asked++
    counts.set(key, found)
  }
  return [...counts.values()].sort((a, b) => b.asked - a.asked).slice(0, commonest)
}
