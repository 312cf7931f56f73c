import type { AccountId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, when } from '../shared/verdict.ts'
import type { MemberRole } from '../vocabulary.ts'

/** An invitation's link opens for so long. */
export const invitationDays = 7
/** Open invitations of one organisation: enough for any office, too few to write to strangers with. */
export const invitationsAtOnce = 20

export interface MemberFacts {
  accountId: AccountId
  role: MemberRole
}

/** Its owner, as the members stand now: a page may have been opened before the person was removed. */
export function isOwnerNow(members: readonly MemberFacts[], accountId: AccountId | null): Verdict {
  const member = members.find(each => each.accountId === accountId)
  if (!member) return no('organization.unknown')
  return when(member.role === 'owner', 'organization.ownerOnly')
}

/** 至少一位负责人: the change of one member (null: removal) must leave an owner. */
export function leavesAnOwner(
  members: readonly MemberFacts[],
  accountId: AccountId,
  role: MemberRole | null,
): Verdict {
  const isHere = members.some(each => each.accountId === accountId)
  const others = members.filter(each => each.accountId !== accountId)
  const owners = others.filter(each => each.role === 'owner').length + (role === 'owner' ? 1 : 0)
  return all(when(isHere, 'organization.memberUnknown'), when(owners > 0, 'organization.lastOwner'))
}

export interface InvitationFacts {
  email: string
  expiresAt: Date
  acceptedAt: Date | null
  revokedAt: Date | null
}

export type InvitationStanding = 'open' | 'expired' | 'accepted' | 'revoked'

export function standingOfInvitation(invitation: InvitationFacts, now: Date): InvitationStanding {
  if (invitation.acceptedAt) return 'accepted'
  if (invitation.revokedAt) return 'revoked'
  return now < invitation.expiresAt ? 'open' : 'expired'
}

/** Whoever holds the link accepts only with the address that it was sent to. */
export function canAccept(invitation: InvitationFacts, email: string | null, now: Date): Verdict {
  const standing = standingOfInvitation(invitation, now)
  return all(
    when(standing !== 'accepted', 'invitation.accepted'),
    when(standing !== 'revoked', 'invitation.revoked'),
    when(standing !== 'expired', 'invitation.expired'),
    when(email !== null, 'account.signInFirst'),
    when(email?.toLowerCase() === invitation.email.toLowerCase(), 'invitation.otherAddress', {
      email: maskedEmail(invitation.email),
    }),
  )
}

/** li•••@example.cn: enough for a colleague to recognise, too little to write to. */
export function maskedEmail(email: string): string {
  const at = email.lastIndexOf('@')
  if (at < 1) return '•••'
  const name = [...email.slice(0, at)]
  return `${name.slice(0, name.length > 3 ? 2 : 1).join('')}•••${email.slice(at)}`
}
