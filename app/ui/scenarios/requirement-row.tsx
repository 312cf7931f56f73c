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
import { criterionHelp } from '#domain/ontology/criterion-help.ts'
import { Select } from '../form/choice.tsx'
import { Field } from '../form/field.tsx'
import { controlProps, initialText } from '../form/field-meta.ts'
import { FieldShell } from '../form/field-shell.tsx'
import { NeedValue } from '../scenario-form/need-value.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { RequirementFields, ScenarioFields } from './form-values.ts'

type RowMeta = FieldMetadata<RequirementFields, ScenarioFields>

/** One need: which criterion, how much of it, how badly. `first` stands on top of the list to choose from. */
export function RequirementRow({
  row,
  index,
  first,
}: {
  row: RowMeta
  index: number
  first: readonly CriterionId[]
}) {
  const t = useT()
  const fields = row.getFieldset()
  const chosen = fields.criterion.value
  return (
    <fieldset className="needrow">
      <legend>{t('common.form.row', { n: index + 1 })}</legend>
      <CriterionSelect field={fields.criterion} first={first} />
      <Select
        field={fields.necessity}
        label={t('scenario.form.necessity')}
        options={necessityIds.map(id => ({ value: id, label: t.pick(necessities[id]) }))}
      />
      <NeedValue field={fields.value} criterion={isCriterionId(chosen) ? chosen : null} />
      {isCriterionId(chosen) && criterionOf(chosen).kind === 'boolean' && (
        // To name a yes-or-no need is to ask for it; its value has no control of its own.
        <input type="hidden" name={fields.value.name} value="true" form={fields.value.formId} />
      )}
      <Field field={fields.note} label={t('scenario.form.note')} optional />
    </fieldset>
  )
}

const groups = { body: bodyCriteria, site: siteCriteria, service: serviceCriteria } as const
const groupNames = ['body', 'site', 'service'] as const

function CriterionSelect({
  field,
  first,
}: {
  field: FieldMetadata<string, ScenarioFields>
  first: readonly CriterionId[]
}) {
  const t = useT()
  const chosen = field.value
  const help = isCriterionId(chosen) ? t.pick(criterionHelp[chosen]) : undefined
  return (
    <FieldShell field={field} label={t('scenario.form.criterion')} hint={help}>
      <select
        className="select"
        defaultValue={initialText(field) ?? ''}
        {...controlProps(field, help !== undefined)}
      >
        <option value="">{t('common.form.choose')}</option>
        {first.length > 0 && <Group name="asked" ids={first} />}
        {groupNames.map(name => (
          <Group
            key={name}
            name={name}
            ids={criterionIds.filter(id => Object.hasOwn(groups[name], id) && !first.includes(id))}
          />
        ))}
      </select>
    </FieldShell>
  )
}

function Group({ name, ids }: { name: keyof typeof groups | 'asked'; ids: readonly CriterionId[] }) {
  const t = useT()
  return (
    <optgroup label={t(`scenario.form.group.${name}`)}>
      {ids.map(id => (
        <option key={id} value={id}>
          {t.pick(criterionOf(id).label)}
        </option>
      ))}
    </optgroup>
  )
}
