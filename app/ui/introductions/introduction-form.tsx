import type { SubmissionResult } from '@conform-to/react'
import { paths } from '#paths'
import { ErrorSummary } from '../form/error-summary.tsx'
import { TextArea } from '../form/field.tsx'
import { flatForm } from '../form/flat-form.ts'
import { FormKey } from '../form/form-key.tsx'
import { type RefusalView, StaleNote } from '../form/stale-note.tsx'
import { SubmitButton } from '../form/submit-button.tsx'
import { Alert } from '../primitives/alert.tsx'
import { Actions, ButtonLink } from '../primitives/button.tsx'
import { DeedPage } from '../shell/deed-page.tsx'
import { useT } from '../shell/dictionary.tsx'
import { Link } from '../shell/link.tsx'
import { MatchPanel } from './match-panel.tsx'
import type { SheetView, Spoken } from './view.ts'

/** 邀请 or 自荐: who receives what, the match that goes along with its gap, and a few words. */
export function IntroductionForm({
  view,
  answer,
}: {
  view: Spoken<SheetView>
  answer: { submission: SubmissionResult; refusal: RefusalView | null } | undefined
}) {
  const t = useT()
  const { direction, scenario, product, can, formKey, dueOn } = view
  const isInvite = direction === 'invite'
  const back = isInvite ? paths.scenarioMatches(scenario.id) : paths.productMatches(product.id)
  const here = paths.introductionNew({ direction, scenario: scenario.id, product: product.id })
  const [form, fields] = flatForm(['message'], { id: 'introduce', lastResult: answer?.submission })
  const label = t('introduction.form.message')
  const names = { supply: product.organization, demand: scenario.organization }
  const lead = isInvite
    ? t('introduction.form.leadInvite', names)
    : dueOn
      ? t('introduction.form.leadOffer', { ...names, day: t.day(dueOn) })
      : t('introduction.form.leadOfferOpen', names)
  const stale = answer?.refusal?.code === 'conflict' ? answer.refusal : null
  return (
    <DeedPage
      title={t(`introduction.form.${direction}`)}
      crumbs={[
        isInvite
          ? { label: scenario.number ?? scenario.title, href: paths.scenario(scenario.id) }
          : { label: product.name, href: paths.product(product.id) },
        { label: t('introduction.act.matches'), href: back },
      ]}
      facts={
        <>
          <Link href={paths.scenario(scenario.id)}>{scenario.title}</Link>
          <Link href={paths.product(product.id)}>{product.name}</Link>
        </>
      }
    >
      <p className="prose ink2 t14">{lead}</p>
      {isInvite && !view.isVerified && <Alert title={t('introduction.form.unverified')} />}
      {stale && <StaleNote title={t('introduction.form.closed')} refusal={stale} href={here} />}
      <MatchPanel match={view.match} sent={false} />
      {can.ok ? (
        <form method="post" action={here} id={form.id} noValidate className="form">
          <ErrorSummary form={form} labels={{ message: label }} />
          <FormKey value={formKey} />
          <input type="hidden" name="direction" value={direction} />
          <input type="hidden" name="scenarioId" value={scenario.id} />
          <input type="hidden" name="productId" value={product.id} />
          <TextArea field={fields.message} label={label} hint={t('introduction.form.messageHint')} rows={4} />
          <Actions>
            <SubmitButton>{t(`introduction.form.${direction}_send`)}</SubmitButton>
            <ButtonLink look="quiet" href={back}>
              {t('introduction.form.back')}
            </ButtonLink>
          </Actions>
        </form>
      ) : (
        !stale && (
          <Alert tone="red" title={t('introduction.form.closed')}>
            <p>{t.reason(can.reason, can.detail)}</p>
          </Alert>
        )
      )}
      <p className="prose ink2 t14 mt4">{t('introduction.open')}</p>
    </DeedPage>
  )
}
