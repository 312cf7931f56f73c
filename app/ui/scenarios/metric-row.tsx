import type { FieldMetadata } from '@conform-to/react'
import { targetDirectionIds, targetDirections } from '#domain/vocabulary.ts'
import { Check, Select } from '../form/choice.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { MetricFields, ScenarioFields } from './form-values.ts'

/** One acceptance metric: what, measured how, from where to where, in which unit. */
export function MetricFieldsRow({
  row,
  index,
}: {
  row: FieldMetadata<MetricFields, ScenarioFields>
  index: number
}) {
  const t = useT()
  const fields = row.getFieldset()
  return (
    <fieldset className="metricrow">
      <legend>{t('common.form.row', { n: index + 1 })}</legend>
      <Field field={fields.name} label={t('scenario.form.metricName')} />
      <TextArea field={fields.method} label={t('scenario.form.method')} rows={2} />
      <div className="metricrow__numbers">
        <Select
          field={fields.direction}
          label={t('scenario.form.direction')}
          options={targetDirectionIds.map(id => ({ value: id, label: t.pick(targetDirections[id]) }))}
        />
        <NumberField field={fields.target} label={t('scenario.form.target')} />
        <NumberField field={fields.baseline} label={t('scenario.form.baseline')} optional />
        <Field field={fields.unit} label={t('scenario.form.unit')} />
      </div>
      <Check field={fields.mandatory} label={t('scenario.form.mandatory')} />
    </fieldset>
  )
}
