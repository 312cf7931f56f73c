import type { CriterionId } from '../ontology/criteria.ts'
import { decidingFor, requirementsFor } from '../ontology/questions.ts'
import { isMonthly } from '../products/prices.ts'
import {
  type CompletenessPart,
  completenessParts,
  completenessWeights,
  decidingEnough,
  metricsEnough,
} from './completeness-weights.ts'
import { weightsOf } from './contradictions.ts'
import type { ScenarioDraft } from './scenario.ts'

const metricParts = ['name', 'method', 'unit', 'direction', 'target'] as const
type MetricPart = (typeof metricParts)[number]

const fieldsOf = {
  basics: ['domain', 'tasks', 'district'],
  situation: ['situation', 'processVolume', 'pain'],
  site: ['site'],
  money: ['readiness', 'budgetEvidence', 'budgetFen', 'units', 'commercialForm'],
  evaluation: ['evaluation'],
  time: ['pilotWeeks', 'questionsUntil', 'bidDeadline'],
  term: ['termMonths'],
} as const
type ScoredField = (typeof fieldsOf)[keyof typeof fieldsOf][number]

export interface Completeness {
  /** Whole points, 100 only when nothing scored is missing. */
  score: number
  /** The share of each part, 0 to 1. */
  parts: Record<CompletenessPart, number>
}

export function completenessOf(draft: ScenarioDraft): Completeness {
  const shares: Record<CompletenessPart, number> = {
    basics: statedShare(draft, fieldsOf.basics),
    situation: statedShare(draft, fieldsOf.situation),
    site: statedShare(draft, fieldsOf.site),
    deciding: decidingShare(draft),
    metrics: Math.min(1, wholeMetrics(draft) / metricsEnough),
    money: statedShare(draft, moneyOf(draft)),
    evaluation: statedShare(draft, fieldsOf.evaluation),
    time: statedShare(draft, fieldsOf.time),
  }
  const points = completenessParts.reduce((sum, part) => sum + completenessWeights[part] * shares[part], 0)
  return { score: Math.floor(points + 1e-9), parts: shares }
}

/** One thing a bidder would still have to ask. */
export type OpenQuestion =
  | { kind: 'field'; field: ScoredField }
  | { kind: 'criterion'; criterion: CriterionId }
  | { kind: 'metric'; row: number; part: MetricPart }
  | { kind: 'metrics'; missing: number }

/** How many unstated criteria are asked at once; more would be a questionnaire. */
const criteriaAsked = 6

/** What a bidder would still have to ask, in the order of the form. */
export function askedByBidders(draft: ScenarioDraft): OpenQuestion[] {
  const { basics, situation, site, evaluation, time } = fieldsOf
  const open = (fields: readonly ScoredField[]): OpenQuestion[] =>
    fields.filter(field => !isStated(draft, field)).map(field => ({ kind: 'field', field }))
  return [
    ...open([...basics, ...situation, ...site]),
    ...criteriaOpen(draft),
    ...metricsOpen(draft),
    ...open([...moneyOf(draft), ...evaluation, ...time]),
  ]
}

/** A budget of rent or of a service says little without its term; of the other forms none is asked. */
function moneyOf({ commercialForm }: ScenarioDraft): readonly ScoredField[] {
  return isMonthly(commercialForm) ? [...fieldsOf.money, ...fieldsOf.term] : fieldsOf.money
}

function criteriaOpen(draft: ScenarioDraft): OpenQuestion[] {
  const stated = statedCriteria(draft)
  return requirementsFor(draft.domain, draft.tasks ?? [])
    .slice(0, criteriaAsked)
    .filter(criterion => !stated.has(criterion))
    .map(criterion => ({ kind: 'criterion', criterion }))
}

function metricsOpen(draft: ScenarioDraft): OpenQuestion[] {
  const rows = draft.metrics ?? []
  const gaps = rows.flatMap((metric, row): OpenQuestion[] => {
    const missing = metricParts.filter(part => metric[part] === undefined)
    return missing.map(part => ({ kind: 'metric', row, part }))
  })
  const missing = metricsEnough - rows.length
  return missing > 0 ? [...gaps, { kind: 'metrics', missing }] : gaps
}

function decidingShare(draft: ScenarioDraft): number {
  const stated = statedCriteria(draft)
  const answered = decidingFor(draft.tasks ?? []).filter(criterion => stated.has(criterion))
  return Math.min(1, answered.length / decidingEnough)
}

/** Answered with a value, or with the word that there is no such need; 待确认 is still asked. */
function statedCriteria({ requirements = [], unneeded = [] }: ScenarioDraft): Set<CriterionId> {
  const valued = requirements.flatMap(({ criterion, value }) =>
    criterion === undefined || value === undefined ? [] : [criterion],
  )
  return new Set([...valued, ...unneeded])
}

function wholeMetrics({ metrics = [] }: ScenarioDraft): number {
  return metrics.filter(metric => metricParts.every(part => metric[part] !== undefined)).length
}

function statedShare(draft: ScenarioDraft, fields: readonly ScoredField[]): number {
  return fields.filter(field => isStated(draft, field)).length / fields.length
}

function isStated(draft: ScenarioDraft, field: ScoredField): boolean {
  // An idea has no money yet, and says so.
  if (field === 'budgetEvidence' && draft.readiness === 'idea') return true
  if (field === 'evaluation')
    return (draft.evaluation ?? []).length > 1 && weightsOf(draft.evaluation ?? []) === 100
  const value = draft[field]
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
}
