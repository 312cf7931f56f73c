import type { Actor, Membership } from '../shared/actor.ts'
import { holds } from '../shared/actor.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { Capability } from '../vocabulary.ts'

export function canActAs(membership: Membership | null, capability: Capability): Verdict {
  if (!membership) return no('organization.notMember')
  return all(
    when(membership.role !== 'viewer', 'organization.viewerOnly'),
    when(membership.status !== 'suspended', 'organization.suspended'),
    when(membership.status === 'verified', 'organization.notVerified'),
    when(membership.capabilities.includes(capability), 'organization.notCapable', { capability }),
  )
}

/** Drafting is open to any member who may edit, before verification too. */
export function canDraftAs(membership: Membership | null): Verdict {
  if (!membership) return no('organization.notMember')
  return when(membership.role !== 'viewer', 'organization.viewerOnly')
}

export function isSignedIn(actor: Actor): Verdict {
  return actor.kind === 'visitor' ? no('account.signInFirst') : ok
}

/** 经办 and 复核 work at the bureau's queue, 审计 reads all of it, 专家 only what waits for experts. */
export function canSeeQueue(actor: Actor): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver', 'auditor', 'expert'), 'officer.only'),
  )
}

/** Whether the whole queue is this reader's, or only what is their own move. */
export function seesWholeQueue(actor: Actor): boolean {
  return holds(actor, 'handler', 'approver', 'auditor')
}

/** The platform's own acts, such as demo data and the first administrator; no request is ever a system actor. */
export function isSystem(actor: Actor): Verdict {
  return when(actor.kind === 'system', 'officer.systemOnly')
}
