import { canDraftAs, canSubmitAs, isSignedIn } from '../organizations/policy.ts'
import { type Actor, actsFor, isMember, type Membership, membershipOf } from '../shared/actor.ts'
import type { OrganizationId } from '../shared/ids.ts'
import { all, type Verdict, when } from '../shared/verdict.ts'
import type { ImportNoun } from './column.ts'
import type { ImportStatus } from './states.ts'

export interface ImportFacts {
  organizationId: OrganizationId
  status: ImportStatus
}

/** The organisation whose drafts an import of this noun makes: the one that a form of the same kind would. */
export function importsFor(actor: Actor, noun: ImportNoun): Membership | null {
  return actsFor(actor, noun === 'scenario' ? 'publishScenarios' : 'publishProducts')
}

/** 批量导入: whoever may draft one may draft many; drafting needs no verification. */
export function canImport(actor: Actor, organizationId: OrganizationId | null): Verdict {
  return all(isSignedIn(actor), canDraftAs(organizationId ? membershipOf(actor, organizationId) : null))
}

/** A file holds drafts: only the organisation's own people know of it. */
export function canSeeImport(actor: Actor, { organizationId }: ImportFacts): Verdict {
  return all(isSignedIn(actor), when(isMember(actor, organizationId), 'import.unknown'))
}

/** 一并提交: whoever may submit one may submit many. */
export function canSubmitImported(
  actor: Actor,
  { organizationId }: ImportFacts,
  noun: Exclude<ImportNoun, 'deployment'>,
): Verdict {
  const capability = noun === 'scenario' ? 'publishScenarios' : 'publishProducts'
  return all(isSignedIn(actor), canSubmitAs(membershipOf(actor, organizationId), capability))
}

/** Choosing rows, mending them and starting: while nothing runs. */
export function canSteerImport(actor: Actor, { organizationId, status }: ImportFacts): Verdict {
  return all(canImport(actor, organizationId), when(status !== 'running', 'import.running'))
}

export function canCancelImport(actor: Actor, { organizationId, status }: ImportFacts): Verdict {
  return all(canImport(actor, organizationId), when(status === 'running', 'import.notRunning'))
}
