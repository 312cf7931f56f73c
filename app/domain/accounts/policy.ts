import { isSignedIn } from '../organizations/policy.ts'
import { type Actor, holds } from '../shared/actor.ts'
import { all, type Verdict, when } from '../shared/verdict.ts'
import type { OfficerRole } from '../vocabulary.ts'

/** 信箱: only people of a demo have one; to everybody else the page does not exist. */
export function canReadMailbox(account: { demo: boolean } | null): Verdict {
  return when(account?.demo === true, 'mailbox.unknown')
}

/** The demo's bureau sees every letter that the demo sent, others those to themselves. */
export function seesAllMail(actor: Actor): boolean {
  return holds(actor, 'handler', 'approver', 'auditor', 'administrator')
}

/** One's own account; a demo's people are shared by everybody who looks at the demo, so they stay as they are. */
export function canChangeAccount(actor: Actor, account: { id: string; demo: boolean }): Verdict {
  return all(
    isSignedIn(actor),
    when(actor.kind === 'person' && actor.accountId === account.id, 'account.unknown'),
    when(!account.demo, 'account.demoStays'),
  )
}

/** An office opens with a second factor, so its holder keeps one. */
export function canDropFactor({ hasOffice, factors }: { hasOffice: boolean; factors: number }): Verdict {
  return when(!hasOffice || factors > 1, 'account.lastFactor')
}

/** 管理员 gives and takes offices and decides nothing else. */
export function canManageOfficers(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'administrator'), 'officer.administratorOnly'))
}

/** 岗位分离: who manages accounts or audits holds no other office. */
export function canHoldTogether(roles: readonly OfficerRole[]): Verdict {
  const apart = roles.some(role => role === 'administrator' || role === 'auditor')
  return when(!apart || new Set(roles).size === 1, 'officer.separateDuties')
}

/** An installation without an administrator could let nobody in any more. */
export function canTakeOffice(role: OfficerRole, { administrators }: { administrators: number }): Verdict {
  return when(role !== 'administrator' || administrators > 1, 'officer.lastAdministrator')
}

/** 送达情况 is read by those who answer for it: 管理员 and 审计, and the bureau's own people. */
export function canReadDeliveries(actor: Actor): Verdict {
  const may = holds(actor, 'administrator', 'auditor', 'handler', 'approver')
  return all(isSignedIn(actor), when(may, 'officer.only'))
}

/** 注销 of oneself; who is in office leaves it first. */
export function canErase(
  actor: Actor,
  { hasOffice, ...account }: { id: string; demo: boolean; hasOffice: boolean },
): Verdict {
  return all(canChangeAccount(actor, account), when(!hasOffice, 'account.leaveOfficeFirst'))
}
