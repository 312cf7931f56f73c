import type { Actor, Membership } from '../shared/actor.ts'
import { holds, membershipOf } from '../shared/actor.ts'
import type { Reason, Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import type { Capability, Duty } from '../vocabulary.ts'

const withoutDuty: Record<Duty, Reason> = {
  draft: 'organization.noDraftDuty',
  publish: 'organization.noPublishDuty',
  sign: 'organization.noSignDuty',
}

/**
 * Work on what is under way already, such as a running pilot: a person's role and their department's duty. A
 * suspension, a lapsed licence or a capability taken back never stops it.
 */
export function canWorkAs(membership: Membership | null, duty: Duty): Verdict {
  if (!membership) return no('organization.notMember')
  return all(
    when(membership.role !== 'viewer', 'organization.viewerOnly'),
    membership.duties.includes(duty) ? ok : no(withoutDuty[duty]),
  )
}

/** Drafting is open to any member who may edit, before verification too. */
export function canDraftAs(membership: Membership | null): Verdict {
  return canWorkAs(membership, 'draft')
}

/** A new act in the organisation's name, within a capability that was verified. */
export function canActAs(
  membership: Membership | null,
  capability: Capability,
  duty: Duty = 'publish',
): Verdict {
  if (!membership) return no('organization.notMember')
  return all(
    when(membership.role !== 'viewer', 'organization.viewerOnly'),
    when(membership.status !== 'suspended', 'organization.suspended'),
    when(membership.status === 'verified', 'organization.notVerified'),
    when(membership.capabilities.includes(capability), 'organization.notCapable', { capability }),
    canWorkAs(membership, duty),
  )
}

/** 提交: a new act that needs a registration document in date as well. */
export function canSubmitAs(membership: Membership | null, capability: Capability): Verdict {
  const lapsed = membership?.lapsedOn
  return all(
    canActAs(membership, capability),
    lapsed ? no('organization.documentLapsed', { day: lapsed }) : ok,
  )
}

export function isSignedIn(actor: Actor): Verdict {
  return actor.kind === 'visitor' ? no('account.signInFirst') : ok
}

/** 经办 and 复核 work at the bureau's queue, 审计 reads all of it, 专家 and 区级主管 only what is theirs. */
export function canSeeQueue(actor: Actor): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver', 'auditor', 'expert', 'district'), 'officer.only'),
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

/** 关联单位回避: a demand side does not choose its own bid, nor that of an organisation it is linked to (S28). */
export function isIndependent(demandId: string, firmId: string, relatedTo: readonly string[]): Verdict {
  return all(
    when(demandId !== firmId, 'bid.ownScenario'),
    when(!relatedTo.includes(firmId), 'bid.relatedOrganization'),
  )
}

/** 单位的事由负责人办: asked of whoever may see the organisation already, so an officer is told that it is for its people. */
export function canManage(actor: Actor, organizationId: string): Verdict {
  const membership = membershipOf(actor, organizationId)
  return all(
    isSignedIn(actor),
    when(membership !== null, 'organization.notMember'),
    when(membership?.role === 'owner', 'organization.ownerOnly'),
  )
}

/** 退出: one's own seat, and nobody else's. */
export function canLeave(actor: Actor, organizationId: string): Verdict {
  const membership = membershipOf(actor, organizationId)
  return all(isSignedIn(actor), when(membership !== null, 'organization.notMember'))
}
