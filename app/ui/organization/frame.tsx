import type { ReactNode } from 'react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { ErrorSummary, type FormMeta } from '../form/error-summary.tsx'
import { FormKey } from '../form/form-key.tsx'
import { StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink, type ButtonLook } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import type { Answer } from './view.ts'

/** One deed on one organisation: what it means, its form, and what stands in the way. */
export function OrganizationDeed({
  organization,
  title,
  lead,
  can,
  answer,
  back = paths.organization(organization.id),
  children,
}: {
  organization: { id: string; name: string }
  title: string
  lead?: ReactNode
  can: Verdict
  answer?: Answer
  back?: string
  children: ReactNode
}) {
  const t = useT()
  const refusal = answer?.refusal
  return (
    <DeedPage
      title={title}
      crumbs={[{ label: organization.name, href: back }]}
      facts={<span>{organization.name}</span>}
    >
      {refusal?.code === 'conflict' && (
        <StaleNote title={t('organization.changedTitle')} refusal={refusal} href={back} />
      )}
      {lead && <p className="ink2 prose">{lead}</p>}
      {can.ok ? (
        children
      ) : (
        <>
          <Alert tone="red" title={t('organization.closed')}>
            <p>{t.reason(can.reason, can.detail)}</p>
          </Alert>
          <Actions>
            <ButtonLink look="line" href={back}>
              {t('organization.back')}
            </ButtonLink>
          </Actions>
        </>
      )}
    </DeedPage>
  )
}

/** The form of such a deed; `hidden` are the fields that the page knows. */
export function DeedFrame({
  form,
  formKey,
  hidden,
  submit,
  look,
  labels,
  action,
  children,
}: {
  form: FormMeta
  formKey: string
  hidden: Readonly<Record<string, string | number>>
  submit: string
  look?: ButtonLook
  labels?: Record<string, string>
  action?: string
  children: ReactNode
}) {
  return (
    <form method="post" action={action} id={form.id} noValidate className="form">
      <ErrorSummary form={form} labels={labels} />
      <FormKey value={formKey} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Actions>
        <SubmitButton look={look}>{submit}</SubmitButton>
      </Actions>
    </form>
  )
}
