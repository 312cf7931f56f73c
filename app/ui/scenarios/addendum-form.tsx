import { parse, type SubmissionResult, useForm } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import {
  budgetEvidenceIds,
  budgetEvidences,
  commercialFormIds,
  commercialForms,
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
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { AddendumFiles, type AddendumFilesView } from './addendum-files.tsx'
import { fieldLabels } from './field-labels.ts'
import { formValues, freshMetric, freshRequirement, type ScenarioFields } from './form-values.ts'
import { MetricFieldsRow } from './metric-row.tsx'
import { RequirementRow } from './requirement-row.tsx'
import type { ScenarioWords } from './view.ts'

interface SheetView {
  id: string
  rev: number
  number: string | null
  title: string
  content: ScenarioWords
  bidDeadline: Date | null
  keeps: number
  formKey: string
  can: Verdict
  files: AddendumFilesView
}

type Answer = { submission: SubmissionResult; refusal: RefusalView | null; kept?: boolean } | undefined
type FileFields = { fates: Record<string, string>; file: string; purpose: string; replaces: string }
type AddendumFields = ScenarioFields & FileFields & { summary: string; reason: string }
type Typed = Record<string, unknown>
type FormFields = ReturnType<typeof useForm<AddendumFields, Typed>>[1]

/** 发布补充公告: the scenario as it is, to be changed where it must be, with what bidders have to know about it. */
export function AddendumPage({ sheet, answer }: { sheet: SheetView; answer: Answer }) {
  const t = useT()
  const back = paths.scenario(sheet.id)
  return (
    <DeedPage
      title={t('review.addenda.write')}
      crumbs={[
        { label: t('scenario.list.title'), href: paths.scenarios() },
        { label: sheet.number ?? sheet.title, href: back },
        { label: t('review.addenda.title'), href: paths.scenarioAddenda(sheet.id) },
      ]}
      facts={<a href={back}>{sheet.title}</a>}
    >
      {sheet.can.ok || answer ? (
        <AddendumForm sheet={sheet} answer={answer} />
      ) : (
        <Alert tone="red" title={t('scenario.deedPage.closedTitle')}>
          <p>{t.reason(sheet.can.reason, sheet.can.detail)}</p>
        </Alert>
      )}
    </DeedPage>
  )
}

function AddendumForm({ sheet, answer }: { sheet: SheetView; answer: Answer }) {
  const t = useT()
  const { domain: _, tasks: __, district: ___, ...values } = formValues(sheet)
  const [form, fields] = useForm<AddendumFields, Typed>({
    id: 'scenario',
    lastResult: answer?.submission,
    defaultValue: values,
    onValidate: ({ formData }) => parse<Typed, string[]>(formData, { resolve: value => ({ value }) }),
    shouldRevalidate: 'onSubmit',
  })
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  const labels = {
    ...fieldLabels(t),
    summary: t('review.addenda.summary'),
    reason: t('review.addenda.reason'),
    ...{ fates: t('addendum.files'), file: t('file.choose') },
  }
  return (
    <form
      method="post"
      encType="multipart/form-data"
      id={form.id}
      onSubmit={form.onSubmit}
      noValidate
      className="scnform"
    >
      {answer?.kept && (
        <Alert title={t('addendum.kept')}>
          <p>{t('addendum.keptText')}</p>
        </Alert>
      )}
      {stale ? (
        <StaleNote
          title={t('scenario.deedPage.changedTitle')}
          refusal={stale}
          href={paths.scenario(sheet.id)}
        />
      ) : (
        <ErrorSummary form={form} labels={labels} />
      )}
      {/* Enter in a field stays; without this it would press the first button there is. */}
      <button type="submit" name="act" value="stay" className="vh" tabIndex={-1} aria-hidden="true" />
      <FormKey value={sheet.formKey} />
      <input type="hidden" name="id" value={sheet.id} />
      <input type="hidden" name="rev" value={sheet.rev} />
      <Section title={t('review.addenda.about')} note={t('review.addenda.aboutNote', { n: sheet.keeps })}>
        <div className="form">
          <Field field={fields.summary} label={labels.summary} hint={t('review.addenda.summaryHint')} />
          <TextArea
            field={fields.reason}
            label={labels.reason}
            hint={t('review.addenda.reasonHint')}
            rows={3}
          />
          <Field
            kind="datetime-local"
            field={fields.bidDeadline}
            label={t('scenario.form.deadline')}
            hint={t('review.addenda.deadlineHint')}
          />
        </div>
      </Section>
      <Prose fields={fields} />
      <Section title={t('scenario.form.requirements')}>
        <ListField
          field={fields.requirements}
          label={t('scenario.form.requirementRows')}
          add={t('scenario.form.addRequirement')}
          fresh={freshRequirement}
          max={30}
        >
          {(row, index) => <RequirementRow row={row as never} index={index} first={[]} />}
        </ListField>
      </Section>
      <Section title={t('scenario.form.metrics')}>
        <ListField
          field={fields.metrics}
          label={t('scenario.form.metricRows')}
          add={t('scenario.form.addMetric')}
          fresh={freshMetric}
          min={3}
          max={20}
        >
          {(row, index) => <MetricFieldsRow row={row as never} index={index} />}
        </ListField>
      </Section>
      <Terms fields={fields} />
      {/* Last, so that all that is typed has been heard when a file turns out to be too large. */}
      <AddendumFiles
        files={sheet.files}
        fields={{
          fates: fields.fates,
          file: fields.file,
          purpose: fields.purpose,
          replaces: fields.replaces,
        }}
      />
      <Actions className="scnform__acts">
        <SubmitButton>{t('review.addenda.publish')}</SubmitButton>
        <ButtonLink look="quiet" href={paths.scenarioAddenda(sheet.id)}>
          {t('review.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}

function Prose({ fields }: { fields: FormFields }) {
  const t = useT()
  return (
    <Section title={t('scenario.form.basics')} note={t('review.addenda.fixedNote')}>
      <div className="form">
        <Field field={fields.title} label={t('scenario.form.title')} />
        <TextArea field={fields.situation} label={t('scenario.form.situation')} rows={5} />
        <TextArea field={fields.pain} label={t('scenario.form.pain')} rows={4} />
        <TextArea field={fields.site} label={t('scenario.form.siteField')} rows={5} />
        <TextArea field={fields.exclusions} label={t('scenario.form.exclusions')} rows={3} optional />
      </div>
    </Section>
  )
}

function Terms({ fields }: { fields: FormFields }) {
  const t = useT()
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
          <Select
            field={fields.budgetEvidence}
            label={t('scenario.form.budgetEvidence')}
            empty={t('common.form.choose')}
            options={budgetEvidenceIds.map(id => ({ value: id, label: t.pick(budgetEvidences[id]) }))}
          />
          <NumberField
            field={fields.budgetFromFen}
            label={t('wizard.money.from')}
            unit={t('scenario.form.budgetUnit')}
            optional
          />
          <NumberField
            field={fields.budgetFen}
            label={t('scenario.form.budget')}
            unit={t('scenario.form.budgetUnit')}
          />
          <NumberField
            field={fields.units}
            label={t('scenario.form.units')}
            unit={t('scenario.form.unitsUnit')}
          />
          <NumberField
            field={fields.pilotWeeks}
            label={t('scenario.form.weeks')}
            unit={t('scenario.form.weeksUnit')}
          />
          <Select
            field={fields.commercialForm}
            label={t('scenario.form.commercialForm')}
            empty={t('common.form.choose')}
            options={commercialFormIds.map(id => ({ value: id, label: t.pick(commercialForms[id]) }))}
          />
        </div>
        <div className="termfield">
          <NumberField
            field={fields.termMonths}
            label={t('scenario.form.term')}
            hint={t('scenario.form.termHint')}
            unit={t('scenario.form.termUnit')}
            optional
          />
        </div>
        <Check field={fields.acceptsUnfinalised} label={t('scenario.form.unfinalised')} />
      </div>
    </Section>
  )
}
