import { canSubmitAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { ScenarioFacts } from '../scenarios/policy.ts'
import { isOpenCall } from '../scenarios/policy.ts'
import type { Actor, Membership } from '../shared/actor.ts'
import { holds, isMember, membershipOf } from '../shared/actor.ts'
import type { OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { BidStatus } from './lifecycle.ts'

export interface BidFacts {
  status: BidStatus
  organizationId: OrganizationId
}

/** 应标: any verified firm may bid on any published scenario but its own; a match is never a gate. */
export function canBid(actor: Actor, scenario: ScenarioFacts, firm: Membership | null): Verdict {
  return all(
    isSignedIn(actor),
    isOpenCall(scenario),
    canSubmitAs(firm, 'bid'),
    when(firm?.organizationId !== scenario.organizationId, 'bid.ownScenario'),
  )
}

/** Sealed means sealed: before the opening the bid's own firm reads it and nobody else, officers included. */
export function canSeeBid(actor: Actor, bid: BidFacts, scenario: ScenarioFacts): Verdict {
  if (isMember(actor, bid.organizationId)) return ok
  if (bid.status === 'draft' || bid.status === 'submitted' || bid.status === 'withdrawn')
    return no('bid.unknown')
  const reader = isMember(actor, scenario.organizationId) || holds(actor, 'handler', 'approver', 'auditor')
  return when(reader, 'bid.unknown')
}

/** 撤回: the firm itself, while the bid is sealed. */
export function canWithdrawBid(actor: Actor, bid: BidFacts): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, bid.organizationId), 'publish'),
    when(bid.status === 'submitted', 'bid.notWithdrawable'),
  )
}

/** 按补充公告重新确认: the firm itself, while the bid is sealed. */
export function canConfirmBid(actor: Actor, bid: BidFacts): Verdict {
  return all(
    isSignedIn(actor),
    canSubmitAs(membershipOf(actor, bid.organizationId), 'bid'),
    when(bid.status === 'submitted', 'bid.notConfirmable'),
  )
}
