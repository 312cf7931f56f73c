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

export type ProductDeedName = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface ProductDeedView {
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

export interface ProductDeedPageProps {
  deed: ProductDeedName
  view: ProductDeedView
  answer?: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}

/** One deed on one product: what it means, its form, and what stands in the way. */
export function ProductDeedPage({ deed, view, answer }: ProductDeedPageProps) {
  const t = useT()
  const back = paths.product(view.id)
  const title = t(`product.deedPage.${deed}`)
  const refusal = answer?.refusal
  const stale = refusal?.code === 'conflict'
  return (
    <Wrap>
      <Crumbs
        items={[
          { label: t('product.list.title'), href: paths.products() },
          { label: view.number ?? view.name, href: back },
          { label: title },
        ]}
      />
      <PageHead title={title} facts={<span>{view.name}</span>} />
      <div className="stack deedpage">
        {stale && <StaleNote title={t('product.deedPage.changedTitle')} refusal={refusal} href={back} />}
        {view.can.ok ? (
          <Decision deed={deed} view={view} lastResult={answer?.submission} />
        ) : (
          <>
            {!stale && (
              <Alert tone="red" title={t('product.deedPage.closedTitle')}>
                <p>{t.reason(view.can.reason, view.can.detail)}</p>
              </Alert>
            )}
            <Actions>
              <ButtonLink href={back}>{t('product.deedPage.back')}</ButtonLink>
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
  const back = paths.product(view.id)
  if (deed === 'publication')
    return (
      <>
        <p className="t14">
          {t('review.hash')} <span className="num">{shortHash(view.hash)}</span>
        </p>
        <ConsentForm
          view={view}
          text={t('product.deedPage.publicationText')}
          send={t('product.deedPage.publication')}
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
        text={t('product.deedPage.returnText')}
        back={back}
        lastResult={lastResult}
      />
    )
  return <DeedForm deed={deed} view={view} lastResult={lastResult} />
}

interface DeedFormProps {
  deed: ProductDeedName
  view: ProductDeedView
  lastResult?: SubmissionResult
}

function DeedForm({ deed, view, lastResult }: DeedFormProps) {
  const t = useT()
  const [form] = useForm<Record<string, string>>({ id: `product-${deed}`, lastResult })
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{}} />
      <p className="prose">{t(`product.deedPage.${deed}Text`)}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      <Actions>
        <SubmitButton look={deed === 'withdrawal' ? 'refuse' : 'solid'}>
          {t(`product.deedPage.${deed}`)}
        </SubmitButton>
        <ButtonLink look="quiet" href={paths.product(view.id)}>
          {t('product.deedPage.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
