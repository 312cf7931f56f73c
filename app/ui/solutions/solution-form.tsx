import { parse, type SubmissionResult, useForm } from '@conform-to/react'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import { domainIds, domains } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { CheckGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { TaskField } from '../form/task-field.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { controlLabel } from './field-labels.ts'
import { PartRows, SoftwareRows } from './form-rows.tsx'
import { type FormFields, formValues, type SolutionFields, type Typed } from './form-values.ts'

export interface SheetView {
  formKey: string
  draft: { id: string; rev: number; content: SolutionDraft } | null
  own: readonly { number: string; name: string }[]
}

/** 系统解决方案 form: saved as a draft with anything missing; it is submitted on its own page, once all firms agree. */
export function SolutionForm({
  sheet,
  answer,
}: {
  sheet: SheetView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { draft, formKey, own } = sheet
  const [form, fields] = useForm<SolutionFields, Typed>({
    id: 'solution',
    lastResult: answer?.submission,
    defaultValue: formValues(draft?.content),
    // The server judges what is written.
    onValidate: ({ formData }) => parse<Typed, string[]>(formData, { resolve: value => ({ value }) }),
    shouldRevalidate: 'onSubmit',
  })
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  const labels = Object.fromEntries(Object.keys(form.allErrors).map(name => [name, controlLabel(t, name)]))
  return (
    <form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      {stale && draft ? (
        <StaleNote
          title={t('solution.form.conflictTitle')}
          refusal={stale}
          href={paths.solutionEdit(draft.id)}
        />
      ) : (
        <ErrorSummary form={form} labels={labels} />
      )}
      {/* Enter in a field saves the draft: the first button of a form is the one it presses. */}
      <button type="submit" className="vh" tabIndex={-1} aria-hidden="true" />
      <FormKey value={formKey} />
      {draft && (
        <>
          <input type="hidden" name="id" value={draft.id} />
          <input type="hidden" name="rev" value={draft.rev} />
        </>
      )}
      <Basics fields={fields} />
      <Section title={t('solution.form.robots')} note={t('solution.form.robotsNote')}>
        <PartRows field={fields.parts} own={own} />
      </Section>
      <Section title={t('solution.form.software')} note={t('solution.form.softwareNote')}>
        <SoftwareRows field={fields.software} />
      </Section>
      <Services fields={fields} />
      <Supply fields={fields} />
      <Actions className="prodform__acts">
        <SubmitButton>{t('solution.form.save')}</SubmitButton>
        <ButtonLink look="quiet" href={draft ? paths.solution(draft.id) : paths.solutions()}>
          {t('solution.form.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

function Basics({ fields }: { fields: FormFields }) {
  const t = useT()
  const chosen = fields.domains.initialValue
  return (
    <Section title={t('solution.form.basics')}>
      <div className="form">
        <Field field={fields.name} label={t('solution.form.name')} hint={t('solution.form.nameHint')} />
        <CheckGroup
          field={fields.domains}
          label={t('solution.form.domains')}
          options={domainIds.map(id => ({ value: id, label: t.pick(domains[id]) }))}
          row
        />
        <TaskField
          field={fields.tasks}
          label={t('solution.form.tasks')}
          hint={t('solution.form.tasksHint')}
          chosen={Array.isArray(chosen) ? chosen.map(String) : []}
        />
        <TextArea
          field={fields.summary}
          label={t('solution.form.summary')}
          hint={t('solution.form.summaryHint')}
          rows={5}
        />
      </div>
    </Section>
  )
}

const services = ['survey', 'integration', 'training', 'maintenance'] as const

function Services({ fields }: { fields: FormFields }) {
  const t = useT()
  return (
    <Section title={t('solution.form.services')}>
      <div className="form">
        {services.map(name => (
          <TextArea key={name} field={fields[name]} label={t(`solution.form.${name}`)} rows={2} optional />
        ))}
        <NumberField
          field={fields.responseHours}
          label={t('solution.form.responseHours')}
          unit={t('solution.form.hours')}
          optional
        />
      </div>
    </Section>
  )
}

function Supply({ fields }: { fields: FormFields }) {
  const t = useT()
  return (
    <Section title={t('solution.form.supply')}>
      <div className="form">
        <div className="form__cols">
          <NumberField
            field={fields.priceFromFen}
            label={t('solution.form.priceFrom')}
            unit={t('solution.form.wan')}
            hint={t('solution.form.priceHint')}
            optional
          />
          <NumberField
            field={fields.priceToFen}
            label={t('solution.form.priceTo')}
            unit={t('solution.form.wan')}
            optional
          />
        </div>
        <NumberField
          field={fields.deliveryWeeks}
          label={t('solution.form.deliveryWeeks')}
          unit={t('solution.form.weeks')}
          optional
        />
        <Field
          field={fields.regions}
          label={t('solution.form.regions')}
          hint={t('solution.form.regionsHint')}
          optional
        />
      </div>
    </Section>
  )
}
