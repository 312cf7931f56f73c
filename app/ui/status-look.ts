import type { BidStatus } from '#domain/bids/lifecycle.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import type { ConceptStatus } from '#domain/concepts/lifecycle.ts'
import type { InquiryStatus } from '#domain/inquiries/lifecycle.ts'
import type { IntroductionStatus } from '#domain/introductions/lifecycle.ts'
import type { PilotStatus } from '#domain/pilots/lifecycle.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import type { ClaimStatus } from '#domain/rewards/lifecycle.ts'
import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import type { SiteStatus } from '#domain/sites/lifecycle.ts'
import type { SolutionStatus } from '#domain/solutions/lifecycle.ts'
import type { OrganizationStatus } from '#domain/vocabulary.ts'
import type { WeightsStatus } from '#domain/weights/lifecycle.ts'

/** ○ none · ◐ half · ● full · ◇ wait · ▣ seal · ✕ stop · — gone: the shape says the phase before colour does. */
export type Shape = 'none' | 'half' | 'full' | 'wait' | 'seal' | 'stop' | 'gone'
/** Blue is alive, vermilion is refused or disputed, muted is outside the flow; otherwise ink. */
export type Tone = 'live' | 'red' | 'mute'
export type Look = readonly [shape: Shape, tone?: Tone]

/** Statuses per noun; `reference` marks a reported public case, which has no lifecycle here. */
export interface StatusOf {
  organization: OrganizationStatus
  site: SiteStatus
  scenario: ScenarioStatus | 'reference'
  product: ProductStatus | 'reference'
  solution: SolutionStatus
  bid: BidStatus
  pilot: PilotStatus
  claim: ClaimStatus
  entry: EntryStatus
  concept: ConceptStatus
  weights: WeightsStatus
  introduction: IntroductionStatus
  inquiry: InquiryStatus
}
export type Noun = keyof StatusOf

export const statusLook: { [N in Noun]: Record<StatusOf[N], Look> } = {
  organization: { registered: ['none'], verified: ['full', 'live'], suspended: ['stop', 'red'] },
  site: { current: ['full', 'live'], retired: ['gone', 'mute'] },
  scenario: {
    draft: ['none', 'mute'],
    submitted: ['wait'],
    returned: ['stop', 'red'],
    published: ['half', 'live'],
    evaluating: ['half'],
    awarded: ['half'],
    piloting: ['half', 'live'],
    accepted: ['full', 'live'],
    archived: ['gone', 'mute'],
    withdrawn: ['gone', 'mute'],
    terminated: ['stop', 'red'],
    reference: ['gone', 'mute'],
  },
  product: {
    draft: ['none', 'mute'],
    submitted: ['wait'],
    returned: ['stop', 'red'],
    published: ['full', 'live'],
    suspended: ['stop', 'red'],
    withdrawn: ['gone', 'mute'],
    reference: ['gone', 'mute'],
  },
  solution: {
    draft: ['none', 'mute'],
    submitted: ['wait'],
    returned: ['stop', 'red'],
    published: ['full', 'live'],
    withdrawn: ['gone', 'mute'],
  },
  bid: {
    draft: ['none', 'mute'],
    submitted: ['seal'],
    opened: ['half'],
    shortlisted: ['half', 'live'],
    selected: ['full', 'live'],
    notSelected: ['gone'],
    withdrawn: ['gone', 'mute'],
  },
  pilot: {
    agreed: ['wait'],
    deploying: ['half'],
    running: ['half', 'live'],
    acceptanceRequested: ['wait'],
    accepted: ['full', 'live'],
    rework: ['stop', 'red'],
    failed: ['stop', 'red'],
    terminated: ['stop', 'red'],
  },
  claim: {
    draft: ['none', 'mute'],
    submitted: ['wait'],
    precheck: ['half'],
    review: ['half'],
    notice: ['wait', 'live'],
    approved: ['seal', 'live'],
    paid: ['full', 'live'],
    rejected: ['stop', 'red'],
    reversed: ['stop', 'red'],
  },
  entry: {
    nominated: ['wait'],
    formalReview: ['half'],
    expertReview: ['half'],
    listed: ['half'],
    notice: ['wait', 'live'],
    objection: ['wait', 'red'],
    published: ['full', 'live'],
    amended: ['full'],
    delisted: ['stop', 'red'],
  },
  concept: {
    proposed: ['wait'],
    published: ['full', 'live'],
    returned: ['stop', 'red'],
    withdrawn: ['gone', 'mute'],
  },
  weights: {
    proposed: ['wait'],
    published: ['full', 'live'],
    returned: ['stop', 'red'],
    withdrawn: ['gone', 'mute'],
  },
  introduction: {
    sent: ['wait'],
    welcomed: ['full', 'live'],
    declined: ['stop', 'mute'],
    lapsed: ['gone', 'mute'],
    withdrawn: ['gone', 'mute'],
  },
  inquiry: {
    asked: ['wait'],
    stated: ['full', 'live'],
    withheld: ['stop', 'mute'],
    lapsed: ['gone', 'mute'],
  },
}
