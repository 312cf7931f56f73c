import type { SubmissionResult } from '@conform-to/react'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { ProposalView } from './view.ts'

/** 退回 with its reason, or why it cannot be. */
export function ReturnWeightsForm({
  view,
  answer,
}: {
  view: ProposalView
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { id, rev, formKey, can } = view
  const back = paths.weightsProposal(id)
  const [form, fields] = flatForm(['reason'], { id: 'return', lastResult: answer?.submission })
  const label = t('weights.returnPage.reason')
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <DeedPage
      title={t('weights.returnPage.title')}
      crumbs={[
        { label: t('weights.proposals.title'), href: paths.weightsProposals() },
        { label: t('weights.proposals.basedOn', { version: view.basedOn }), href: back },
      ]}
    >
      {stale && <StaleNote title={t('weights.returnPage.changed')} refusal={stale} href={back} />}
      {can.review.ok ? (
        <form method="post" id={form.id} noValidate className="form">
          <ErrorSummary form={form} labels={{ reason: label }} />
          <FormKey value={formKey} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="rev" value={rev} />
          <TextArea field={fields.reason} label={label} hint={t('weights.returnPage.hint')} rows={4} />
          <Actions>
            <SubmitButton look="refuse">{t('weights.returnPage.send')}</SubmitButton>
            <ButtonLink look="quiet" href={back}>
              {t('weights.returnPage.back')}
            </ButtonLink>
          </Actions>
        </form>
      ) : (
        !stale && (
          <Alert tone="red" title={t('weights.show.nothing')}>
            <p>{t.reason(can.review.reason, can.review.detail)}</p>
          </Alert>
        )
      )}
    </DeedPage>
  )
}
