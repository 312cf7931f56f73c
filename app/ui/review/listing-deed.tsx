import { type SubmissionResult, useForm } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'
import { Section } from '../shell/section.tsx'
import { shortHash } from './approval-record.tsx'
import { ChangeList, type ChangeView } from './change-list.tsx'
import { ConsentForm } from './decision-form.tsx'
import { ReturnForm } from './return-form.tsx'
import { AnsweredNotes, type ComeBackProps } from './return-notes.tsx'

export type ListingDeedName = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface ListingDeedView {
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

/** What firms list, with the addresses of all of them and of this one. */
interface Listed {
  noun: 'product' | 'solution'
  list: string
  back: string
}

export interface ListingDeedProps extends Listed {
  deed: ListingDeedName
  view: ListingDeedView
  answer?: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
  /** What the firm's own deed does, where it is not what it does as a rule. */
  text?: string
}

/** One deed on one product or solution: what it means, its form, and what stands in the way. */
export function ListingDeedPage({ noun, list, back, deed, view, answer, text }: ListingDeedProps) {
  const t = useT()
  const title = t(`${noun}.deedPage.${deed}`)
  const refusal = answer?.refusal
  const stale = refusal?.code === 'conflict'
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t(`${noun}.list.title`), href: list },
          { label: view.number ?? view.name, href: back },
          { label: title },
        ]}
      />
      <PageHead title={title} facts={<span>{view.name}</span>} />
      <div className="stack deedpage">
        {stale && <StaleNote title={t(`${noun}.deedPage.changedTitle`)} refusal={refusal} href={back} />}
        {view.can.ok ? (
          <Decision {...{ noun, back, deed, view, text }} lastResult={answer?.submission} />
        ) : (
          <>
            {!stale && (
              <Alert tone="red" title={t(`${noun}.deedPage.closedTitle`)}>
                <p>{t.reason(view.can.reason, view.can.detail)}</p>
              </Alert>
            )}
            <Actions>
              <ButtonLink href={back}>{t(`${noun}.deedPage.back`)}</ButtonLink>
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
function Decision({ noun, back, deed, view, text, lastResult }: DeedFormProps) {
  const t = useT()
  if (deed === 'publication')
    return (
      <>
        <p className="t14">
          {t('review.hash')} <span className="num">{shortHash(view.hash)}</span>
        </p>
        <ConsentForm
          view={view}
          text={t(`${noun}.deedPage.publicationText`)}
          send={t(`${noun}.deedPage.publication`)}
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
        text={t(`${noun}.deedPage.returnText`)}
        back={back}
        lastResult={lastResult}
      />
    )
  return <DeedForm {...{ noun, back, deed, view, text }} lastResult={lastResult} />
}

interface DeedFormProps extends Omit<Listed, 'list'> {
  deed: ListingDeedName
  view: ListingDeedView
  text?: string
  lastResult?: SubmissionResult
}

function DeedForm({ noun, back, deed, view, text, lastResult }: DeedFormProps) {
  const t = useT()
  const [form] = useForm<Record<string, string>>({ id: `${noun}-${deed}`, lastResult })
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{}} />
      <p className="prose">{text ?? t(`${noun}.deedPage.${deed}Text`)}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      <Actions>
        <SubmitButton look={deed === 'withdrawal' ? 'refuse' : 'solid'}>
          {t(`${noun}.deedPage.${deed}`)}
        </SubmitButton>
        <ButtonLink look="quiet" href={back}>
          {t(`${noun}.deedPage.back`)}
        </ButtonLink>
      </Actions>
    </form>
  )
}
