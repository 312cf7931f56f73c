import type { FieldMetadata } from '@conform-to/react'
import {
  type CriterionId,
  criterionIds,
  criterionOf,
  isCriterionId,
  necessities,
  necessityIds,
} from '#domain/ontology/criteria.ts'
import { bodyCriteria } from '#domain/ontology/criteria-body.ts'
import { serviceCriteria } from '#domain/ontology/criteria-service.ts'
import { siteCriteria } from '#domain/ontology/criteria-site.ts'
import { units } from '#domain/ontology/units.ts'
import { Select } from '../form/choice.tsx'
import { Field, NumberField } from '../form/field.tsx'
import { controlProps, initialText } from '../form/field-meta.ts'
import { FieldShell } from '../form/field-shell.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { RequirementFields, ScenarioFields } from './form-values.ts'

type RowMeta = FieldMetadata<RequirementFields, ScenarioFields>

/** One need: which criterion, how much of it, how badly. The value's control follows the criterion. */
export function RequirementRow({ row, index }: { row: RowMeta; index: number }) {
  const t = useT()
  const fields = row.getFieldset()
  const chosen = fields.criterion.value
  return (
    <fieldset className="needrow">
      <legend>{t('common.form.row', { n: index + 1 })}</legend>
      <CriterionSelect field={fields.criterion} />
      <Select
        field={fields.necessity}
        label={t('scenario.form.necessity')}
        options={necessityIds.map(id => ({ value: id, label: t.pick(necessities[id]) }))}
      />
      <ValueField field={fields.value} criterion={isCriterionId(chosen) ? chosen : null} />
      <Field field={fields.note} label={t('scenario.form.note')} optional />
    </fieldset>
  )
}

const groups = { body: bodyCriteria, site: siteCriteria, service: serviceCriteria } as const
const groupNames = ['body', 'site', 'service'] as const

function CriterionSelect({ field }: { field: FieldMetadata<string, ScenarioFields> }) {
  const t = useT()
  const chosen = field.value
  const help = isCriterionId(chosen) ? t.pick(criterionOf(chosen).help) : undefined
  return (
    <FieldShell field={field} label={t('scenario.form.criterion')} hint={help}>
      <select
        className="select"
        defaultValue={initialText(field) ?? ''}
        {...controlProps(field, help !== undefined)}
      >
        <option value="">{t('common.form.choose')}</option>
        {groupNames.map(name => (
          <optgroup key={name} label={t(`scenario.form.group.${name}`)}>
            {criterionIds
              .filter(id => Object.hasOwn(groups[name], id))
              .map(id => (
                <option key={id} value={id}>
                  {t.pick(criterionOf(id).label)}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FieldShell>
  )
}

function ValueField({
  field,
  criterion,
}: {
  field: FieldMetadata<string, ScenarioFields>
  criterion: CriterionId | null
}) {
  const t = useT()
  const label = t('scenario.form.value')
  if (criterion === null)
    return <NumberField field={field} label={label} hint={t('scenario.form.valueHint')} />
  const { kind, options = {}, unit } = criterionOf(criterion)
  if (kind === 'boolean')
    return (
      <Select field={field} label={label} options={[{ value: 'true', label: t('scenario.form.valueYes') }]} />
    )
  if (kind === 'choice') {
    const known = Object.entries(options).map(([value, text]) => ({ value, label: t.pick(text) }))
    const typed = initialText(field)
    const other = typed && !Object.hasOwn(options, typed) ? [{ value: typed, label: typed }] : []
    return (
      <Select field={field} label={label} empty={t('common.form.choose')} options={[...known, ...other]} />
    )
  }
  const placeholder = kind === 'range' ? '-10~45' : undefined
  return (
    <NumberField
      field={field}
      label={label}
      unit={t.pick(units[unit].label) || undefined}
      placeholder={placeholder}
    />
  )
}
