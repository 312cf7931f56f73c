import type { Instant } from '../shared/dates.ts'
import { addDays, dayOf, instantAt } from '../shared/dates.ts'
import { addWorkingDays } from '../shared/working-days.ts'

/** Working days within which a demand side should answer a 自荐. */
export const answerWithin = 10

/** Something a firm sent a demand side, and what became of it. */
export interface AnswerCase {
  /** A 自荐 waits for its answer; an opened bid for the selection. */
  kind: 'offer' | 'bid'
  /** Sent, or opened. */
  since: Instant
  /** Welcomed or declined; selected or told why not. */
  answered: Instant | null
  /** When it ended without an answer: the call was over, or it was taken back. */
  ended: Instant | null
}

/** 答复及时: how many of the cases that are decided were answered in time. */
export interface Responsiveness {
  inTime: number
  cases: number
  /** 0 to 1; null below `enoughCases`: too little is known. */
  share: number | null
}

/**
 * Working days. A 自荐 says so on its own page. For opened bids it is the platform's own measure, for the policy names
 * none: four weeks of work between the opening and the selection.
 */
export const allowed = { offer: answerWithin, bid: 20 } as const

/** Below this a single slow week would be a verdict. */
export const enoughCases = 3

/** Only what was sent or opened within this many days counts, so that an organisation may mend. */
export const lookBackDays = 365

/**
 * Whether a case was answered by the end of its last day, Beijing time. Null while it is no case: it is not due yet, it
 * ended before it was due, or the calendar does not know the year that it reaches into.
 */
export function wasInTime({ kind, since, answered, ended }: AnswerCase, now: Instant): boolean | null {
  const due = addWorkingDays(dayOf(since), allowed[kind])
  if (!due.ok) return null
  const over = instantAt(addDays(due.day, 1))
  if (answered) return answered < over
  if (ended) return ended < over ? null : false
  return now < over ? null : false
}

export function responsivenessFrom(cases: readonly AnswerCase[], now: Instant): Responsiveness {
  const judged = cases.map(each => wasInTime(each, now)).filter(each => each !== null)
  const inTime = judged.filter(Boolean).length
  return {
    inTime,
    cases: judged.length,
    share: judged.length < enoughCases ? null : inTime / judged.length,
  }
}
