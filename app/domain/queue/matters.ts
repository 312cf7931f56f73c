import type { EntryStatus } from '../catalog/lifecycle.ts'
import type { ProductStatus } from '../products/lifecycle.ts'
import type { ClaimStatus } from '../rewards/lifecycle.ts'
import type { ScenarioStatus } from '../scenarios/lifecycle.ts'
import type { Day, Instant } from '../shared/dates.ts'
import { dayOf, instantAt } from '../shared/dates.ts'
import { addWorkingDays } from '../shared/working-days.ts'
import type { SolutionStatus } from '../solutions/lifecycle.ts'

/** The nouns that wait at the bureau. */
export const matterKinds = ['scenario', 'product', 'solution', 'claim', 'entry', 'organization'] as const
export type MatterKind = (typeof matterKinds)[number]

/** Whose move it is: 经办, 复核, either of them, the experts, the public while a notice runs, or 区级主管 who may speak. */
export type MatterWaits = 'handler' | 'approver' | 'office' | 'expert' | 'public' | 'district'

export type MatterNext =
  | 'review'
  | 'reviewAgain'
  | 'publishScenario'
  | 'precheck'
  | 'forward'
  | 'announce'
  | 'approve'
  | 'accept'
  | 'formalReview'
  | 'score'
  | 'settle'
  | 'publish'
  | 'verify'
  | 'grant'
  | 'settleClaim'
  | 'watch'
  | 'recommend'

interface Stand {
  next: MatterNext
  waits: MatterWaits
  /** Working days from the day it came into this state; null where a public notice sets the day. */
  days: number | null
}

/** Within 待审: come back after a return, or approved by the handler and waiting for the second officer. */
export const reviewStages = ['resubmitted', 'approved'] as const
export type ReviewStage = (typeof reviewStages)[number]

interface Stands {
  scenario: Partial<Record<ScenarioStatus | ReviewStage, Stand>>
  product: Partial<Record<ProductStatus | ReviewStage, Stand>>
  solution: Partial<Record<SolutionStatus | ReviewStage, Stand>>
  claim: Partial<Record<ClaimStatus, Stand>>
  entry: Partial<Record<EntryStatus, Stand>>
  /** 核验: not the organisation's own states, but those of what it asks for. */
  organization: Record<'asked' | 'endorsed' | 'claimed', Stand>
}

/** 办理时限: what waits for an officer, in which state, for what, and how many working days it may take. */
export const stands: Stands = {
  scenario: {
    submitted: { next: 'review', waits: 'handler', days: 5 },
    resubmitted: { next: 'reviewAgain', waits: 'handler', days: 5 },
    approved: { next: 'publishScenario', waits: 'approver', days: 3 },
  },
  product: {
    submitted: { next: 'review', waits: 'office', days: 5 },
    resubmitted: { next: 'reviewAgain', waits: 'office', days: 5 },
  },
  solution: {
    submitted: { next: 'review', waits: 'office', days: 5 },
    resubmitted: { next: 'reviewAgain', waits: 'office', days: 5 },
  },
  claim: {
    submitted: { next: 'precheck', waits: 'handler', days: 5 },
    precheck: { next: 'forward', waits: 'handler', days: 5 },
    review: { next: 'announce', waits: 'handler', days: 10 },
    notice: { next: 'approve', waits: 'approver', days: null },
  },
  entry: {
    nominated: { next: 'accept', waits: 'handler', days: 5 },
    formalReview: { next: 'formalReview', waits: 'handler', days: 5 },
    expertReview: { next: 'score', waits: 'expert', days: 10 },
    listed: { next: 'announce', waits: 'approver', days: 5 },
    notice: { next: 'publish', waits: 'approver', days: null },
    objection: { next: 'settle', waits: 'approver', days: 5 },
  },
  organization: {
    asked: { next: 'verify', waits: 'handler', days: 5 },
    endorsed: { next: 'grant', waits: 'approver', days: 5 },
    claimed: { next: 'settleClaim', waits: 'handler', days: 5 },
  },
}

/** After a notice has run, the deed that it was for may take this many working days. */
const daysAfterNotice = 5
/** Offices close at five. */
const closing = '17:00'

export interface Waiting {
  kind: MatterKind
  status: string
  /** Where it stands within 待审; the clock of a stage begins with it. */
  stage?: ReviewStage | null
  /** When it came into this state. */
  since: Instant
  /** 公示 ends with this day. */
  noticeTo: Day | null
}

export interface Standing {
  next: MatterNext
  waits: MatterWaits
  /** Null where the working-day calendar does not reach. */
  due: Instant | null
}

/** Whose move it is and until when; null for a state in which nothing waits at the bureau. */
export function standingOf({ kind, status, stage, since, noticeTo }: Waiting, now: Instant): Standing | null {
  const byStatus: Partial<Record<string, Stand>> = stands[kind]
  const stand = (stage && byStatus[stage]) ?? byStatus[status]
  if (!stand) return null
  const { next, waits, days } = stand
  if (days !== null || noticeTo === null) return { next, waits, due: closingAfter(dayOf(since), days ?? 0) }
  if (dayOf(now) <= noticeTo) return { next: 'watch', waits: 'public', due: instantAt(noticeTo, '23:59') }
  return { next, waits, due: closingAfter(noticeTo, daysAfterNotice) }
}

/**
 * The same as a district sees it, while its opinion is open: it may be given until the bureau decides. `due` is the
 * bureau's, and null once nothing waits there; nothing is ever late for want of an opinion.
 */
export function openToDistrict(waiting: Waiting, now: Instant): Standing | null {
  const { kind, status } = waiting
  const isOpen =
    (kind === 'scenario' && (status === 'submitted' || status === 'published')) ||
    (kind === 'entry' && (status === 'nominated' || status === 'formalReview'))
  if (!isOpen) return null
  return { next: 'recommend', waits: 'district', due: standingOf(waiting, now)?.due ?? null }
}

function closingAfter(from: Day, days: number): Instant | null {
  const last = addWorkingDays(from, days)
  return last.ok ? instantAt(last.day, closing) : null
}
