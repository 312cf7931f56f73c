import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds } from '../shared/actor.ts'
import type { Noun } from '../shared/lifecycle.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** What an audit row is about: the trip's nouns, the people behind it, and who has looked at what. */
export const auditNouns = [
  'organization',
  'scenario',
  'product',
  'solution',
  'bid',
  'pilot',
  'claim',
  'entry',
  'concept',
  'weights',
  'introduction',
  'inquiry',
  'account',
  'invitation',
  'access',
] as const satisfies readonly (Noun | string)[]
export type AuditNoun = (typeof auditNouns)[number]

const trip: readonly AuditNoun[] = [
  'organization',
  'scenario',
  'product',
  'solution',
  'bid',
  'pilot',
  'claim',
  'entry',
  'concept',
  'weights',
  'introduction',
  'inquiry',
]

/** 审计日志: the auditor, and the bureau's own two officers for what they work on. */
export function canReadAudit(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'auditor', 'handler', 'approver'), 'officer.only'))
}

/** Accounts, offices and access are the auditor's alone. */
export function auditNounsOf(actor: Actor): readonly AuditNoun[] {
  return holds(actor, 'auditor') ? auditNouns : trip
}

/** Whether drafts that were never submitted have rows here, without their titles: only where everything has. */
export function seesWholeAudit(actor: Actor): boolean {
  return holds(actor, 'auditor')
}

/** 查看联系方式: an officer who says why; the person reads later that it was done. */
export function canSeeContact(actor: Actor): Verdict {
  const officer = holds(actor, 'handler', 'approver', 'auditor', 'administrator')
  return all(isSignedIn(actor), when(officer, 'officer.only'))
}
