import { z } from 'zod'
import type { ContentChange } from '../shared/content-diff.ts'
import { same } from '../shared/content-diff.ts'
import type { Day, Instant } from '../shared/dates.ts'
import { addDays, dayOf, instantAt, localText } from '../shared/dates.ts'
import { text } from '../shared/fields.ts'
import { no, ok, type Verdict } from '../shared/verdict.ts'
import { addWorkingDays } from '../shared/working-days.ts'
import { Scenario } from './scenario.ts'

const { shape } = Scenario
/**
 * What 补充公告 may change. Domain, tasks and district make it another call, and 评审标准 with its weights is fixed with
 * the publication: none of them is among these fields.
 */
export const AddendumForm = z.object({
  title: shape.title,
  situation: shape.situation,
  pain: shape.pain,
  site: shape.site,
  exclusions: shape.exclusions,
  requirements: shape.requirements,
  metrics: shape.metrics,
  readiness: shape.readiness,
  budgetEvidence: shape.budgetEvidence,
  budgetFromFen: shape.budgetFromFen,
  budgetFen: shape.budgetFen,
  units: shape.units,
  commercialForm: shape.commercialForm,
  termMonths: shape.termMonths,
  acceptsUnfinalised: shape.acceptsUnfinalised,
  pilotWeeks: shape.pilotWeeks,
  bidDeadline: shape.bidDeadline,
  /** What is changed, in one sentence for bidders. */
  summary: text({ min: 4, max: 200 }),
  /** Why. */
  reason: text({ min: 4, max: 1000 }),
})
export type AddendumForm = z.infer<typeof AddendumForm>

/**
 * 实质性变更: what a bidder may have to answer otherwise. The heading and the pain are told again and bind nobody; a later
 * deadline alone takes nothing from anybody; every field that is not named here is material.
 */
export const materiality: Readonly<Record<string, 'always' | 'never' | 'musts'>> = {
  title: 'never',
  pain: 'never',
  bidDeadline: 'never',
  requirements: 'musts',
}

export function isMaterial({ field, before, after }: ContentChange): boolean {
  const rule = materiality[field] ?? 'always'
  if (rule !== 'musts') return rule === 'always'
  // A wish that stays a wish may be worded anew; a note to a must explains it and so belongs to it.
  return necessityOf(before) === 'must' || necessityOf(after) === 'must'
}

const necessityOf = (row: unknown) =>
  row === undefined || row === null ? null : ((row as { necessity?: string }).necessity ?? 'must')

/** 评审标准 and its weights stand from the publication on, whatever else is amended. */
export function keepsEvaluation(before: object, after: object): Verdict {
  const of = (content: object) => (content as { evaluation?: unknown }).evaluation
  return same(of(before), of(after)) ? ok : no('scenario.evaluationFixed')
}

/** How long bidders have after a material addendum, from a day on. A rule of this platform, not of a statute. */
interface ExtensionRule {
  from: Day
  workingDays: number
  /** Calendar days where the year's holiday notice is not out; they hold the working days in any year known. */
  otherwiseDays: number
}

export const extensionRules: readonly ExtensionRule[] = [
  { from: '2020-01-01' as Day, workingDays: 5, otherwiseDays: 15 },
]

function ruleAt(on: Day): ExtensionRule {
  const rule = extensionRules.findLast(each => each.from <= on)
  if (!rule) throw new RangeError(`no extension rule on ${on}`)
  return rule
}

/** The working days that bidders keep after an addendum at this moment. */
export const workingDaysKept = (at: Instant): number => ruleAt(dayOf(at)).workingDays

/**
 * The deadline after a material addendum at `at`: at least the rule's working days later, at the same hour of the day,
 * and never earlier than it was.
 */
export function extendedDeadline(deadline: Instant, at: Instant): Instant {
  const { workingDays, otherwiseDays } = ruleAt(dayOf(at))
  const last = addWorkingDays(dayOf(at), workingDays)
  const least = instantAt(
    last.ok ? last.day : addDays(dayOf(at), otherwiseDays),
    localText(deadline).slice(11),
  )
  return least > deadline ? least : deadline
}

/** What an addendum does to bids: its number is told, and whether it asks them to confirm. */
export interface AddendumMark {
  number: number
  material: boolean
}

/** The material addendum that a bid has not been confirmed on; null where it stands on all of them. */
export function unconfirmed(addenda: readonly AddendumMark[], seen: number): number | null {
  return addenda.findLast(each => each.material && each.number > seen)?.number ?? null
}
