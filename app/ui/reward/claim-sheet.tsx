import type { SubmissionResult } from '@conform-to/react'
import type { ClaimForm as Answers } from '#domain/rewards/application.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { FundingAnswer } from '#domain/vocabulary.ts'
import { paths } from '#paths'
import { Alert } from '../primitives/alert.tsx'
import { ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Section } from '../shell/section.tsx'
import { ClaimForm } from './claim-form.tsx'

export interface ClaimSheetProps {
  pilot: { id: string; number: string | null; title: string; acceptedAt: Date | null }
  product: { name: string; version: number }
  firm: string
  units: readonly string[]
  declared: FundingAnswer | null
  form: Answers | null
  claim: { id: string; number: string | null; rev: number } | null
  earlier: string | null
  can: Verdict
  formKey: string
  lastResult?: SubmissionResult | null
}

/** A new claim of a pilot, or a draft to be mended. */
export function ClaimSheetPage(sheet: ClaimSheetProps) {
  const t = useT()
  const { pilot, product, firm, units, claim } = sheet
  const pilotCrumb = { label: pilot.number ?? pilot.title, href: paths.pilot(pilot.id) }
  return (
    <DeedPage
      title={claim ? t('reward.claim.editTitle') : t('reward.claim.newTitle')}
      crumbs={
        claim
          ? [
              { label: t('reward.claim.list'), href: paths.claims() },
              { label: claim.number ?? t('reward.claim.draftName'), href: paths.claim(claim.id) },
            ]
          : [{ label: t('pilot.list'), href: paths.pilots() }, pilotCrumb]
      }
      facts={
        <>
          <span>{firm}</span>
          <span>{t('bid.productVersion', { name: product.name, version: product.version })}</span>
          <span>{pilot.title}</span>
          {pilot.acceptedAt && <span>{t('reward.claim.accepted', { day: t.date(pilot.acceptedAt) })}</span>}
        </>
      }
    >
      <Sheet {...sheet} />
      {sheet.can.ok && sheet.earlier === null && (
        <Section title={t('reward.claim.unitsHead')} note={t('reward.claim.unitsNote')}>
          <p className="wrapped num">{units.join(t.locale === 'zh' ? '、' : ', ')}</p>
        </Section>
      )}
    </DeedPage>
  )
}

function Sheet({ can, earlier, claim, pilot, lastResult, form, ...sheet }: ClaimSheetProps) {
  const t = useT()
  if (!can.ok) return <Alert title={t('reward.claim.closed')}>{t.reason(can.reason, can.detail)}</Alert>
  if (earlier !== null)
    return (
      <Alert title={t('reward.claim.already')}>
        {t('reward.claim.alreadyText')}{' '}
        <ButtonLink look="quiet" size="sm" href={paths.claim(earlier)}>
          {t('reward.claim.see')}
        </ButtonLink>
      </Alert>
    )
  return (
    <Section title={t('reward.claim.stated')} note={t('reward.claim.newSub')}>
      <ClaimForm
        {...sheet}
        answers={form}
        claim={claim}
        back={claim ? paths.claim(claim.id) : paths.pilot(pilot.id)}
        lastResult={lastResult}
      />
    </Section>
  )
}
