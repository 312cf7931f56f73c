import { type SubmissionResult, useForm } from '@conform-to/react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { Crumbs } from '../shell/crumbs.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Wrap } from '../shell/frame.tsx'
import { PageHead } from '../shell/page-head.tsx'

export type ProductDeedName = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface ProductDeedView {
  id: string
  rev: number
  number: string | null
  name: string
  formKey: string
  can: Verdict
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
          <DeedForm deed={deed} view={view} lastResult={answer?.submission} />
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
      </div>
    </Wrap>
  )
}

function DeedForm({
  deed,
  view,
  lastResult,
}: {
  deed: ProductDeedName
  view: ProductDeedView
  lastResult?: SubmissionResult
}) {
  const t = useT()
  const [form, fields] = useForm<{ reason: string }>({ id: `product-${deed}`, lastResult })
  const refusing = deed === 'return' || deed === 'withdrawal'
  return (
    <form method="post" id={form.id} noValidate className="stack">
      <ErrorSummary form={form} labels={{ reason: t('product.deedPage.reason') }} />
      <p className="prose">{t(`product.deedPage.${deed}Text`)}</p>
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      <input type="hidden" name="rev" value={view.rev} />
      {deed === 'return' && (
        <TextArea
          field={fields.reason}
          label={t('product.deedPage.reason')}
          hint={t('product.deedPage.reasonHint')}
        />
      )}
      <Actions>
        <SubmitButton look={refusing ? 'refuse' : 'solid'}>{t(`product.deedPage.${deed}`)}</SubmitButton>
        <ButtonLink look="quiet" href={paths.product(view.id)}>
          {t('product.deedPage.back')}
        </ButtonLink>
      </Actions>
    </form>
  )
}
