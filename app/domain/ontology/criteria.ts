import { bodyCriteria } from './criteria-body.ts'
import { serviceCriteria } from './criteria-service.ts'
import { siteCriteria } from './criteria-site.ts'
import type { Criterion } from './criterion.ts'

export type { Criterion, CriterionValue, Range } from './criterion.ts'
export { isRange, isSet } from './criterion.ts'

/** The typed criteria that scenarios ask for and products state: one list, so need and have can meet. */
export const criteria = { ...bodyCriteria, ...siteCriteria, ...serviceCriteria } as const
export type CriterionId = keyof typeof criteria
export const criterionIds = Object.keys(criteria) as [CriterionId, ...CriterionId[]]

/** The criterion's data in its widest type, for code that treats all criteria alike. */
export function criterionOf(id: CriterionId): Criterion {
  return criteria[id]
}

export function isCriterionId(text: unknown): text is CriterionId {
  return typeof text === 'string' && Object.hasOwn(criteria, text)
}

/** 必须 or 期望: an unmet must leaves the suggestion, an unmet should only costs points. */
export const necessities = {
  must: { zh: '必须', en: 'Must' },
  should: { zh: '期望', en: 'Should' },
} as const
export type Necessity = keyof typeof necessities
export const necessityIds = ['must', 'should'] as const
