import { type CriterionId, isCriterionId } from '../ontology/criteria.ts'
import { siteCriteria } from '../ontology/criteria-site.ts'
import type { ConfidentialPart } from './confidential-parts.ts'
import { type Missing, missingIn } from './missing.ts'
import type { ScenarioDraft } from './scenario.ts'

/** The steps in which a scenario is written, one page each. */
export const stepIds = [
  'task',
  'today',
  'site',
  'requirements',
  'metrics',
  'money',
  'evaluation',
  'check',
] as const
export type StepId = (typeof stepIds)[number]

/** Steps that are filled in; the last one is read. */
export const writtenStepIds = stepIds.filter(step => step !== 'check') as [WrittenStep, ...WrittenStep[]]
export type WrittenStep = Exclude<StepId, 'check'>

/** The plain fields of each step; requirements and confidentiality are shared out by `ownsCriterion` and `partsOf`. */
export const stepFields = {
  task: ['template', 'title', 'domain', 'tasks', 'district'],
  today: [
    'situation',
    'processPeople',
    'processShifts',
    'processHours',
    'processVolume',
    'processUnit',
    'pain',
  ],
  site: ['site', 'sitePhotos'],
  requirements: [],
  metrics: ['metrics'],
  money: [
    'readiness',
    'budgetEvidence',
    'budgetNote',
    'budgetFromFen',
    'budgetFen',
    'units',
    'commercialForm',
    'termMonths',
    'acceptsUnfinalised',
    'pilotWeeks',
    'exclusions',
  ],
  evaluation: ['evaluation', 'questionsUntil', 'bidDeadline'],
} as const satisfies Record<WrittenStep, readonly (keyof ScenarioDraft)[]>

/** The parts that may be marked as confidential on each step. */
export const partsOf: Record<WrittenStep, readonly ConfidentialPart[]> = {
  task: [],
  today: ['situation', 'process', 'pain'],
  site: ['site'],
  requirements: ['requirementNotes'],
  metrics: [],
  money: ['budget', 'exclusions'],
  evaluation: [],
}

/** Conditions of the site are asked with the site, everything else with the requirements. */
export function ownsCriterion(step: StepId, criterion: CriterionId): boolean {
  const isSite = Object.hasOwn(siteCriteria, criterion)
  return step === 'site' ? isSite : step === 'requirements' && !isSite
}

/** The step on which a field stands, and the id that its control has there. */
export function placeOf(field: string, content: Partial<ScenarioDraft>): { step: StepId; anchor: string } {
  const [, index] = /^requirements\[(\d+)\]/.exec(field) ?? []
  if (index !== undefined) {
    const criterion = content.requirements?.[Number(index)]?.criterion
    if (criterion) return placeOfCriterion(criterion)
  }
  if (isCriterionId(field)) return placeOfCriterion(field)
  const [list = field] = field.split(/[.[]/)
  if (list === 'requirements') return { step: 'requirements', anchor: 'scenario-requirements' }
  const step = writtenStepIds.find(each => (stepFields[each] as readonly string[]).includes(list)) ?? 'check'
  return { step, anchor: `scenario-${field}` }
}

function placeOfCriterion(criterion: CriterionId): { step: StepId; anchor: string } {
  return {
    step: ownsCriterion('site', criterion) ? 'site' : 'requirements',
    anchor: `scenario-need-${criterion}`,
  }
}

/** How many places are still open on each step, by what submission would refuse. */
export function openOn(content: Partial<ScenarioDraft>, missing: readonly Missing[] = missingIn(content)) {
  const counts: Record<StepId, number> = {
    ...{ task: 0, today: 0, site: 0, requirements: 0, metrics: 0, money: 0, evaluation: 0, check: 0 },
  }
  for (const { field } of missing) counts[placeOf(field, content).step] += 1
  return counts
}

/** Where to go on: the first step with something open, or the last page when nothing is. */
export function firstUnfinished(content: Partial<ScenarioDraft>): StepId {
  const open = openOn(content)
  return stepIds.find(step => open[step] > 0) ?? 'check'
}
