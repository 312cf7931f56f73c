import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Check } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, type ButtonLook } from '../primitives/button.tsx'

export interface Line {
  name: string
  label: string
  kind?: 'text' | 'email' | 'password' | 'tel' | 'check'
  hint?: string
  autoComplete?: string
  inputMode?: 'numeric'
  optional?: boolean
}

export interface PlainFormProps {
  id: string
  lines: readonly Line[]
  submit: string
  look?: ButtonLook
  action?: string
  values?: Record<string, string>
  lastResult?: SubmissionResult | null
  /** Above the button: hidden fields, or a picture. */
  children?: ReactNode
  /** Beside the button. */
  beside?: ReactNode
}

/** A short form of one column, as accounts have them. Sent by the browser itself: after it, cookies may differ. */
export function PlainForm({
  id,
  lines,
  submit,
  look,
  action,
  values,
  lastResult,
  children,
  beside,
}: PlainFormProps) {
  const names = lines.map(line => line.name)
  const [form, fields] = flatForm(names, { id, lastResult, defaultValue: values })
  const labels = Object.fromEntries(lines.map(line => [line.name, line.label]))
  return (
    <form method="post" action={action} id={form.id} noValidate className="stack signin__form">
      <ErrorSummary form={form} labels={labels} />
      {lines.map(({ name, kind = 'text', ...line }) => {
        const field = fields[name]
        if (!field) return null
        return kind === 'check' ? (
          <Check key={name} field={field} label={line.label} />
        ) : (
          <Field key={name} field={field} kind={kind} {...line} />
        )
      })}
      {children}
      <Actions>
        <SubmitButton look={look}>{submit}</SubmitButton>
        {beside}
      </Actions>
    </form>
  )
}
