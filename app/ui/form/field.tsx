import type { ReactNode } from 'react'
import { controlProps, initialText } from './field-meta.ts'
import { FieldShell, type Labelled } from './field-shell.tsx'

type Kind = 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'datetime-local' | 'file'

export interface FieldProps extends Labelled {
  kind?: Kind
  placeholder?: string
  autoComplete?: string
  accept?: string
  /** Several files at once. */
  multiple?: boolean
  /** For codes and numbers typed on a phone. */
  inputMode?: 'numeric' | 'decimal'
}

/** A line of text, a day or a file. */
export function Field({
  kind = 'text',
  placeholder,
  autoComplete,
  accept,
  multiple,
  inputMode,
  ...labelled
}: FieldProps) {
  const { field, hint } = labelled
  const keepsValue = kind !== 'file' && kind !== 'password'
  return (
    <FieldShell {...labelled}>
      <input
        className="input"
        type={kind}
        placeholder={placeholder}
        autoComplete={autoComplete}
        accept={accept}
        multiple={multiple}
        inputMode={inputMode}
        defaultValue={keepsValue ? initialText(field) : undefined}
        {...controlProps(field, Boolean(hint))}
      />
    </FieldShell>
  )
}

/** A number with its unit. Typed as text, so that full-width digits reach the server and are understood there. */
export function NumberField({
  unit,
  placeholder,
  ...labelled
}: Labelled & { unit?: ReactNode; placeholder?: string }) {
  const { field, hint } = labelled
  const input = (
    <input
      className="input"
      type="text"
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      defaultValue={initialText(field)}
      {...controlProps(field, Boolean(hint))}
    />
  )
  return (
    <FieldShell {...labelled}>
      {unit ? (
        <div className="with-unit">
          {input}
          <span>{unit}</span>
        </div>
      ) : (
        input
      )}
    </FieldShell>
  )
}

export function TextArea({
  rows = 4,
  placeholder,
  ...labelled
}: Labelled & { rows?: number; placeholder?: string }) {
  const { field, hint } = labelled
  return (
    <FieldShell {...labelled}>
      <textarea
        className="area"
        rows={rows}
        placeholder={placeholder}
        defaultValue={initialText(field)}
        {...controlProps(field, Boolean(hint))}
      />
    </FieldShell>
  )
}
