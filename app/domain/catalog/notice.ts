import type { Day } from '../shared/dates.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** 公示 lasts five PRC working days, counted from the working day after its publication. */
export const noticeWorkingDays = 5

/** 公示期满: only after its last day is over, and never while an objection is open. */
export function isNoticeOver(notice: { noticeTo: Day | null; openObjections: number }, today: Day): Verdict {
  const { noticeTo, openObjections } = notice
  return all(
    when(openObjections === 0, 'entry.objectionOpen', { count: openObjections }),
    when(noticeTo !== null && today > noticeTo, 'entry.noticeRunning', { until: noticeTo ?? '' }),
  )
}
