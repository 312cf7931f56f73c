import { type SubmissionResult, useForm } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { shortHash } from '../review/approval-record.tsx'
import { ChangeList, type ChangeView } from '../review/change-list.tsx'
import { ConsentForm } from '../review/decision-form.tsx'
import { ReturnForm } from '../review/return-form.tsx'
import { AnsweredNotes, type ComeBackProps } from '../review/return-notes.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'

export type SolutionDeedName = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface SolutionDeedView {
  id: string
  rev: number
  number: string | null
  name: string
  formKey: string
  can: Verdict
  hash: string
  content: object
  comeBack: (Omit<ComeBackProps, 'content'> & { changes: readonly ChangeView[] }) | null
}

export interface SolutionDeedPageProps {
  deed: SolutionDeedName
  view: SolutionDeedView
  answer?: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** One deed on one solution: what it means, its form, and what stands in the way. */
export function SolutionDeedPage({ deed, view, answer }: SolutionDeedPageProps) {
  const t = useT()
  const back = paths.solution(view.id)
  const title = t(`solution.deedPage.${deed}`)
  const refusal = answer?.refusal
  const stale = refusal?.code === 'conflict'
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('solution.list.title'), href: paths.solutions() },
          { label: view.number ?? view.name, href: back },
          { label: title },
        ]}
      />
      <PageHead title={title} facts={<span>{view.name}</span>} />
      <div className="stack deedpage">
        {stale && <StaleNote title={t('solution.deedPage.changedTitle')} refusal={refusal} href={back} />}
        {view.can.ok ? (
          <Decision deed={deed} view={view} lastResult={answer?.submission} />
        ) : (
          <>
            {!stale && (
              <Alert tone="red" title={t('solution.deedPage.closedTitle')}>
                <p>{t.reason(view.can.reason, view.can.detail)}</p>
              </Alert>
            )}
            <Actions>
              <ButtonLink href={back}>{t('solution.deedPage.back')}</ButtonLink>
            </Actions>
          </>
        )}
        {view.comeBack && (
          <Section top title={t('review.comeBack')} note={t('review.comeBackNote')}>
            <AnsweredNotes {...view.comeBack} content={view.content} />
            <div className="mt4">
              <ChangeList changes={view.comeBack.changes} />
            </div>
          </Section>
        )}
      </div>
    </Wrap>
  )
}

/** What the bureau decides names the content; the firm's own deeds are a button. */
function Decision({ deed, view, lastResult }: DeedFormProps) {
  const t = useT()
  const back = paths.solution(view.id)
  if (deed === 'publication')
    return (
      <>
        <p className="t14">
          {t('review.hash')} <span className="num">{shortHash(view.hash)}</span>
        </p>
        <ConsentForm
          view={view}
          text={t('solution.deedPage.publicationText')}
          send={t('solution.deedPage.publication')}
          back={back}
          lastResult={lastResult}
        />
      </>
    )
  if (deed === 'return')
    return (
      <ReturnForm
        view={view}
        content={view.content as Record<string, unknown>}
        text={t('solution.deedPage.returnText')}
        back={back}
        lastResult={lastResult}
      />
    )
  return <DeedForm deed={deed} view={view} lastResult={lastResult} />
}

interface DeedFormProps {
  deed: SolutionDeedName
  view: SolutionDeedView
  lastResult?: SubmissionResult
}

function DeedForm({ deed, view, lastResult }: DeedFormProps) {
  const t = useT()
  const [form] = useForm<Record<string, string>>({ id: `solution-${deed}`, lastResult })
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{}} />
      <p className="prose">{t(`solution.deedPage.${deed}Text`)}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      <Actions>
        <SubmitButton look={deed === 'withdrawal' ? 'refuse' : 'solid'}>
          {t(`solution.deedPage.${deed}`)}
        </SubmitButton>
        <ButtonLink look="quiet" href={paths.solution(view.id)}>
          {t('solution.deedPage.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
