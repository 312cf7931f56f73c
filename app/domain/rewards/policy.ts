import { canActAs, isSignedIn } from '../organizations/policy.ts'
import type { PilotStatus } from '../pilots/lifecycle.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf } from '../shared/actor.ts'
import type { AccountId, ClaimId, OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { ClaimDeed, ClaimStatus } from './lifecycle.ts'
import { claimLifecycle } from './lifecycle.ts'

/** The handler's steps; who took one of them does not approve. */
export const handlerDeeds = ['precheck', 'forward', 'announce', 'return', 'reject'] as const
export type HandlerDeed = (typeof handlerDeeds)[number]

export interface ClaimFacts {
  id: ClaimId
  status: ClaimStatus
  organizationId: OrganizationId
}

/** 申报: the firm that made the robot, for a pilot that was accepted (measure 9: the beneficiary is the developer). */
export function canClaim(
  actor: Actor,
  pilot: { status: PilotStatus; supplyOrganizationId: OrganizationId },
): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, pilot.supplyOrganizationId), 'receiveReward', 'draft'),
    when(pilot.status === 'accepted', 'claim.pilotNotAccepted'),
  )
}

export function canSeeClaim(actor: Actor, claim: ClaimFacts): Verdict {
  const officer = holds(actor, 'handler', 'approver', 'auditor') && claim.status !== 'draft'
  return all(isSignedIn(actor), when(isMember(actor, claim.organizationId) || officer, 'claim.unknown'))
}

export function canEditClaim(actor: Actor, claim: ClaimFacts): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, claim.organizationId), 'receiveReward', 'draft'),
    when(claim.status === 'draft', 'claim.notEditable'),
  )
}

/** 提交申报: in the firm's name, by whoever signs for it. */
export function canSubmitClaim(actor: Actor, claim: ClaimFacts): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, claim.organizationId), 'receiveReward', 'sign'),
    when(claim.status === 'draft', 'claim.notEditable'),
  )
}

/** 预审、评审、公示: the handler's deeds. */
export function canHandleClaim(actor: Actor, claim: ClaimFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler'), 'officer.handlerOnly'),
    when(!isMember(actor, claim.organizationId), 'officer.ownOrganization'),
    when(!isRecused(actor, claim.id), 'officer.recused'),
  )
}

/**
 * 审定、拨付登记、冲回: a second officer, never one who handled the claim. `handlers` are all who took one of the
 * handler's steps on it, not only the last.
 */
export function canApproveClaim(
  actor: Actor,
  claim: ClaimFacts,
  handlers: readonly (AccountId | null)[],
): Verdict {
  const self = actor.kind === 'person' && handlers.includes(actor.accountId)
  return all(
    isSignedIn(actor),
    when(holds(actor, 'approver'), 'officer.approverOnly'),
    when(!isMember(actor, claim.organizationId), 'officer.ownOrganization'),
    when(!isRecused(actor, claim.id), 'officer.recused'),
    when(!self, 'officer.fourEyes'),
  )
}

/** Each deed of a claim, judged for this reader by role and by state: what a page offers, and why not. */
export function claimDeeds(
  actor: Actor,
  claim: ClaimFacts,
  handlers: readonly (AccountId | null)[],
): Record<ClaimDeed, Verdict> {
  const handle = canHandleClaim(actor, claim)
  const approve = canApproveClaim(actor, claim, handlers)
  const now = (deed: ClaimDeed, by: Verdict) => all(by, claimLifecycle.move(claim.status, deed))
  return {
    submit: now('submit', canSubmitClaim(actor, claim)),
    precheck: now('precheck', handle),
    forward: now('forward', handle),
    announce: now('announce', handle),
    return: now('return', handle),
    reject: now('reject', handle),
    approve: now('approve', approve),
    recordPayment: now('recordPayment', approve),
    reverse: now('reverse', approve),
  }
}
