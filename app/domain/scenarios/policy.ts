import { canActAs, canDraftAs, canSubmitAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf, oversees } from '../shared/actor.ts'
import type { AccountId, OrganizationId, ScenarioId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { Source } from '../vocabulary.ts'
import type { ScenarioStatus } from './lifecycle.ts'

export interface ScenarioFacts {
  id: ScenarioId
  status: ScenarioStatus
  organizationId: OrganizationId
  source: Source
  district: string | null
  /** Whether it has been public once: what was withdrawn after that stays readable, with the reason. */
  wasPublished?: boolean
}

/** Statuses in which anybody may read the scenario. */
export const publicScenarioStatuses = [
  'published',
  'evaluating',
  'awarded',
  'piloting',
  'accepted',
  'archived',
] as const satisfies ScenarioStatus[]

const isPublic = (status: ScenarioStatus) => (publicScenarioStatuses as readonly string[]).includes(status)

export function canSeeScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  if (isPublic(scenario.status) || isMember(actor, scenario.organizationId)) return ok
  if (scenario.status === 'withdrawn' && scenario.wasPublished) return ok
  const officer = holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, scenario.district)
  return when(officer && scenario.status !== 'draft', 'scenario.unknown')
}

export function canDraftScenario(actor: Actor, organizationId: OrganizationId | null): Verdict {
  return all(isSignedIn(actor), canDraftAs(organizationId ? membershipOf(actor, organizationId) : null))
}

export function canEditScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    canDraftAs(membershipOf(actor, scenario.organizationId)),
    when(scenario.status === 'draft' || scenario.status === 'returned', 'scenario.notEditable'),
  )
}

export function canSubmitScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    canSubmitAs(membershipOf(actor, scenario.organizationId), 'publishScenarios'),
    when(scenario.status === 'draft' || scenario.status === 'returned', 'scenario.notEditable'),
  )
}

export function canWithdrawScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  const duty = scenario.status === 'draft' || scenario.status === 'returned' ? 'draft' : 'publish'
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, scenario.organizationId), duty),
    when(
      ['draft', 'submitted', 'returned', 'published'].includes(scenario.status),
      'scenario.notWithdrawable',
    ),
  )
}

/** 退回, and the review as a whole: an officer who does not belong to the organisation whose scenario it is. */
export function canReviewScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(!isMember(actor, scenario.organizationId), 'officer.ownOrganization'),
    when(!isRecused(actor, scenario.id), 'officer.recused'),
    when(scenario.status === 'submitted', 'scenario.notWaitingForReview'),
  )
}

/** 经办初审, once for each revision. */
export function canApproveScenario(
  actor: Actor,
  scenario: ScenarioFacts,
  { initial }: { initial: { by: AccountId } | null },
): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(holds(actor, 'handler'), 'officer.handlerOnly'),
    canReviewScenario(actor, scenario),
    when(initial === null, 'scenario.approvedAlready'),
  )
}

/** 复核发布: the approver, on the handler's standing consent, and never the same person. */
export function canPublishScenario(
  actor: Actor,
  scenario: ScenarioFacts,
  { initial }: { initial: { by: AccountId } | null },
): Verdict {
  const self = actor.kind === 'person' && initial?.by === actor.accountId
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(holds(actor, 'approver'), 'officer.approverOnly'),
    canReviewScenario(actor, scenario),
    when(initial !== null, 'scenario.notApproved'),
    when(!self, 'officer.fourEyes'),
  )
}

/** Whoever writes 补充公告 of this scenario, whether or not it takes any now. */
export function canWriteAddenda(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(isSignedIn(actor), canSubmitAs(membershipOf(actor, scenario.organizationId), 'publishScenarios'))
}

/** 补充公告: the demand side, while firms can still answer it; the database's clock has the last word. */
export function canAmendScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    canWriteAddenda(actor, scenario),
    when(scenario.status === 'published' && scenario.source !== 'report', 'scenario.notAmendable'),
  )
}

/** 以此为样例: whoever may draft, from what anybody may read or from one's own. */
export function canCloneScenario(
  actor: Actor,
  scenario: ScenarioFacts,
  organizationId: OrganizationId | null,
): Verdict {
  return all(
    isSignedIn(actor),
    when(isPublic(scenario.status) || isMember(actor, scenario.organizationId), 'scenario.unknown'),
    canDraftScenario(actor, organizationId),
  )
}

/** 归档: the demand side, when the trip is over or when nobody answered in time. */
export function canArchiveScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, scenario.organizationId), 'publish'),
    when(
      scenario.source !== 'report' && ['accepted', 'published'].includes(scenario.status),
      'scenario.notArchivable',
    ),
  )
}

/** 开封: the demand side, once the deadline has passed on the database's clock (checked in the statement). */
export function canOpenBids(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, scenario.organizationId), 'publishScenarios'),
    when(scenario.status === 'published', 'scenario.notOpenable'),
  )
}

export function canSelectBid(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, scenario.organizationId), 'publishScenarios'),
    when(scenario.status === 'evaluating', 'scenario.notEvaluating'),
  )
}

/** A reported public case is there to read and to match against; it is nobody's open call. */
export function isOpenCall(scenario: ScenarioFacts): Verdict {
  if (scenario.source === 'report') return no('scenario.reportedCase')
  return when(scenario.status === 'published', 'scenario.notOpenForBids')
}
