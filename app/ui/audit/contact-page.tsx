import type { SubmissionResult } from '@conform-to/react'
import { ReasonForm } from '../catalog/forms.tsx'
import { FactGrid } from '../pattern/fact-grid.tsx'
import { Alert } from '../primitives/alert.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'

export interface ContactPageProps {
  name: string
  formKey: string
  lastResult?: SubmissionResult | null
  contact: { email: string; phone: string | null } | null
}

/** 查看联系方式: the reason first; it stands in the audit log before anything is shown. */
export function ContactPage({ name, formKey, lastResult, contact }: ContactPageProps) {
  const t = useT()
  return (
    <DeedPage
      title={t('audit.contact.title')}
      crumbs={[]}
      facts={
        <>
          <span>{t('audit.contact.lead', { name })}</span>
          <span>{t('audit.contact.onRecord')}</span>
        </>
      }
    >
      {contact ? (
        <>
          <FactGrid
            facts={[
              { key: 'email', term: t('audit.contact.email'), value: contact.email },
              {
                key: 'phone',
                term: t('audit.contact.phone'),
                value: contact.phone ?? t('audit.contact.noPhone'),
              },
            ]}
          />
          <div className="mt4">
            <Alert title={t('audit.contact.shown')} />
          </div>
        </>
      ) : (
        <ReasonForm
          name="reason"
          label={t('audit.contact.reason')}
          hint={t('audit.contact.reasonHint')}
          submit={t('audit.contact.show')}
          formKey={formKey}
          lastResult={lastResult}
        />
      )}
    </DeedPage>
  )
}
