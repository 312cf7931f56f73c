import { isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds } from '../shared/actor.ts'
import type { AccountId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, no, ok, when } from '../shared/verdict.ts'
import { changesBetween, type WeightsContent } from './content.ts'
import type { WeightsStatus } from './lifecycle.ts'

/** Who made a change: an officer by judgement, or the platform out of what was recorded, at an officer's wish. */
export const weightsOrigins = ['officer', 'learned'] as const
export type WeightsOrigin = (typeof weightsOrigins)[number]

/** The offices that propose and publish. What is public says the office, never the name. */
export const weightsOffices = ['handler', 'approver'] as const
export type WeightsOffice = (typeof weightsOffices)[number]

export interface WeightsProposalFacts {
  status: WeightsStatus
  proposedBy: AccountId
}

/** Versions are public; what is proposed is read by those who decide and those who check them. */
export function canSeeWeightsProposals(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'handler', 'approver', 'auditor'), 'officer.only'))
}

/** One of them: to anybody else it does not exist. */
export function canSeeWeightsProposal(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(canSeeWeightsProposals(actor).ok, 'weights.unknown'))
}

export function canProposeWeights(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'handler', 'approver'), 'officer.only'))
}

const waits = ({ status }: WeightsProposalFacts) => when(status === 'proposed', 'weights.decided')

/** 复核: four eyes, so never the officer who proposed it, also where the figures were learned. */
export function canReviewWeights(actor: Actor, proposal: WeightsProposalFacts): Verdict {
  return all(canProposeWeights(actor), waits(proposal), when(!isOwn(actor, proposal), 'weights.ownProposal'))
}

export function canWithdrawWeights(actor: Actor, proposal: WeightsProposalFacts): Verdict {
  return all(
    canProposeWeights(actor),
    waits(proposal),
    when(isOwn(actor, proposal), 'weights.othersProposal'),
  )
}

/** The office in which somebody acts; who holds both proposes as 经办 and publishes as 复核. */
export function officeOf(actor: Actor, preferred: WeightsOffice): WeightsOffice {
  if (holds(actor, preferred)) return preferred
  return preferred === 'handler' ? 'approver' : 'handler'
}

/** A proposal replaces all weights, so it is published only on the version that it was made from. */
export function fitsBase({ basedOn }: { basedOn: number }, inForce: number): Verdict {
  return when(basedOn === inForce, 'weights.otherBase', { basedOn, inForce })
}

export function changesSomething(before: WeightsContent, after: WeightsContent): Verdict {
  return changesBetween(before, after).length > 0 ? ok : no('weights.nothingChanged')
}

function isOwn(actor: Actor, { proposedBy }: WeightsProposalFacts): boolean {
  return actor.kind === 'person' && actor.accountId === proposedBy
}
