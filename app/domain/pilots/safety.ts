import { z } from 'zod'
import { riskItemIds } from '../risk/items.ts'
import { type PilotSpace, pilotSpaceIds } from '../risk/risk-item.ts'
import type { Day } from '../shared/dates.ts'
import { calendarDay, choice, listOf, optional, text } from '../shared/fields.ts'
import type { Verdict } from '../shared/verdict.ts'
import { no, ok } from '../shared/verdict.ts'

/** 使用空间 in which people come near the robot who were not trained for it. */
export const spacesWithPeople: readonly PilotSpace[] = ['ward', 'home', 'public', 'road']

/** 保险: a policy that covers the pilot from one day to another, both included, in Beijing. */
export const InsuranceForm = z
  .object({
    insurer: text({ min: 2, max: 80 }),
    policyNumber: text({ min: 3, max: 60 }),
    validFrom: calendarDay(),
    validUntil: calendarDay(),
  })
  .refine(cover => cover.validUntil >= cover.validFrom, {
    error: 'pilot.coverOrder',
    path: ['validUntil'],
  })
export type InsuranceForm = z.infer<typeof InsuranceForm>

export const safeguardAnswers = ['open', 'done', 'notApplicable'] as const
export type SafeguardAnswer = (typeof safeguardAnswers)[number]

/** 试点风险包 of one side: each item done, not applicable for a reason, or still open. */
export const SafeguardsForm = z.object({
  safeguards: listOf(
    z
      .object({
        item: choice(riskItemIds),
        answer: choice(safeguardAnswers),
        note: optional(text({ max: 300 })),
      })
      .refine(({ answer, note }) => answer !== 'notApplicable' || note !== undefined, {
        error: 'pilot.safeguardReason',
        path: ['note'],
      }),
    { min: 1, max: 80 },
  ),
  space: optional(choice(pilotSpaceIds)),
})
export type SafeguardsForm = z.infer<typeof SafeguardsForm>

export interface Cover {
  validFrom: Day
  validUntil: Day
}

export const isCovered = (covers: readonly Cover[], day: Day): boolean =>
  covers.some(cover => cover.validFrom <= day && day <= cover.validUntil)

/**
 * Whether a pilot in this space may run on this day: where people come near, an insurance has to cover the day, and a
 * space that nobody has named is not taken for a safe one.
 */
export function maySafelyRun(space: PilotSpace | null, covers: readonly Cover[], day: Day): Verdict {
  if (space === null) return no('pilot.spaceUndecided')
  return spacesWithPeople.includes(space) && !isCovered(covers, day) ? no('pilot.notInsured', { day }) : ok
}

/**
 * Who may say otherwise which space it is: either side that people come near, for that only asks for more; that they do
 * not, or what else it is, the demand side alone, whose place it is.
 */
export function mayRename(from: PilotSpace | null, to: PilotSpace, side: 'demand' | 'supply'): Verdict {
  const isStricter = spacesWithPeople.includes(to) && !(from && spacesWithPeople.includes(from))
  return from === null || from === to || isStricter || side === 'demand' ? ok : no('pilot.spaceOfDemand')
}

export interface Safeguard {
  item: string
  side: 'demand' | 'supply'
  answer: SafeguardAnswer
}

/** How many of these items both sides have gone through. */
export function settledIn(items: readonly string[], safeguards: readonly Safeguard[]): number {
  const answered = (item: string, side: Safeguard['side']) =>
    safeguards.some(each => each.item === item && each.side === side && each.answer !== 'open')
  return items.filter(item => answered(item, 'demand') && answered(item, 'supply')).length
}

/** Days before the end of a running pilot's cover on which both sides are told. */
export const coverReminderDays = 14
