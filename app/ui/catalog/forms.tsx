import { type SubmissionResult, useForm } from '@conform-to/react'
import type { ReactNode } from 'react'
import { Check } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Field, NumberField, TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, type ButtonLook } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

interface EntryFormProps {
  formKey: string
  rev?: number
  lastResult?: SubmissionResult | null
}

type NominationFields = {
  title: string
  summary: string
  solution: string
  conditions: string
  failures: string
}

/** 提名: words only; the numbers come from the pilot. */
export function NominationForm({ formKey, title, lastResult }: EntryFormProps & { title: string }) {
  const t = useT()
  const [form, fields] = useForm<NominationFields>({
    id: 'nomination',
    lastResult: lastResult ?? undefined,
    defaultValue: { title },
  })
  const labels = {
    title: t('catalog.entryTitle'),
    summary: t('catalog.summary'),
    solution: t('catalog.solution'),
    conditions: t('catalog.conditions'),
    failures: t('catalog.failures'),
  }
  return (
    <EntryForm form={form} formKey={formKey} submit={t('catalog.nominate')} labels={labels}>
      <Field field={fields.title} label={labels.title} />
      <TextArea field={fields.summary} label={labels.summary} hint={t('catalog.summaryHint')} />
      <TextArea field={fields.solution} label={labels.solution} hint={t('catalog.solutionHint')} />
      <TextArea field={fields.conditions} label={labels.conditions} hint={t('catalog.conditionsHint')} />
      <TextArea field={fields.failures} label={labels.failures} hint={t('catalog.failuresHint')} />
    </EntryForm>
  )
}

type ReviewFields = {
  conflictFree: string
  recused: string
  advancement: string
  fit: string
  maturity: string
  benefit: string
  comment: string
}

/** 专家评审: the declaration first; a criterion left blank makes the sheet incomplete, never zero. */
export function ReviewForm({ formKey, lastResult }: EntryFormProps) {
  const t = useT()
  const [form, fields] = useForm<ReviewFields>({ id: 'review', lastResult: lastResult ?? undefined })
  return (
    <EntryForm form={form} formKey={formKey} submit={t('catalog.sendReview')}>
      <Check field={fields.conflictFree} label={t('catalog.conflictFree')} />
      <Check field={fields.recused} label={t('catalog.recused')} hint={t('catalog.recusedHint')} />
      <div className="form__cols">
        {(['advancement', 'fit', 'maturity', 'benefit'] as const).map(dimension => (
          <NumberField
            key={dimension}
            field={fields[dimension]}
            label={t(`catalog.dimension.${dimension}`)}
            unit={t('catalog.of100')}
            hint={t(`catalog.weight.${dimension}`)}
          />
        ))}
      </div>
      <TextArea field={fields.comment} label={t('catalog.comment')} />
    </EntryForm>
  )
}

type ObjectionFields = { objectorName: string; objectorContact: string; statement: string; affirmed: string }

/** 异议: one plain statement, a real name; the name is kept sealed. */
export function ObjectionForm({ formKey, lastResult }: EntryFormProps) {
  const t = useT()
  const [form, fields] = useForm<ObjectionFields>({ id: 'objection', lastResult: lastResult ?? undefined })
  return (
    <EntryForm form={form} formKey={formKey} submit={t('catalog.object')}>
      <Field field={fields.objectorName} label={t('catalog.objectorName')} autoComplete="name" />
      <Field
        field={fields.objectorContact}
        label={t('catalog.objectorContact')}
        hint={t('catalog.objectorHint')}
      />
      <TextArea
        field={fields.statement}
        label={t('catalog.statement')}
        hint={t('catalog.statementHint')}
        rows={6}
      />
      <Check field={fields.affirmed} label={t('catalog.objectAffirm')} />
    </EntryForm>
  )
}

/** A "no" of the bureau, or the answer to an objection: one text, always given. */
export function ReasonForm({
  name,
  label,
  hint,
  submit,
  look,
  formKey,
  rev,
  hidden,
  lastResult,
}: EntryFormProps & {
  name: string
  label: string
  hint: string
  submit: string
  look?: ButtonLook
  hidden?: ReactNode
}) {
  const [form, fields] = useForm<Record<string, string>>({ id: name, lastResult: lastResult ?? undefined })
  const field = fields[name]
  return (
    <EntryForm form={form} formKey={formKey} rev={rev} submit={submit} look={look} labels={{ [name]: label }}>
      {hidden}
      {field && <TextArea field={field} label={label} hint={hint} />}
    </EntryForm>
  )
}

interface FrameProps {
  form: { id: string; errors?: string[] | undefined; allErrors: Record<string, string[]> }
  formKey: string
  rev?: number
  submit: string
  look?: ButtonLook
  labels?: Record<string, string>
  children: ReactNode
}

function EntryForm({ form, formKey, rev, submit, look, labels, children }: FrameProps) {
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      {rev !== undefined && <input type="hidden" name="rev" value={rev} />}
      {children}
      <Actions>
        <SubmitButton look={look}>{submit}</SubmitButton>
      </Actions>
    </form>
  )
}
