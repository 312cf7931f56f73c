import type { ReactNode } from 'react'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { FieldMeta } from './field-meta.ts'

export interface Labelled {
  field: FieldMeta
  label: ReactNode
  hint?: ReactNode
  /** Says beside the label that it may stay empty. */
  optional?: boolean
}

/** Label, control, hint and errors of one field, tied together for eyes and screen readers. */
export function FieldShell({ field, label, hint, optional, children }: Labelled & { children: ReactNode }) {
  return (
    <div className="field" data-invalid={field.errors ? '' : undefined}>
      <label htmlFor={field.id}>
        {label}
        {optional && <Optional />}
      </label>
      {children}
      <Hint field={field}>{hint}</Hint>
      <FieldErrors field={field} />
    </div>
  )
}

/** The same for a group of boxes or radio buttons. */
export function FieldGroup({ field, label, hint, optional, children }: Labelled & { children: ReactNode }) {
  return (
    <fieldset className="field" id={field.id} data-invalid={field.errors ? '' : undefined} tabIndex={-1}>
      <legend>
        {label}
        {optional && <Optional />}
      </legend>
      {children}
      <Hint field={field}>{hint}</Hint>
      <FieldErrors field={field} />
    </fieldset>
  )
}

function Optional() {
  const t = useT()
  return <span className="opt">{t('common.form.optional')}</span>
}

export function Hint({ field, children }: { field: FieldMeta; children: ReactNode }) {
  if (!children) return null
  return (
    <span className="hint" id={field.descriptionId}>
      {children}
    </span>
  )
}

export function FieldErrors({ field }: { field: FieldMeta }) {
  const t = useT()
  if (!field.errors) return null
  return (
    <span id={field.errorId} className="errs">
      {field.errors.map(code => (
        <span className="err" key={code}>
          <Icon name="warn" />
          {t.error(code)}
        </span>
      ))}
    </span>
  )
}
