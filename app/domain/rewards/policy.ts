import { canActAs, isSignedIn } from '../organizations/policy.ts'
import type { PilotStatus } from '../pilots/lifecycle.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, membershipOf } from '../shared/actor.ts'
import type { AccountId, OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { ClaimStatus } from './lifecycle.ts'

export interface ClaimFacts {
  status: ClaimStatus
  organizationId: OrganizationId
  handledBy: AccountId | null
}

/** 申报: the firm that made the robot, for a pilot that was accepted (measure 9: the beneficiary is the developer). */
export function canClaim(
  actor: Actor,
  pilot: { status: PilotStatus; supplyOrganizationId: OrganizationId },
): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, pilot.supplyOrganizationId), 'receiveReward'),
    when(pilot.status === 'accepted', 'claim.pilotNotAccepted'),
  )
}

export function canSeeClaim(actor: Actor, claim: ClaimFacts): Verdict {
  const officer = holds(actor, 'handler', 'approver', 'auditor') && claim.status !== 'draft'
  return all(isSignedIn(actor), when(isMember(actor, claim.organizationId) || officer, 'claim.unknown'))
}

export function canEditClaim(actor: Actor, claim: ClaimFacts): Verdict {
  return all(
    canActAs(membershipOf(actor, claim.organizationId), 'receiveReward'),
    when(claim.status === 'draft', 'claim.notEditable'),
  )
}

/** 预审、评审、公示: the handler's deeds. */
export function canHandleClaim(actor: Actor, claim: ClaimFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler'), 'officer.handlerOnly'),
    when(!isMember(actor, claim.organizationId), 'officer.ownOrganization'),
  )
}

/** 审定、拨付登记、冲回: a second officer, never the one who handled the claim. */
export function canApproveClaim(actor: Actor, claim: ClaimFacts): Verdict {
  const self = actor.kind === 'person' && actor.accountId === claim.handledBy
  return all(
    isSignedIn(actor),
    when(holds(actor, 'approver'), 'officer.approverOnly'),
    when(!isMember(actor, claim.organizationId), 'officer.ownOrganization'),
    when(!self, 'officer.fourEyes'),
  )
}
