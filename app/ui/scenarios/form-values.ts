import type { CriterionValue } from '#domain/ontology/criteria.ts'
import { isRange, isSet } from '#domain/ontology/criteria.ts'
import { localText } from '#domain/shared/dates.ts'
import type { ScenarioWords } from './view.ts'

/** The form as text, which is what controls hold. */
export type ScenarioFields = {
  title: string
  domain: string
  tasks: string[]
  district: string
  situation: string
  pain: string
  site: string
  exclusions: string
  requirements: RequirementFields[]
  metrics: MetricFields[]
  readiness: string
  budgetEvidence: string
  budgetFromFen: string
  budgetFen: string
  units: string
  commercialForm: string
  termMonths: string
  acceptsUnfinalised: string
  pilotWeeks: string
  bidDeadline: string
}

export type RequirementFields = {
  criterion: string
  necessity: string
  value: string | string[]
  note: string
}

export type MetricFields = {
  name: string
  method: string
  unit: string
  direction: string
  baseline: string
  target: string
  mandatory: string
}

export const freshRequirement = { necessity: 'must' }
export const freshMetric: Partial<MetricFields> = { direction: 'atLeast', mandatory: 'on' }

/** What the form shows first: a draft as it was saved, or a blank sheet with room for what is required. */
export function formValues(draft: { content: ScenarioWords; bidDeadline: Date | null } | null) {
  const words: ScenarioWords = draft?.content ?? { tasks: [], requirements: [], metrics: [] }
  const { title, domain, tasks, district, situation, pain, site, exclusions, readiness, commercialForm } =
    words
  return {
    ...{ title, domain, tasks, district, situation, pain, site, exclusions, readiness, commercialForm },
    requirements: padded(words.requirements.map(requirementText), 1, freshRequirement),
    metrics: padded(words.metrics.map(metricText), 3, freshMetric),
    budgetEvidence: words.budgetEvidence,
    budgetFromFen: wanText(words.budgetFromFen),
    budgetFen: wanText(words.budgetFen),
    units: textOf(words.units),
    termMonths: textOf(words.termMonths),
    acceptsUnfinalised: ticked(words.acceptsUnfinalised),
    pilotWeeks: textOf(words.pilotWeeks),
    bidDeadline: draft?.bidDeadline ? localText(draft.bidDeadline) : undefined,
  }
}

function requirementText(need: ScenarioWords['requirements'][number]): Partial<RequirementFields> {
  const { criterion, necessity, value, note } = need
  return { criterion, necessity, value: value === undefined ? undefined : valueText(value), note }
}

function metricText(metric: ScenarioWords['metrics'][number]): Partial<MetricFields> {
  const { name, method, unit, direction, baseline, target, mandatory } = metric
  return {
    ...{ name, method, unit, direction },
    baseline: textOf(baseline),
    target: textOf(target),
    mandatory: ticked(mandatory),
  }
}

function valueText(value: CriterionValue): string | string[] {
  if (isSet(value)) return [...value]
  return isRange(value) ? `${value.min}~${value.max}` : String(value)
}

/** Typed in 万元: six digits of the fen lie behind the point. */
const wanText = (fen: number | undefined) => textOf(fen === undefined ? undefined : fen / 1_000_000)
const textOf = (value: number | undefined) => (value === undefined ? undefined : String(value))
const ticked = (value: boolean | undefined) => (value ? 'on' : undefined)

function padded<T extends object>(rows: T[], count: number, fresh: T): T[] {
  const missing = Math.max(0, count - rows.length)
  return [...rows, ...Array.from({ length: missing }, () => fresh)]
}
