import type { CriterionValue } from '#domain/ontology/criteria.ts'
import { isRange, isSet } from '#domain/ontology/criteria.ts'
import { localText } from '#domain/shared/dates.ts'
import type { FormMeta } from '../form/error-summary.tsx'
import type { FieldMeta } from '../form/field-meta.ts'
import type { DraftView } from './view.ts'

/** Text under names, as controls hold it; rows and their parts are nested. */
export type Values = Readonly<Record<string, unknown>>

/** What the form shows: what was typed or stored, and what the server found wrong with it. */
export interface FormState extends FormMeta {
  values: Values
}

const id = 'scenario'

export function formState(values: Values, errors: Record<string, string[] | null> = {}): FormState {
  const allErrors: Record<string, string[]> = {}
  for (const [name, found] of Object.entries(errors)) if (found) allErrors[name] = found
  return { id, values, errors: allErrors[''], allErrors }
}

/** The field of this name, such as `metrics[1].unit`. */
export function fieldOf({ values, allErrors }: FormState, name: string): FieldMeta {
  return {
    id: `${id}-${name}`,
    errorId: `${id}-${name}-error`,
    descriptionId: `${id}-${name}-description`,
    name,
    formId: id,
    initialValue: at(values, name),
    errors: allErrors[name],
  }
}

/** The rows of a list as they were typed or stored. */
export function rowsOf({ values }: FormState, name: string): Values[] {
  const rows = values[name]
  return Array.isArray(rows) ? rows.filter(isRecord) : []
}

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function at(values: Values, name: string): unknown {
  const steps = name.split(/[.[\]]+/).filter(step => step !== '')
  return steps.reduce<unknown>((inner, step) => (isRecord(inner) ? inner[step] : undefined), values)
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

/** A stored draft as the text of controls. */
export function storedValues(draft: DraftView | null): Values {
  if (!draft) return {}
  const { content, questionsUntil, bidDeadline } = draft
  const { requirements, metrics, evaluation = [], ...plain } = content
  const texts = Object.entries(plain).map(([name, value]) => [name, plainText(name, value)])
  return {
    ...Object.fromEntries(texts),
    requirements: [
      ...requirements.map(need => ({ ...need, value: need.value === undefined ? '' : needText(need.value) })),
      ...(content.unneeded ?? []).map(criterion => ({ criterion, necessity: 'none' })),
      ...(content.unknowns ?? []).map(criterion => ({ criterion, necessity: 'unknown' })),
    ],
    metrics: metrics.map(row => textsIn(row)),
    evaluation: evaluation.map(row => textsIn(row)),
    questionsUntil: questionsUntil ? localText(questionsUntil) : '',
    bidDeadline: bidDeadline ? localText(bidDeadline) : '',
  }
}

function plainText(name: string, value: unknown): unknown {
  // Typed in 万元: six digits of the fen lie behind the point.
  if (name.endsWith('Fen') && typeof value === 'number') return String(value / 1_000_000)
  if (typeof value === 'boolean') return value ? 'on' : ''
  return typeof value === 'number' ? String(value) : value
}

function textsIn(row: object): Values {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, plainText(name, value)]))
}

function needText(value: CriterionValue): string | string[] {
  if (isSet(value)) return [...value]
  return isRange(value) ? `${value.min}~${value.max}` : String(value)
}

/** A form's pairs as nested values, the way the server unfolds them; for what a browser kept. */
export function nested(pairs: readonly (readonly [string, string])[]): Values {
  const values: Record<string, unknown> = {}
  for (const [name, value] of pairs) {
    const [list = '', index, part] = name.split(/\[(\d+)\]\.?/)
    if (index === undefined || part === undefined) values[list] = joined(values[list], value)
    else {
      const rows = Array.isArray(values[list]) ? (values[list] as Record<string, unknown>[]) : []
      const row = rows[Number(index)] ?? {}
      row[part] = joined(row[part], value)
      rows[Number(index)] = row
      values[list] = rows
    }
  }
  return values
}

/** Boxes of one name come as several pairs. */
function joined(known: unknown, value: string): unknown {
  if (known === undefined) return value
  return Array.isArray(known) ? [...known, value] : [known, value]
}
