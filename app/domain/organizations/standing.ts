import type { Actor } from '../shared/actor.ts'
import { holds, isMember, oversees } from '../shared/actor.ts'
import type { AccountId, OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, ok, when } from '../shared/verdict.ts'
import type {
  Capability,
  OfficerRole,
  OrganizationStatus,
  OrganizationType,
  RelationKind,
  Source,
} from '../vocabulary.ts'
import { capabilityIds } from '../vocabulary.ts'
import { canManage, isSignedIn } from './policy.ts'

/** What the rules about an organisation itself look at. */
export interface OrganizationFacts {
  id: OrganizationId
  status: OrganizationStatus
  source: Source
  district: string | null
  uscc: string | null
  type: OrganizationType | null
  industry: string | null
  legalRepresentative: string | null
  capabilities: readonly Capability[]
}

export type RequestStatus = 'asked' | 'endorsed' | 'granted' | 'refused' | 'revoked'

/** 核验申请 of one capability. */
export interface RequestFacts {
  capability: Capability
  status: RequestStatus
  endorsedBy: AccountId | null
}

/** 同意、转复核、不同意、撤销. */
export const verificationDeeds = ['grant', 'endorse', 'refuse', 'revoke'] as const
export type VerificationDeed = (typeof verificationDeeds)[number]

/** The capability that moves public money takes two officers. */
export const takesTwoOfficers = (capability: Capability) => capability === 'receiveReward'

/** Its members, the bureau, and the officer of its own district; to others it is not there. */
export function canSeeOrganization(actor: Actor, { id, district }: OrganizationFacts): Verdict {
  const office = holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, district)
  return all(isSignedIn(actor), when(isMember(actor, id) || office, 'organization.unknown'))
}

/** Anybody with an account may register an organisation, whatever others they belong to. */
export function canFound(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(actor.kind === 'person', 'officer.systemOnly'))
}

/** 认领: somebody who is not in it yet, of an organisation that is a user of the platform. */
export function canClaimOrganization(actor: Actor, organization: OrganizationFacts): Verdict {
  return all(
    canFound(actor),
    when(organization.source !== 'report', 'organization.unknown'),
    when(!isMember(actor, organization.id), 'organization.alreadyMember'),
  )
}

/** Its owner decides who joins; the bureau's handler where it has no owner. Nobody decides about themselves. */
export function canSettleClaim(
  actor: Actor,
  { id }: OrganizationFacts,
  claim: { accountId: AccountId; hasOwner: boolean },
): Verdict {
  const own = actor.kind === 'person' && actor.accountId === claim.accountId
  // Where an owner answers, who asks to join is none of the bureau's business.
  const inside = all(when(isMember(actor, id), 'organization.unknown'), canManage(actor, id))
  const turn = claim.hasOwner ? inside : canOffice(actor, id, 'handler')
  return all(isSignedIn(actor), when(!own, 'officer.fourEyes'), turn)
}

/** What has to be known of an organisation before it can be verified. */
export function missingForVerification(organization: OrganizationFacts, hasValidDocument: boolean): string[] {
  const fields = ['uscc', 'type', 'industry', 'legalRepresentative'] as const
  const missing: string[] = fields.filter(field => organization[field] === null)
  return hasValidDocument ? missing : [...missing, 'document']
}

/** 申请核验: the owner, once what the officer looks at is there. */
export function canAsk(actor: Actor, organization: OrganizationFacts, missing: readonly string[]): Verdict {
  return all(
    canManage(actor, organization.id),
    when(organization.status !== 'suspended', 'organization.suspended'),
    when(missing.length === 0, 'organization.notReadyForVerification'),
  )
}

/** The capabilities that are neither held nor asked for. */
export function askable(
  { capabilities }: OrganizationFacts,
  requests: readonly RequestFacts[],
): Capability[] {
  const open = requests.filter(isOpen).map(each => each.capability)
  return capabilityIds.filter(each => !capabilities.includes(each) && !open.includes(each))
}

export const isOpen = ({ status }: { status: RequestStatus }) => status === 'asked' || status === 'endorsed'

/** An officer of this role who does not belong to the organisation and has not stood back from it. */
function canOffice(actor: Actor, organizationId: OrganizationId, ...roles: OfficerRole[]): Verdict {
  const recused = actor.kind === 'person' && actor.recused.includes(organizationId)
  const only =
    roles.length > 1
      ? 'officer.only'
      : roles[0] === 'approver'
        ? 'officer.approverOnly'
        : 'officer.handlerOnly'
  return all(
    isSignedIn(actor),
    holds(actor, ...roles) ? ok : { ok: false, reason: only },
    when(!isMember(actor, organizationId), 'officer.ownOrganization'),
    when(!recused, 'officer.recused'),
  )
}

/** Each decision on one request, judged for this reader: what the page offers, and why not. */
export function verificationVerdicts(
  actor: Actor,
  organization: OrganizationFacts,
  request: RequestFacts,
): Record<VerificationDeed, Verdict> {
  const { id, status } = organization
  const running = when(status !== 'suspended', 'organization.isSuspended')
  const handler = canOffice(actor, id, 'handler')
  const approver = canOffice(actor, id, 'approver')
  const self = actor.kind === 'person' && actor.accountId === request.endorsedBy
  const two = takesTwoOfficers(request.capability)
  const at = (wanted: RequestStatus) => when(request.status === wanted, 'organization.requestSettled')
  const second = all(approver, at('endorsed'), when(!self, 'officer.fourEyes'))
  return {
    endorse: all(handler, when(two, 'organization.oneOfficer'), at('asked'), running),
    grant: two ? all(second, running) : all(handler, at('asked'), running),
    refuse: request.status === 'endorsed' ? second : all(handler, at('asked')),
    revoke: all(canOffice(actor, id, 'handler', 'approver'), at('granted')),
  }
}

/** 暂停、恢复: the approver, with a reason. */
export function canSuspend(actor: Actor, { id, status }: OrganizationFacts): Verdict {
  return all(canOffice(actor, id, 'approver'), when(status !== 'suspended', 'organization.isSuspended'))
}

export function canRestore(actor: Actor, { id, status }: OrganizationFacts): Verdict {
  return all(canOffice(actor, id, 'approver'), when(status === 'suspended', 'organization.notSuspended'))
}

/** A declared or found relation is lifted by the bureau only, or a demand side would lift its own limits. */
export function canLiftRelation(actor: Actor, { id }: OrganizationFacts): Verdict {
  return canOffice(actor, id, 'handler')
}

/** What an owner may declare; the same legal representative is found, not declared. */
export const declarableRelations = ['control', 'management'] as const satisfies readonly RelationKind[]

/** 主体信息: a change of one of these after the verification needs the officers again. */
export const identityFields = ['name', 'uscc', 'legalRepresentative'] as const
type Identity = Record<(typeof identityFields)[number], string | null>

export function changesIdentity(before: Identity, after: Identity): boolean {
  return identityFields.some(field => before[field] !== after[field])
}
