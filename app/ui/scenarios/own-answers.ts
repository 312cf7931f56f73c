import type { Translate } from '#i18n/translate.ts'
import type { Answer } from '../shell/state-line.tsx'
import type { ScenarioPageView } from './view.ts'

/** What those who called for it can do. */
export function demandCan(t: Translate, { status, can, missing, closed }: ScenarioPageView): Answer {
  if (status === 'returned') return { strong: t('scenario.can.revise'), note: t('scenario.can.reviseNote') }
  if (status === 'draft') {
    if (!can.edit.ok) return { strong: t('scenario.can.cannot'), note: why(t, can.edit) }
    if (missing.length > 0)
      return { strong: t('scenario.can.fill'), note: t('scenario.can.fillNote', { n: missing.length }) }
    if (!can.submit.ok) return { strong: t('scenario.can.cannot'), note: why(t, can.submit) }
    return { strong: t('scenario.can.submit'), note: t('scenario.can.submitNote') }
  }
  if (can.open.ok) return { strong: t('scenario.can.open'), note: t('scenario.can.openNote') }
  if (can.select.ok) return { strong: t('scenario.can.select'), note: t('scenario.can.selectNote') }
  if (status === 'submitted' && can.withdraw.ok)
    return { strong: t('scenario.can.withdraw'), note: t('scenario.can.withdrawNote') }
  if (status === 'published' && can.withdraw.ok && !closed)
    return {
      strong: t(can.amend.ok ? 'scenario.can.amend' : 'scenario.can.withdraw'),
      note: t('scenario.can.withdrawOpenNote'),
    }
  return { strong: t('common.state.nothing') }
}

/** What those who supervise can do. */
export function officerCan(t: Translate, { status, can }: ScenarioPageView): Answer {
  if (can.recommend.ok) return { strong: t('recommendation.act'), note: t('recommendation.note') }
  if (status === 'submitted')
    return can.review.ok
      ? { strong: t('scenario.can.review') }
      : { strong: t('scenario.can.read'), note: why(t, can.review) }
  const sealed = status === 'published' ? t('scenario.can.sealedNote') : undefined
  return { strong: t('scenario.can.read'), note: sealed }
}

/** Why not, where something cannot be done. */
export const why = (t: Translate, verdict: ScenarioPageView['can']['bid']) =>
  verdict.ok ? undefined : (t.reason(verdict.reason, verdict.detail) ?? undefined)
