/** What a form part needs of a conform field; any `fields.x` fits. */
export interface FieldMeta {
  id: string
  errorId: string
  descriptionId: string
  name: string
  formId: string
  initialValue?: unknown
  errors?: string[] | undefined
  required?: boolean
  minLength?: number
  maxLength?: number
}

/** The attributes that every control of this field carries; a hint and an error name it for screen readers. */
export function controlProps(field: FieldMeta, hinted: boolean) {
  const describedBy = [hinted && field.descriptionId, field.errors && field.errorId].filter(Boolean).join(' ')
  return {
    id: field.id,
    name: field.name,
    form: field.formId,
    required: field.required || undefined,
    'aria-invalid': field.errors ? true : undefined,
    'aria-describedby': describedBy || undefined,
  } as const
}

/** What was typed or stored, as the text of one control. */
export function initialText(field: FieldMeta): string | undefined {
  return typeof field.initialValue === 'string' ? field.initialValue : undefined
}

/** Whether a box or a radio button with this value starts ticked. */
export function initiallyChosen(field: FieldMeta, value: string): boolean {
  return Array.isArray(field.initialValue) ? field.initialValue.includes(value) : field.initialValue === value
}
