import { type SubmissionResult, useForm } from '@conform-to/react'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { useT } from '../shell/dictionary.tsx'

/** Consent to the content that stands on this page and to no other. */
export function ConsentForm({
  view,
  opinion,
  text,
  send,
  back,
  lastResult,
}: {
  view: { id: string; rev: number; hash: string; formKey: string }
  /** Asks for a word to it, which may be left out. */
  opinion?: boolean
  text: string
  send: string
  back: string
  lastResult?: SubmissionResult
}) {
  const t = useT()
  const [form, fields] = useForm<{ opinion: string }>({ id: 'consent', lastResult })
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{ opinion: t('review.opinion') }} />
      <p className="prose">{text}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      <input type="hidden" name="hash" value={view.hash} />
      {opinion && (
        <TextArea
          field={fields.opinion}
          label={t('review.opinion')}
          hint={t('review.opinionHint')}
          rows={3}
          optional
        />
      )}
      <Actions>
        <SubmitButton>{send}</SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t('review.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
