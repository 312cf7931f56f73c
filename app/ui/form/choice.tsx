import type { ReactNode } from 'react'
import { controlProps, type FieldMeta, initiallyChosen, initialText } from './field-meta.ts'
import { FieldErrors, FieldGroup, FieldShell, Hint, type Labelled } from './field-shell.tsx'

export interface Option {
  value: string
  label: ReactNode
  hint?: ReactNode
}

/** One of a list. `empty` is the first line that chooses nothing. */
export function Select({
  options,
  empty,
  ...labelled
}: Labelled & { options: readonly { value: string; label: string }[]; empty?: string }) {
  const { field, hint } = labelled
  return (
    <FieldShell {...labelled}>
      <select
        className="select"
        defaultValue={initialText(field) ?? ''}
        {...controlProps(field, Boolean(hint))}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldShell>
  )
}

/** One of few, all in sight. */
export function RadioGroup({
  options,
  row,
  ...labelled
}: Labelled & { options: readonly Option[]; row?: boolean }) {
  return (
    <FieldGroup {...labelled}>
      <Choices kind="radio" field={labelled.field} options={options} row={row} />
    </FieldGroup>
  )
}

/** Any of a list. */
export function CheckGroup({
  options,
  row,
  ...labelled
}: Labelled & { options: readonly Option[]; row?: boolean }) {
  return (
    <FieldGroup {...labelled}>
      <Choices kind="checkbox" field={labelled.field} options={options} row={row} />
    </FieldGroup>
  )
}

function Choices({
  kind,
  field,
  options,
  row,
}: {
  kind: 'radio' | 'checkbox'
  field: FieldMeta
  options: readonly Option[]
  row?: boolean
}) {
  const { id, ...rest } = controlProps(field, false)
  return (
    <div className={row ? 'choices choices--row' : 'choices'}>
      {options.map(option => (
        <label className="check" key={option.value} htmlFor={`${id}-${option.value}`}>
          <input
            {...rest}
            id={`${id}-${option.value}`}
            type={kind}
            value={option.value}
            required={kind === 'radio' ? rest.required : undefined}
            defaultChecked={initiallyChosen(field, option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small className="hint">{option.hint}</small>}
          </span>
        </label>
      ))}
    </div>
  )
}

/** A single yes. */
export function Check({
  field,
  label,
  hint,
  value = 'on',
}: {
  field: FieldMeta
  label: ReactNode
  hint?: ReactNode
  value?: string
}) {
  return (
    <div className="field" data-invalid={field.errors ? '' : undefined}>
      <label className="check" htmlFor={field.id}>
        <input
          type="checkbox"
          value={value}
          defaultChecked={initiallyChosen(field, value)}
          {...controlProps(field, Boolean(hint))}
        />
        <span>{label}</span>
      </label>
      <Hint field={field}>{hint}</Hint>
      <FieldErrors field={field} />
    </div>
  )
}
