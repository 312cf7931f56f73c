import type { SubmissionResult } from '@conform-to/react'
import type { ReactNode } from 'react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { DeedForm } from '../form/deed-form.tsx'
import { ErrorSummary, type FormMeta } from '../form/error-summary.tsx'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { CertificateLine, DeploymentLine } from './view.ts'

export type RecordsAnswer = { submission: SubmissionResult; refusal: RefusalView | null } | undefined

export interface RecordsPageView {
  id: string
  number: string | null
  name: string
  can: Verdict
  certificates: readonly CertificateLine[]
  deployments: readonly DeploymentLine[]
  files: readonly { id: string; name: string }[]
  formKey: string
  removalKeys: Readonly<Record<string, string>>
}

/** A page that lists what is recorded of one product and takes one record more; closed, it says why. */
export function RecordsFrame({
  view,
  title,
  lead,
  answer,
  list,
  children,
}: {
  view: RecordsPageView
  title: string
  lead: string
  answer: RecordsAnswer
  list: ReactNode
  children: ReactNode
}) {
  const t = useT()
  const back = paths.product(view.id)
  const refusal = answer?.refusal
  return (
    <DeedPage
      title={title}
      crumbs={[
        { label: t('product.list.title'), href: paths.products() },
        { label: view.number ?? view.name, href: back },
      ]}
      facts={<span>{view.name}</span>}
    >
      {refusal?.code === 'conflict' && (
        <StaleNote title={t('product.deedPage.changedTitle')} refusal={refusal} href={back} />
      )}
      <p className="ink2 prose">{lead}</p>
      <div className="mt4">{list}</div>
      {view.can.ok ? (
        children
      ) : (
        <>
          <Alert tone="red" title={t('product.deedPage.closedTitle')}>
            <p>{t.reason(view.can.reason, view.can.detail)}</p>
          </Alert>
          <Actions>
            <Back href={back} />
          </Actions>
        </>
      )}
    </DeedPage>
  )
}

function Back({ href }: { href: string }) {
  const t = useT()
  return (
    <ButtonLink look="quiet" href={href}>
      {t('product.deedPage.back')}
    </ButtonLink>
  )
}

export function RecordForm({
  form,
  view,
  labels,
  submit,
  children,
}: {
  form: FormMeta
  view: RecordsPageView
  labels: Record<string, string>
  submit: string
  children: ReactNode
}) {
  return (
    <form method="post" id={form.id} noValidate className="form mt6">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={view.formKey} />
      <input type="hidden" name="id" value={view.id} />
      {children}
      <Actions>
        <SubmitButton>{submit}</SubmitButton>
        <Back href={paths.product(view.id)} />
      </Actions>
    </form>
  )
}

/** Takes one record off; what it was stays in the history. */
export function RemoveRecord({
  view,
  recordId,
  action,
  name,
}: {
  view: RecordsPageView
  recordId: string
  action: string
  name: string
}) {
  const t = useT()
  const formKey = view.removalKeys[recordId]
  if (!view.can.ok || !formKey) return null
  return (
    <DeedForm
      action={action}
      id={view.id}
      formKey={formKey}
      look="line"
      size="sm"
      fields={<input type="hidden" name="recordId" value={recordId} />}
    >
      {t('product.records.remove')}
      <span className="vh"> {name}</span>
    </DeedForm>
  )
}
