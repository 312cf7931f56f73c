import { canActAs, canDraftAs, canSubmitAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf, oversees } from '../shared/actor.ts'
import type { OrganizationId, ScenarioId } from '../shared/ids.ts'
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

/** 初审: an officer who does not belong to the organisation whose scenario it is. */
export function canReviewScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(!isMember(actor, scenario.organizationId), 'officer.ownOrganization'),
    when(!isRecused(actor, scenario.id), 'officer.recused'),
    when(scenario.status === 'submitted', 'scenario.notWaitingForReview'),
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
