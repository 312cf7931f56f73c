import type { ReactNode } from 'react'
import type { Verdict } from '#domain/shared/verdict.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { Badge } from '../primitives/badge.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import type { ClaimView } from './claim-view.ts'
import type { DeedProps } from './deed-forms.tsx'

/** A page for one deed on a claim: its form, or why the deed is closed to this reader now. */
export function ClaimDeedPage({
  claim,
  title,
  intro,
  verdict,
  above,
  children,
}: {
  claim: ClaimView
  title: string
  intro: string
  verdict: Verdict
  above?: ReactNode
  children: (deed: DeedProps) => ReactNode
}) {
  const t = useT()
  const { id, number, rev, formKey, firm, status } = claim
  const back = paths.claim(id)
  return (
    <DeedPage
      title={title}
      crumbs={[
        { label: t('reward.claim.list'), href: paths.claims() },
        { label: number ?? t('reward.claim.draftName'), href: back },
      ]}
      facts={
        <>
          <span>{firm.name}</span>
          <Badge noun="claim" status={status} />
          <span>{intro}</span>
        </>
      }
    >
      {verdict.ok ? (
        <>
          {above}
          <Section title={title}>{children({ id, rev, formKey, back })}</Section>
        </>
      ) : (
        <Alert title={t('reward.claim.closed')}>{t.reason(verdict.reason, verdict.detail)}</Alert>
      )}
    </DeedPage>
  )
}
