import { canInvite, type Pairing, type Sides } from '../introductions/policy.ts'
import { canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { membershipOf } from '../shared/actor.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { InquiryStatus } from './lifecycle.ts'

export interface InquiryFacts extends Sides {
  status: InquiryStatus
}

/** 询问: whoever may invite the firm may ask it; of a reported case there is nobody to ask. */
export function canInquire(actor: Actor, pairing: Pairing): Verdict {
  return canInvite(actor, pairing)
}

/** 暂不披露: the product's own firm, while the question is open. Stating the fact is publishing a version. */
export function canWithhold(actor: Actor, facts: InquiryFacts): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, facts.supplyOrganizationId), 'publish'),
    when(facts.status === 'asked', 'inquiry.answered'),
  )
}
