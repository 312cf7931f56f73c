import { Field, NumberField, TextArea } from '../form/field.tsx'
import { useT } from '../shell/dictionary.tsx'
import { ConfidentialMark } from './confidential-mark.tsx'
import type { StepProps } from './step-props.ts'
import { fieldOf } from './values.ts'

/** 现状: what is to be done, how it is done today in numbers, and what hurts. */
export function TodayStep({ form, guide }: StepProps) {
  const t = useT()
  const field = (name: string) => fieldOf(form, name)
  return (
    <div className="form">
      {guide.prompts.length > 0 && (
        <div className="prompts">
          <h3>{t('wizard.prompts')}</h3>
          <ul>
            {guide.prompts.map(each => (
              <li key={each.zh}>{t.pick(each)}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="maykeep">
        <TextArea
          field={field('situation')}
          label={t('scenario.form.situation')}
          hint={t('scenario.form.situationHint')}
          rows={6}
        />
        <ConfidentialMark form={form} part="situation" />
      </div>
      <fieldset className="numbers maykeep">
        <legend>{t('wizard.process.label')}</legend>
        <p className="hint">{t('wizard.process.hint')}</p>
        <div className="numbers__row">
          <NumberField
            field={field('processPeople')}
            label={t('wizard.process.people')}
            unit={t('wizard.process.peopleUnit')}
          />
          <NumberField
            field={field('processShifts')}
            label={t('wizard.process.shifts')}
            unit={t('wizard.process.shiftsUnit')}
          />
          <NumberField
            field={field('processHours')}
            label={t('wizard.process.hours')}
            unit={t('wizard.process.hoursUnit')}
          />
          <NumberField field={field('processVolume')} label={t('wizard.process.volume')} />
          <Field
            field={field('processUnit')}
            label={t('wizard.process.volumeUnit')}
            placeholder={t('wizard.process.volumeUnitHint')}
          />
        </div>
        <ConfidentialMark form={form} part="process" />
      </fieldset>
      <div className="maykeep">
        <TextArea
          field={field('pain')}
          label={t('scenario.form.pain')}
          hint={t('scenario.form.painHint')}
          rows={4}
        />
        <ConfidentialMark form={form} part="pain" />
      </div>
    </div>
  )
}
