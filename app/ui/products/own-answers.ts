import type { Verdict } from '#domain/shared/verdict.ts'
import type { Translate } from '#i18n/translate.ts'
import type { Answer } from '../shell/state-line.tsx'
import type { HoldLines, ProductPageView } from './view.ts'

/** What a suspended listing waits for: the firm's move, or the answer of the bureau to it. */
export const heldWaits = (t: Translate, { by, appeal }: HoldLines): Answer => ({
  strong: t(`product.hold.waits.${by === 'firm' ? 'own' : appeal ? 'bureau' : 'firm'}`),
})

/** What an officer can do about it. */
export const heldCan = (t: Translate, { can }: ProductPageView): Answer => ({
  strong: can.uphold.ok
    ? t('product.hold.can.answer')
    : can.resume.ok
      ? t('product.hold.resume.title')
      : t('common.state.nothing'),
})

/** What the firm whose product it is can do. */
export function memberCan(t: Translate, { status, can, missing }: ProductPageView): Answer {
  if (status === 'returned') return { strong: t('product.can.mend'), note: t('product.can.mendNote') }
  if (status === 'draft') {
    if (!can.edit.ok) return { strong: t('product.can.cannot'), note: why(t, can.edit) }
    if (missing.length > 0)
      return { strong: t('product.can.fill'), note: t('product.can.fillNote', { n: missing.length }) }
    if (!can.submit.ok) return { strong: t('product.can.cannot'), note: why(t, can.submit) }
    return { strong: t('product.can.submit'), note: t('product.can.submitNote') }
  }
  if (can.resume.ok) return { strong: t('product.hold.resume.title'), note: t('product.hold.can.resumeNote') }
  if (can.appeal.ok) return { strong: t('product.hold.appeal.title'), note: t('product.hold.can.appealNote') }
  if (can.revise.ok) return { strong: t('product.can.revise'), note: t('product.can.reviseNote') }
  if (status === 'submitted' && can.withdraw.ok)
    return { strong: t('product.can.withdraw'), note: t('product.can.withdrawNote') }
  return { strong: t('common.state.nothing') }
}

const why = (t: Translate, verdict: Verdict) =>
  verdict.ok ? undefined : (t.reason(verdict.reason, verdict.detail) ?? undefined)
