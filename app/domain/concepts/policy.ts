import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds } from '../shared/actor.ts'
import type { AccountId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { ConceptStatus } from './lifecycle.ts'

export interface ProposalFacts {
  status: ConceptStatus
  proposedBy: AccountId
}

/** The table itself is public; what is proposed for it is read by those who decide and those who check them. */
export function canSeeProposals(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'handler', 'approver', 'auditor'), 'officer.only'))
}

/** One of them: to anybody else it does not exist. */
export function canSeeProposal(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(canSeeProposals(actor).ok, 'concept.unknown'))
}

export function canProposeConcept(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'handler', 'approver'), 'officer.only'))
}

const waits = ({ status }: ProposalFacts) => when(status === 'proposed', 'concept.decided')

/** 复核: four eyes, so never the officer who proposed it. */
export function canReviewConcept(actor: Actor, proposal: ProposalFacts): Verdict {
  return all(canProposeConcept(actor), waits(proposal), when(!isOwn(actor, proposal), 'concept.ownProposal'))
}

export function canWithdrawConcept(actor: Actor, proposal: ProposalFacts): Verdict {
  return all(
    canProposeConcept(actor),
    waits(proposal),
    when(isOwn(actor, proposal), 'concept.othersProposal'),
  )
}

function isOwn(actor: Actor, { proposedBy }: ProposalFacts): boolean {
  return actor.kind === 'person' && actor.accountId === proposedBy
}
