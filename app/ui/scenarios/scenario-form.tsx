import { parse, type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { requirementsFor } from '#domain/ontology/questions.ts'
import { taskIds } from '#domain/ontology/tasks.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import {
  commercialFormIds,
  commercialForms,
  districtCodes,
  districts,
  domainIds,
  domains,
  readiness,
  readinessIds,
} from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Check, RadioGroup, Select } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { ListField } from '../form/list-field.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink, ClosedButton } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { fieldLabels } from './field-labels.ts'
import { formValues, freshMetric, freshRequirement, type ScenarioFields } from './form-values.ts'
import { MetricFieldsRow } from './metric-row.tsx'
import { RequirementRow } from './requirement-row.tsx'
import { TaskField } from './task-field.tsx'
import type { ScenarioWords } from './view.ts'
import { isDomain } from './words.ts'

export interface SheetView {
  formKey: string
  draft: { id: string; rev: number; content: ScenarioWords; bidDeadline: Date | null } | null
  canEdit: Verdict
  canSubmit: Verdict
}

/** What reached the browser's side of the form: text under names, judged by nobody yet. */
type Typed = Record<string, unknown>
type FormFields = ReturnType<typeof useForm<ScenarioFields, Typed>>[1]

/** 场景 form: saved as a draft with anything missing, or saved and submitted with nothing missing. */
export function ScenarioForm({
  sheet,
  answer,
}: {
  sheet: SheetView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { draft, formKey } = sheet
  const [form, fields] = useForm<ScenarioFields, Typed>({
    id: 'scenario',
    lastResult: answer?.submission,
    defaultValue: formValues(draft),
    // The server judges what is written; here only rows come and go without a way to the server and back.
    onValidate: ({ formData }) => parse<Typed, string[]>(formData, { resolve: value => ({ value }) }),
    shouldRevalidate: 'onSubmit',
  })
  const first = askedFirst(fields.domain.value, fields.tasks.value)
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <form method="post" id={form.id} onSubmit={form.onSubmit} noValidate className="scnform">
      {/* Enter in a field saves a draft; without this it would press the first button, which takes a row away. */}
      <button type="submit" name="intent" value="save" className="vh" tabIndex={-1} aria-hidden="true" />
      {stale && draft ? (
        <StaleNote title={t('scenario.form.conflictTitle')} refusal={stale} href={paths.scenario(draft.id)}>
          {t(sheet.canEdit.ok ? 'scenario.form.conflictAgain' : 'scenario.form.conflictClosed')}
        </StaleNote>
      ) : (
        <ErrorSummary form={form} labels={fieldLabels(t)} />
      )}
      <FormKey value={formKey} />
      {draft && (
        <>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="rev" value={draft.rev} />
        </>
      )}
      <Basics fields={fields} />
      <Site fields={fields} />
      <Section title={t('scenario.form.requirements')} note={t('scenario.form.requirementsNote')}>
        <ListField
          field={fields.requirements}
          label={t('scenario.form.requirementRows')}
          add={t('scenario.form.addRequirement')}
          fresh={freshRequirement}
          max={30}
        >
          {(row, index) => <RequirementRow row={row} index={index} first={first} />}
        </ListField>
      </Section>
      <Section title={t('scenario.form.metrics')} note={t('scenario.form.metricsNote')}>
        <ListField
          field={fields.metrics}
          label={t('scenario.form.metricRows')}
          add={t('scenario.form.addMetric')}
          fresh={freshMetric}
          min={3}
          max={20}
        >
          {(row, index) => <MetricFieldsRow row={row} index={index} />}
        </ListField>
      </Section>
      <Money fields={fields} />
      {sheet.canEdit.ok && <Buttons sheet={sheet} />}
    </form>
  )
}

/** What usually decides for the chosen domain and tasks, offered before all other criteria. */
function askedFirst(
  domain: string | undefined,
  chosen: string | readonly (string | undefined)[] | undefined,
) {
  const named = [chosen].flat()
  const known = taskIds.filter(task => named.includes(task))
  return known.length === 0 && !isDomain(domain)
    ? []
    : requirementsFor(isDomain(domain) ? domain : undefined, known).slice(0, 12)
}

function Basics({ fields }: { fields: FormFields }): ReactNode {
  const t = useT()
  return (
    <Section title={t('scenario.form.basics')}>
      <div className="form">
        <Field field={fields.title} label={t('scenario.form.title')} hint={t('scenario.form.titleHint')} />
        <div className="form__cols">
          <Select
            field={fields.domain}
            label={t('scenario.form.domain')}
            empty={t('common.form.choose')}
            options={domainIds.map(id => ({ value: id, label: t.pick(domains[id]) }))}
          />
          <Select
            field={fields.district}
            label={t('scenario.form.district')}
            empty={t('common.form.choose')}
            options={districtCodes.map(code => ({ value: code, label: t.pick(districts[code]) }))}
          />
        </div>
        <TaskField field={fields.tasks} domain={fields.domain.value} />
        <TextArea
          field={fields.situation}
          label={t('scenario.form.situation')}
          hint={t('scenario.form.situationHint')}
          rows={5}
        />
        <TextArea
          field={fields.pain}
          label={t('scenario.form.pain')}
          hint={t('scenario.form.painHint')}
          rows={4}
        />
      </div>
    </Section>
  )
}

function Site({ fields }: { fields: FormFields }): ReactNode {
  const t = useT()
  return (
    <Section title={t('scenario.form.site')} note={t('scenario.form.siteNote')}>
      <div className="form">
        <TextArea
          field={fields.site}
          label={t('scenario.form.siteField')}
          hint={t('scenario.form.siteHint')}
          rows={5}
        />
        <TextArea
          field={fields.exclusions}
          label={t('scenario.form.exclusions')}
          hint={t('scenario.form.exclusionsHint')}
          rows={3}
          optional
        />
      </div>
    </Section>
  )
}

function Money({ fields }: { fields: FormFields }): ReactNode {
  const t = useT()
  const unit = (key: 'budgetUnit' | 'unitsUnit' | 'weeksUnit') => t(`scenario.form.${key}`)
  return (
    <Section title={t('scenario.form.money')}>
      <div className="form">
        <RadioGroup
          field={fields.readiness}
          label={t('scenario.form.readiness')}
          options={readinessIds.map(id => ({ value: id, label: t.pick(readiness[id]) }))}
          row
        />
        <div className="form__cols">
          <NumberField
            field={fields.budgetFen}
            label={t('scenario.form.budget')}
            hint={t('scenario.form.budgetHint')}
            unit={unit('budgetUnit')}
          />
          <NumberField field={fields.units} label={t('scenario.form.units')} unit={unit('unitsUnit')} />
          <NumberField field={fields.pilotWeeks} label={t('scenario.form.weeks')} unit={unit('weeksUnit')} />
          <Select
            field={fields.commercialForm}
            label={t('scenario.form.commercialForm')}
            empty={t('common.form.choose')}
            options={commercialFormIds.map(id => ({ value: id, label: t.pick(commercialForms[id]) }))}
          />
          <Field
            kind="datetime-local"
            field={fields.bidDeadline}
            label={t('scenario.form.deadline')}
            hint={t('scenario.form.deadlineHint')}
          />
        </div>
        <Check field={fields.acceptsUnfinalised} label={t('scenario.form.unfinalised')} />
      </div>
    </Section>
  )
}

function Buttons({ sheet: { draft, canSubmit } }: { sheet: SheetView }): ReactNode {
  const t = useT()
  return (
    <Actions className="scnform__acts">
      {canSubmit.ok ? (
        <SubmitButton name="intent" value="submit">
          {t('scenario.form.saveAndSubmit')}
        </SubmitButton>
      ) : (
        <ClosedButton why={t.reason(canSubmit.reason, canSubmit.detail)}>
          {t('scenario.form.saveAndSubmit')}
        </ClosedButton>
      )}
      <SubmitButton look={canSubmit.ok ? 'line' : 'solid'} name="intent" value="save">
        {t('scenario.form.saveDraft')}
      </SubmitButton>
      <ButtonLink look="quiet" href={draft ? paths.scenario(draft.id) : paths.scenarios()}>
        {t('scenario.form.back')}
      </ButtonLink>
    </Actions>
  )
}
