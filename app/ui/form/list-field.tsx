import { type ReactNode, useId } from 'react'
import { Button } from '../primitives/button.tsx'
import { Icon } from '../primitives/icon.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { FieldMeta } from './field-meta.ts'
import { FieldErrors } from './field-shell.tsx'

/** A conform list field: its own meta, and one meta per row. */
export interface ListMeta<Item> extends FieldMeta {
  getFieldList: () => Item[]
}

export interface ListFieldProps<Item> {
  field: ListMeta<Item>
  label: ReactNode
  hint?: ReactNode
  /** Word on the button, such as 加一条指标. */
  add: ReactNode
  /** Rows that cannot be taken away. */
  min?: number
  max?: number
  /** What a new row starts with. */
  fresh?: Readonly<Record<string, string | undefined>>
  children: (item: Item, index: number) => ReactNode
}

/**
 * Rows that can be added and taken away. The buttons submit a conform intent, so the server does it when there is
 * no JavaScript, and the typed values stay.
 */
export function ListField<Item extends { key: string | undefined }>({
  field,
  label,
  hint,
  add,
  min = 0,
  max = 50,
  fresh,
  children,
}: ListFieldProps<Item>) {
  const t = useT()
  const titleId = useId()
  const items = field.getFieldList()
  return (
    <section
      className="rows"
      id={field.id}
      aria-labelledby={titleId}
      tabIndex={-1}
      data-invalid={field.errors ? '' : undefined}
    >
      <h3 id={titleId}>{label}</h3>
      {hint && <p className="hint">{hint}</p>}
      <FieldErrors field={field} />
      <ol>
        {items.map((item, index) => (
          <li key={item.key ?? index}>
            <div className="rows__item">{children(item, index)}</div>
            {items.length > min && (
              <Button look="quiet" size="sm" {...intent(field, 'remove', { index })}>
                <Icon name="cross" label={t('common.form.remove', { n: index + 1 })} />
              </Button>
            )}
          </li>
        ))}
      </ol>
      {items.length < max && (
        <Button look="line" size="sm" {...intent(field, 'insert', { defaultValue: fresh })}>
          <Icon name="plus" />
          {add}
        </Button>
      )}
    </section>
  )
}

/** A conform intent as the name and value of a submit button (`__intent__`, JSON of type and payload). */
function intent(
  field: FieldMeta,
  type: 'insert' | 'remove',
  payload: { index?: number; defaultValue?: ListFieldProps<never>['fresh'] },
) {
  return {
    type: 'submit',
    name: '__intent__',
    value: JSON.stringify({ type, payload: { name: field.name, ...payload } }),
    form: field.formId,
    formNoValidate: true,
  } as const
}
