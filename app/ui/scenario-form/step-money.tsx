import {
  budgetEvidenceIds,
  budgetEvidences,
  commercialFormIds,
  commercialForms,
  readiness,
  readinessIds,
} from '#domain/vocabulary.ts'
import { Check, RadioGroup, Select } from '../form/choice.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { useT } from '../shell/dictionary.tsx'
import { ConfidentialMark } from './confidential-mark.tsx'
import type { StepProps } from './step-props.ts'
import { fieldOf } from './values.ts'

/** 经费与条款. */
export function MoneyStep({ form }: StepProps) {
  const t = useT()
  const field = (name: string) => fieldOf(form, name)
  return (
    <div className="form">
      <RadioGroup
        field={field('readiness')}
        label={t('scenario.form.readiness')}
        options={readinessIds.map(id => ({ value: id, label: t.pick(readiness[id]) }))}
        row
      />
      <div className="maykeep">
        <div className="form__cols form__cols--2">
          <Select
            field={field('budgetEvidence')}
            label={t('scenario.form.budgetEvidence')}
            hint={t('wizard.money.evidenceHint')}
            empty={t('common.form.choose')}
            options={budgetEvidenceIds.map(id => ({ value: id, label: t.pick(budgetEvidences[id]) }))}
          />
          <Field field={field('budgetNote')} label={t('scenario.form.budgetNote')} optional />
          <NumberField
            field={field('budgetFromFen')}
            label={t('wizard.money.from')}
            hint={t('wizard.money.fromHint')}
            unit={t('scenario.form.budgetUnit')}
            optional
          />
          <NumberField
            field={field('budgetFen')}
            label={t('wizard.money.ceiling')}
            hint={t('scenario.form.budgetHint')}
            unit={t('scenario.form.budgetUnit')}
          />
        </div>
        <ConfidentialMark form={form} part="budget" />
      </div>
      <div className="form__cols">
        <NumberField
          field={field('units')}
          label={t('scenario.form.units')}
          unit={t('scenario.form.unitsUnit')}
        />
        <NumberField
          field={field('pilotWeeks')}
          label={t('scenario.form.weeks')}
          unit={t('scenario.form.weeksUnit')}
        />
        <Select
          field={field('commercialForm')}
          label={t('scenario.form.commercialForm')}
          empty={t('common.form.choose')}
          options={commercialFormIds.map(id => ({ value: id, label: t.pick(commercialForms[id]) }))}
        />
      </div>
      <div className="termfield">
        <NumberField
          field={field('termMonths')}
          label={t('scenario.form.term')}
          hint={t('scenario.form.termHint')}
          unit={t('scenario.form.termUnit')}
          optional
        />
      </div>
      <Check field={field('acceptsUnfinalised')} label={t('scenario.form.unfinalised')} />
      <div className="maykeep">
        <TextArea
          field={field('exclusions')}
          label={t('scenario.form.exclusions')}
          hint={t('scenario.form.exclusionsHint')}
          rows={3}
          optional
        />
        <ConfidentialMark form={form} part="exclusions" />
      </div>
    </div>
  )
}
