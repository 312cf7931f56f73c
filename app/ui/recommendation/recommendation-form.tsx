import type { SubmissionResult } from '@conform-to/react'
import { useForm } from '@conform-to/react'
import { votes } from '#domain/recommendations/recommendation.ts'
import { paths } from '#paths'
import { RadioGroup } from '../form/choice.tsx'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

/** 推荐、不予推荐、仅提意见, and the words of it. */
export function RecommendationForm({
  rev,
  formKey,
  lastResult,
}: {
  rev: number
  formKey: string
  lastResult?: SubmissionResult
}) {
  const t = useT()
  const [form, fields] = useForm<{ vote: string; opinion: string }>({ id: 'recommendation', lastResult })
  const labels = { vote: t('office.recommendation.vote'), opinion: t('office.recommendation.opinion') }
  return (
    <form method="post" id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      <input type="hidden" name="rev" value={rev} />
      <RadioGroup
        field={fields.vote}
        label={labels.vote}
        row
        options={votes.map(value => ({ value, label: t(`recommendation.vote.${value}`) }))}
      />
      <TextArea
        field={fields.opinion}
        label={labels.opinion}
        hint={t('office.recommendation.hint')}
        rows={6}
      />
      <Actions>
        <SubmitButton>{t('office.recommendation.title')}</SubmitButton>
        <ButtonLink look="quiet" href={paths.queue()}>
          {t('office.recommendation.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
