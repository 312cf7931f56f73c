import { canDraftAs, canSubmitAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf } from '../shared/actor.ts'
import type { OrganizationId, SolutionId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, ok, when } from '../shared/verdict.ts'
import type { SolutionStatus } from './lifecycle.ts'

export interface SolutionFacts {
  id: SolutionId
  status: SolutionStatus
  organizationId: OrganizationId
  /** Whether some version of it has been published. */
  hasPublishedVersion: boolean
  /** Firms whose products it names and who were asked to confirm. */
  asked: readonly OrganizationId[]
}

/** The published version stays public while a newer one is drafted and reviewed. */
export function isPublicSolution(solution: Pick<SolutionFacts, 'status' | 'hasPublishedVersion'>): boolean {
  return solution.hasPublishedVersion && solution.status !== 'withdrawn'
}

/** Its firm, the firms that have to confirm a part, and the bureau once it is submitted. */
export function canSeeSolution(actor: Actor, solution: SolutionFacts): Verdict {
  if (isPublicSolution(solution) || readsDraft(actor, solution)) return ok
  const officer = holds(actor, 'handler', 'approver', 'auditor')
  return when(officer && solution.status !== 'draft', 'solution.unknown')
}

/** Whether the latest version is this reader's before it is submitted. */
export function readsDraft(actor: Actor, { organizationId, asked }: SolutionFacts): boolean {
  return isMember(actor, organizationId) || asked.some(id => isMember(actor, id))
}

export function canDraftSolution(actor: Actor, organizationId: OrganizationId | null): Verdict {
  return all(isSignedIn(actor), canDraftAs(organizationId ? membershipOf(actor, organizationId) : null))
}

const editable = ({ status }: SolutionFacts) =>
  when(status === 'draft' || status === 'returned', 'solution.notEditable')

export function canEditSolution(actor: Actor, solution: SolutionFacts): Verdict {
  return all(isSignedIn(actor), canDraftAs(membershipOf(actor, solution.organizationId)), editable(solution))
}

export function canSubmitSolution(actor: Actor, solution: SolutionFacts): Verdict {
  return all(
    isSignedIn(actor),
    canSubmitAs(membershipOf(actor, solution.organizationId), 'publishProducts'),
    editable(solution),
  )
}

export function canReviseSolution(actor: Actor, solution: SolutionFacts): Verdict {
  return all(
    isSignedIn(actor),
    canDraftAs(membershipOf(actor, solution.organizationId)),
    when(solution.status === 'published', 'solution.notRevisable'),
  )
}

export function canWithdrawSolution(actor: Actor, solution: SolutionFacts): Verdict {
  const duty = solution.status === 'draft' || solution.status === 'returned' ? 'draft' : 'publish'
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, solution.organizationId), duty),
    when(solution.status !== 'withdrawn', 'solution.alreadyWithdrawn'),
  )
}

/** 方案审核: an officer who belongs neither to the firm nor to one whose product is in it. */
export function canReviewSolution(actor: Actor, solution: SolutionFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver'), 'officer.only'),
    when(!readsDraft(actor, solution), 'officer.ownOrganization'),
    when(!isRecused(actor, solution.id), 'officer.recused'),
    when(solution.status === 'submitted', 'solution.notWaitingForReview'),
  )
}

/** 确认供货: whoever publishes for the firm whose product it is; it may be taken back as long as the solution lives. */
export function canAnswerConsent(
  actor: Actor,
  { solution, organizationId }: { solution: SolutionFacts; organizationId: OrganizationId },
): Verdict {
  return all(
    isSignedIn(actor),
    when(isMember(actor, organizationId), 'solution.unknown'),
    canWorkAs(membershipOf(actor, organizationId), 'publish'),
    when(solution.status !== 'withdrawn', 'solution.alreadyWithdrawn'),
  )
}
