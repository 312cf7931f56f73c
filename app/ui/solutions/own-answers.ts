import type { Translate } from '#i18n/translate.ts'
import type { Answer } from '../shell/state-line.tsx'
import type { SolutionPageView } from './view.ts'

/** What those concerned can do: the firm, the firms in it, the bureau. */
export function readerCan(t: Translate, view: SolutionPageView): Answer {
  const { reader, status, can } = view
  if (reader === 'member') return memberCan(t, view)
  if (reader === 'partner' && status !== 'withdrawn')
    return { strong: t('solution.can.answer'), note: t('solution.can.answerNote') }
  if (reader === 'officer' && can.review.ok) return { strong: t('solution.can.review') }
  return { strong: t('solution.can.read') }
}

function memberCan(t: Translate, { status, can, missing }: SolutionPageView): Answer {
  if (status === 'returned') return { strong: t('solution.can.mend'), note: t('solution.can.mendNote') }
  if (status === 'draft') {
    if (can.edit.ok && missing.length > 0)
      return { strong: t('solution.can.fill'), note: t('solution.can.fillNote', { n: missing.length }) }
    if (!can.submit.ok)
      return {
        strong: t('solution.can.cannot'),
        note: t.reason(can.submit.reason, can.submit.detail) ?? undefined,
      }
    return { strong: t('solution.can.submit'), note: t('solution.can.submitNote') }
  }
  if (can.revise.ok) return { strong: t('solution.can.revise'), note: t('solution.can.reviseNote') }
  if (status === 'submitted' && can.withdraw.ok)
    return { strong: t('solution.can.withdraw'), note: t('solution.can.withdrawNote') }
  return { strong: t('common.state.nothing') }
}
