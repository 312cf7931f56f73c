import type { SubmissionResult } from '@conform-to/react'
import type { FormMeta } from './error-summary.tsx'
import type { FieldMeta } from './field-meta.ts'

interface FlatForm {
  id: string
  lastResult?: SubmissionResult | null
  defaultValue?: Record<string, unknown>
}

/**
 * The fields of a form without lists, judged by the server alone. What `useForm` would tell of it, without bringing
 * that library (10 KB) to the pages that anybody opens.
 */
export function flatForm<N extends string>(
  names: readonly N[],
  { id, lastResult, defaultValue = {} }: FlatForm,
): [FormMeta, Record<N, FieldMeta>] {
  const values: Record<string, unknown> = lastResult?.initialValue ?? defaultValue
  const allErrors: Record<string, string[]> = {}
  for (const [name, errors] of Object.entries(lastResult?.error ?? {})) if (errors) allErrors[name] = errors
  const fieldOf = (name: N): FieldMeta => ({
    id: `${id}-${name}`,
    errorId: `${id}-${name}-error`,
    descriptionId: `${id}-${name}-description`,
    name,
    formId: id,
    initialValue: values[name],
    errors: allErrors[name],
  })
  const fields = Object.fromEntries(names.map(name => [name, fieldOf(name)])) as Record<N, FieldMeta>
  return [{ id, errors: allErrors[''], allErrors }, fields]
}
