import { type SubmissionResult, useForm } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { CheckGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions } from '../primitives/button.tsx'
import { EmptyState } from '../primitives/empty-state.tsx'
import { useT } from '../shell/dictionary.tsx'

interface Expert {
  id: string
  name: string
  assigned: boolean
  scored: boolean
  fit: Verdict
}

/** The pool of experts: those who fit can be ticked, the others are listed with what stands in the way. */
export function ExpertsForm({
  experts,
  formKey,
  lastResult,
}: {
  experts: readonly Expert[]
  formKey: string
  lastResult?: SubmissionResult | null
}) {
  const t = useT()
  const fit = experts.filter(expert => expert.fit.ok)
  const [form, fields] = useForm<{ experts: string[] }>({
    id: 'experts',
    lastResult: lastResult ?? undefined,
    defaultValue: { experts: fit.filter(expert => expert.assigned).map(expert => expert.id) },
  })
  if (fit.length === 0)
    return <EmptyState title={t('catalog.noExpert')}>{t('catalog.noExpertText')}</EmptyState>
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={{ experts: t('catalog.experts') }} />
      <FormKey value={formKey} />
      <CheckGroup
        field={fields.experts}
        label={t('catalog.experts')}
        hint={t('catalog.expertsHint')}
        options={fit.map(expert => ({
          value: expert.id,
          label: expert.name,
          hint: expert.scored ? t('catalog.expertScored') : undefined,
        }))}
      />
      {experts.map(
        ({ id, name, fit: verdict }) =>
          !verdict.ok && (
            <p key={id} className="t13 ink3">
              {name}：{t.reason(verdict.reason, verdict.detail)}
            </p>
          ),
      )}
      <Actions>
        <SubmitButton>{t('catalog.act.assign')}</SubmitButton>
      </Actions>
    </form>
  )
}
