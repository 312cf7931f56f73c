import { remaining } from '#i18n/format.ts'
import type { Translate } from '#i18n/translate.ts'
import { paths } from '#paths'
import type { MatterView } from './view.ts'

/** 场景初审：料箱分拣上架 */
export function matterTitle(t: Translate, { kind, next, title }: MatterView): string {
  const what = t.maybe(`queue.matter.${kind}.${next}`) ?? t(`queue.kind.${kind}`)
  return t('queue.matterTitle', { what, title: title || t('queue.untitled') })
}

/** The object's own page. */
export function matterPath({ kind, id }: MatterView): string {
  const page = {
    scenario: paths.scenario,
    product: paths.product,
    solution: paths.solution,
    claim: paths.claim,
    entry: paths.entry,
    organization: paths.organization,
  }
  return page[kind](id)
}

/** The one largest unit: 2 天, 21 时, 40 分. */
function span(t: Translate, from: Date, to: Date): string {
  const { days, hours, minutes } = remaining(to, from)
  if (days > 0) return t('queue.days', { n: days })
  return hours > 0 ? t('queue.hours', { n: hours }) : t('queue.minutes', { n: minutes })
}

export interface Clock {
  strong: string
  note: string
}

/** When it is due, and how long that is. What the working-day calendar does not reach is said so. */
export function clockOf(t: Translate, { due, late, waits }: MatterView, now: Date): Clock {
  if (waits === 'district' && (due === null || due <= now))
    return { strong: t('queue.anytime'), note: t('queue.anytimeNote') }
  if (due === null) return { strong: t('queue.noDue'), note: t('queue.noDueNote') }
  const exact = t.dateTime(due).slice(5)
  if (late) return { strong: t('queue.lateBy', { span: span(t, due, now) }), note: exact }
  if (waits === 'public')
    return {
      strong: t('queue.noticeUntil', { day: exact.slice(0, 5) }),
      note: t('queue.left', { span: span(t, now, due) }),
    }
  const [day, time] = [t.dateTime(due).slice(0, 10), t.dateTime(due).slice(11)]
  const today = day === t.dateTime(now).slice(0, 10)
  return {
    strong: today ? t('queue.todayAt', { time }) : exact,
    note: t('queue.left', { span: span(t, now, due) }),
  }
}
