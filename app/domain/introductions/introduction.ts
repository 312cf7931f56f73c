import type { Day, Instant } from '../shared/dates.ts'
import { dayOf } from '../shared/dates.ts'
import { choice, optional, text } from '../shared/fields.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import { addWorkingDays } from '../shared/working-days.ts'
import type { IntroductionStatus } from './lifecycle.ts'
import { type DeclineReason, declineReasonIds } from './reasons.ts'
import { answerWithin } from './responsiveness.ts'

/** 邀请: a scenario asks a firm to look at it; 自荐: a firm names its product to a scenario. */
export const directionIds = ['invite', 'offer'] as const
export type Direction = (typeof directionIds)[number]

export const Message = optional(text({ max: 500 }))
export const Note = optional(text({ max: 300 }))
export const DeclineReasonField = optional(choice(declineReasonIds))

/**
 * The platform's own limits, for the policy names none. A call's people may write to two pages of suggestions a day;
 * a firm seldom has ten calls a day that it could really serve, and more of them would be mail to everybody.
 */
export const invitationsADay = 20
export const offersADay = 10

/** The last day on which an answer is in time; null where the calendar does not know the year yet. */
export function answerDue(sentAt: Instant): Day | null {
  const due = addWorkingDays(dayOf(sentAt), answerWithin)
  return due.ok ? due.day : null
}

/** What has been said before between a scenario and a product. */
export interface Before {
  status: IntroductionStatus
  direction: Direction
  /** The product's published version and the scenario's last 补充公告 at the time. */
  productVersion: number
  addenda: number
}

/**
 * One open introduction for a scenario and a product, in whichever direction; after a welcome there is nothing to
 * add, and after a no the same side asks again only when the product or the call has changed.
 */
export function mayIntroduceAgain(
  before: readonly Before[],
  now: Pick<Before, 'direction' | 'productVersion' | 'addenda'>,
): Verdict {
  const has = (status: IntroductionStatus) => before.some(each => each.status === status)
  const refused = before.some(
    each =>
      each.status === 'declined' &&
      each.direction === now.direction &&
      each.productVersion === now.productVersion &&
      each.addenda === now.addenda,
  )
  return all(
    when(!has('sent'), 'introduction.openAlready'),
    when(!has('welcomed'), 'introduction.welcomedAlready'),
    when(!refused, 'introduction.declinedBefore'),
  )
}

/** A no names its reason, and 其他 says which. */
export function reasonGiven(reason: DeclineReason | undefined, note: string | undefined): Verdict {
  if (reason === undefined) return no('introduction.reasonMissing', undefined, 'reason')
  if (reason === 'other' && note === undefined) return no('introduction.noteMissing', undefined, 'note')
  return ok
}
