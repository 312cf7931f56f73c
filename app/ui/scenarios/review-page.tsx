import type { SubmissionResult } from '@conform-to/react'
import { paths } from '#paths'
import type { RefusalView } from '../form/stale-note.tsx'
import { StaleNote } from '../form/stale-note.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { ApprovalRecord, type ApprovalStateView } from '../review/approval-record.tsx'
import { ChangeList, type ChangeView } from '../review/change-list.tsx'
import { ConsentForm } from '../review/decision-form.tsx'
import { ReturnForm } from '../review/return-form.tsx'
import { AnsweredNotes } from '../review/return-notes.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { DeedView } from './scenario-deed.tsx'
import type { ScenarioWords } from './view.ts'

export interface ReviewPageView extends DeedView {
  hash: string
  content: ScenarioWords
  bidDeadline: Date | null
  approval: ApprovalStateView
  comeBack: {
    reason: string
    at: Date
    notes: readonly { field: string; reason: string; changed: boolean }[]
    changes: readonly ChangeView[]
  } | null
}

export interface ReviewPageProps {
  deed: 'approval' | 'publication' | 'return'
  view: ReviewPageView
  answer?: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** 初审、复核发布、退回 of a scenario: what is decided on, how it stands to what was returned, and the form. */
export function ScenarioReviewPage({ deed, view, answer }: ReviewPageProps) {
  const t = useT()
  const back = paths.scenario(view.id)
  const refusal = answer?.refusal
  const { comeBack } = view
  const content = { ...view.content, bidDeadline: view.bidDeadline }
  return (
    <DeedPage
      title={t(`scenario.deedPage.${deed}`)}
      crumbs={[
        { label: t('scenario.list.title'), href: paths.scenarios() },
        { label: view.number ?? view.title, href: back },
      ]}
      facts={<a href={back}>{view.title}</a>}
    >
      <div className="stack deedpage">
        {refusal?.code === 'conflict' && (
          <StaleNote title={t('scenario.deedPage.changedTitle')} refusal={refusal} href={back} />
        )}
        {!view.can.ok && refusal?.code !== 'conflict' && (
          <Alert tone="red" title={t('scenario.deedPage.closedTitle')}>
            <p>{t.reason(view.can.reason, view.can.detail)}</p>
          </Alert>
        )}
        <ApprovalRecord state={view.approval} />
        {view.can.ok ? (
          deed === 'return' ? (
            <ReturnForm
              view={view}
              content={content}
              text={t('scenario.deedPage.returnText')}
              back={back}
              lastResult={answer?.submission}
            />
          ) : (
            <ConsentForm
              view={view}
              opinion={deed === 'approval'}
              text={t(`scenario.deedPage.${deed}Text`)}
              send={t(`scenario.deedPage.${deed}`)}
              back={back}
              lastResult={answer?.submission}
            />
          )
        ) : (
          <Actions>
            <ButtonLink href={back}>{t('scenario.deedPage.back')}</ButtonLink>
          </Actions>
        )}
      </div>
      {comeBack && (
        <Section top title={t('review.comeBack')} note={t('review.comeBackNote')}>
          <AnsweredNotes {...comeBack} content={content} />
          <div className="mt4">
            <ChangeList changes={comeBack.changes} />
          </div>
        </Section>
      )}
    </DeedPage>
  )
}
