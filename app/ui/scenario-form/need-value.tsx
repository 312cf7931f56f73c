import type { CriterionId } from '#domain/ontology/criteria.ts'
import { criterionOf } from '#domain/ontology/criteria.ts'
import { units } from '#domain/ontology/units.ts'
import { CheckGroup, Select } from '../form/choice.tsx'
import { NumberField } from '../form/field.tsx'
import { type FieldMeta, initialText } from '../form/field-meta.ts'
import { useT } from '../shell/dictionary.tsx'

/** How much of a criterion is needed, in the control that its kind asks for; naming a yes-or-no one is enough. */
export function NeedValue({ field, criterion }: { field: FieldMeta; criterion: CriterionId | null }) {
  const t = useT()
  const label = t('wizard.need.value')
  if (criterion === null)
    return <NumberField field={field} label={label} hint={t('scenario.form.valueHint')} />
  const { kind, options = {}, unit } = criterionOf(criterion)
  if (kind === 'boolean') return null
  const known = Object.entries(options).map(([value, text]) => ({ value, label: t.pick(text) }))
  const which = t('wizard.need.which')
  if (kind === 'set') return <CheckGroup field={field} label={which} row options={known} />
  if (kind === 'choice') {
    const typed = initialText(field)
    const other = typed && !Object.hasOwn(options, typed) ? [{ value: typed, label: typed }] : []
    return (
      <Select field={field} label={which} empty={t('common.form.choose')} options={[...known, ...other]} />
    )
  }
  return (
    <NumberField
      field={field}
      label={label}
      unit={t.pick(units[unit].label) || undefined}
      placeholder={kind === 'range' ? '-10~45' : undefined}
    />
  )
}
