import { z } from 'zod'
import type { Day } from '../shared/dates.ts'
import { calendarDay, choice, drafted, optional, text } from '../shared/fields.ts'
import { type EvidenceGrade, evidenceGradeIds } from '../vocabulary.ts'
import {
  type CriterionId,
  type CriterionValue,
  criterionIds,
  isCriterionId,
  type Necessity,
  necessityIds,
} from './criteria.ts'
import { readValue, saysUnknown } from './values.ts'

/** One typed need of a scenario. */
export interface Requirement {
  criterion: CriterionId
  necessity: Necessity
  value: CriterionValue
  note?: string
}

const requirementFields = {
  criterion: choice(criterionIds),
  necessity: choice(necessityIds),
  // May be absent: to list a yes-or-no criterion is the need itself.
  value: z.unknown().optional(),
  note: optional(text({ max: 200 })),
}

/** A need as a form, an import or the API hands it in: `50`, `５０公斤`, `-10~45` or `{min, max}`. */
export const Requirement = z.object(requirementFields).transform((typed, context): Requirement => {
  const read = readValue(typed.criterion, typed.value, 'need')
  if (read.ok) return withoutBlank({ ...typed, value: read.value })
  context.issues.push({ code: 'custom', message: read.message, path: ['value'], input: typed.value })
  return z.NEVER
})

export interface RequirementDraft {
  criterion?: CriterionId
  necessity?: Necessity
  value?: CriterionValue
  note?: string
}

/** The same need while it is being written: any part may be missing, a value that is there must be a value. */
export const RequirementDraft = z
  .object(drafted(requirementFields))
  .transform((typed, context): RequirementDraft => {
    const { value, ...rest } = typed
    if (typed.criterion === undefined || isUnstated(value)) return withoutBlank(rest)
    const read = readValue(typed.criterion, value, 'need')
    if (read.ok) return withoutBlank({ ...rest, value: read.value })
    context.issues.push({ code: 'custom', message: read.message, path: ['value'], input: value })
    return z.NEVER
  })

/** One stated fact of a product with the strength of its evidence. */
export interface Spec {
  value: CriterionValue
  grade: EvidenceGrade
  source?: string
  /** The day of the test, the measurement or the report. */
  sourceDay?: Day
  /** 检测机构 of a third-party test. */
  body?: string
  /** Number of the accepted pilot in which it was measured, and the metric there. */
  pilot?: string
  metric?: string
}

/** What a product discloses; a criterion that is absent is 未披露, never zero and never "no". */
export type Specs = Partial<Record<CriterionId, Spec>>

const specFields = z.object({
  value: z.unknown(),
  grade: choice(evidenceGradeIds).default('C'),
  source: optional(text({ max: 300 })),
  sourceDay: optional(calendarDay()),
  body: optional(text({ max: 120 })),
  pilot: optional(text({ max: 40 })),
  metric: optional(text({ max: 120 })),
})

/** Specs keyed by criterion; an entry with a blank value counts as absent, so an untouched form row says nothing. */
export const Specs = z.preprocess(
  value => value ?? {},
  z.record(z.string(), z.unknown()).transform((entries, context): Specs => {
    const specs: Specs = {}
    for (const [key, entry] of Object.entries(entries)) {
      if (isBlank(entry)) continue
      const spec = readSpec(key, entry)
      if ('message' in spec)
        context.issues.push({
          code: 'custom',
          message: spec.message,
          path: [key, ...spec.path],
          input: entry,
        })
      else if (isCriterionId(key)) specs[key] = spec
    }
    return specs
  }),
)

function readSpec(key: string, entry: unknown): Spec | { message: string; path: PropertyKey[] } {
  if (!isCriterionId(key)) return { message: 'field.choice', path: [] }
  const fields = specFields.safeParse(entry)
  if (!fields.success) {
    const [issue] = fields.error.issues
    return { message: issue?.message ?? 'field.choice', path: issue?.path ?? [] }
  }
  const read = readValue(key, fields.data.value, 'have')
  return read.ok
    ? withoutBlank({ ...fields.data, value: read.value })
    : { message: read.message, path: ['value'] }
}

function isBlank(entry: unknown): boolean {
  if (entry === undefined || entry === null) return true
  if (typeof entry !== 'object') return false
  // Boxes of which none is ticked send nothing, while the grade beside them is sent.
  if (!('value' in entry)) return 'grade' in entry
  return isUnstated(entry.value)
}

/** Nothing, a blank, empty parts, or a word for not knowing. */
function isUnstated(value: unknown): boolean {
  if (value === undefined || value === null || value === '' || saysUnknown(value)) return true
  return (
    typeof value === 'object' &&
    Object.values(value).every(part => part === '' || part === undefined || part === null)
  )
}

/** Drops keys that hold nothing, so that what is stored is what was said. */
function withoutBlank<T extends object>(fields: T): T {
  for (const key of Object.keys(fields))
    if (Reflect.get(fields, key) === undefined) Reflect.deleteProperty(fields, key)
  return fields
}
