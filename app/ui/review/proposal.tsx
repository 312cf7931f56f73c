import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { ConceptStatus } from '#domain/concepts/lifecycle.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { WeightsStatus } from '#domain/weights/lifecycle.ts'
import { DeedForm } from '../form/deed-form.tsx'
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
import { StateLine } from '../shell/state-line.tsx'

/** What one officer proposes and another publishes or returns. */
export interface Proposed {
  id: string
  rev: number
  formKey: string
  status: ConceptStatus & WeightsStatus
  decision: { by: string; at: Date; reason: string | null } | null
  can: Record<'review' | 'withdraw', Verdict>
}

interface ProposalProps {
  noun: 'concept' | 'weights'
  view: Proposed
}

/** What state a proposal is in, what the reader can do and who is waited for. */
export function ProposalState({ noun, view: { status, can } }: ProposalProps) {
  const t = useT()
  const next = can.review.ok ? 'mayReview' : can.withdraw.ok ? 'mayWithdraw' : 'nothing'
  const waits = status !== 'proposed' ? 'waitsNobody' : can.review.ok ? 'waitsMe' : 'waitsOther'
  return (
    <StateLine
      where={{ strong: t(`${noun}.show.where`) }}
      state={{ strong: t(`status.${noun}.${status}`) }}
      can={{ strong: t(`${noun}.show.${next}`) }}
      waits={{ strong: t(`${noun}.show.${waits}`) }}
    />
  )
}

export interface ProposalActsProps extends ProposalProps {
  to: Record<'publish' | 'return' | 'withdraw', string>
  /** Nothing can be published that has a problem; it can be returned. */
  sound: boolean
  /** What the page has shown of the effects, sealed; it goes with the publication. */
  seen?: string | null
  /** Where the published version is found. */
  published?: ReactNode
}

/** Who decided what, and the buttons of whoever may decide. */
export function ProposalActs({ noun, view, to, sound, seen, published }: ProposalActsProps) {
  const t = useT()
  const { id, rev, formKey, decision, can, status } = view
  const { review, withdraw } = can
  return (
    <div className="stack">
      {decision && (
        <p>
          <b>{t(`status.${noun}.${status}`)}</b>{' '}
          <span className="t14 ink2">
            {t(`${noun}.show.decidedBy`, { name: decision.by, time: t.moment(decision.at) })}
          </span>
        </p>
      )}
      {decision?.reason && <p className="prose">{decision.reason}</p>}
      {published}
      {review.ok && sound && (
        <DeedForm
          action={to.publish}
          {...{ id, rev, formKey }}
          full
          fields={seen && <input type="hidden" name="seen" value={seen} />}
        >
          {t(`${noun}.show.publish`)}
        </DeedForm>
      )}
      {review.ok && (
        <ButtonLink full look="line" href={to.return}>
          {t(`${noun}.show.return`)}
        </ButtonLink>
      )}
      {withdraw.ok && (
        <DeedForm action={to.withdraw} {...{ id, rev, formKey }} look="refuse" full>
          {t(`${noun}.show.withdraw`)}
        </DeedForm>
      )}
      {!review.ok && status === 'proposed' && (
        <p className="t14 ink2">{t.reason(review.reason, review.detail)}</p>
      )}
    </div>
  )
}

export interface ReturnProposalProps extends ProposalProps {
  list: string
  back: string
  title: string
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** 退回 with its reason, or why it cannot be. */
export function ReturnProposal({ noun, view, list, back, title, answer }: ReturnProposalProps) {
  const t = useT()
  const { id, rev, formKey, can } = view
  const [form, fields] = flatForm(['reason'], { id: 'return', lastResult: answer?.submission })
  const label = t(`${noun}.returnPage.reason`)
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <DeedPage
      title={t(`${noun}.returnPage.title`)}
      crumbs={[
        { label: t(`${noun}.proposals.title`), href: list },
        { label: title, href: back },
      ]}
    >
      {stale && <StaleNote title={t(`${noun}.returnPage.changed`)} refusal={stale} href={back} />}
      {can.review.ok ? (
        <form method="post" id={form.id} noValidate className="form">
          <ErrorSummary form={form} labels={{ reason: label }} />
          <FormKey value={formKey} />
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="rev" value={rev} />
          <TextArea field={fields.reason} label={label} hint={t(`${noun}.returnPage.hint`)} rows={4} />
          <Actions>
            <SubmitButton look="refuse">{t(`${noun}.returnPage.send`)}</SubmitButton>
            <ButtonLink look="quiet" href={back}>
              {t(`${noun}.returnPage.back`)}
            </ButtonLink>
          </Actions>
        </form>
      ) : (
        !stale && (
          <Alert tone="red" title={t(`${noun}.show.nothing`)}>
            <p>{t.reason(can.review.reason, can.review.detail)}</p>
          </Alert>
        )
      )}
    </DeedPage>
  )
}
