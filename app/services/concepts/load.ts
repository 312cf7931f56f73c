import type { ProposalRecord } from '#db/queries/concepts.ts'
import { findProposal } from '#db/queries/concepts.ts'
import type { ProposalFacts } from '#domain/concepts/policy.ts'
import { canSeeProposal } from '#domain/concepts/policy.ts'
import type { ConceptProposalId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export async function loadProposal(ctx: Context, id: unknown): Promise<ProposalRecord> {
  permit(canSeeProposal(ctx.actor))
  const proposalId = found(parseId<ConceptProposalId>(id), 'concept.unknown')
  return found(await findProposal(ctx.db, proposalId), 'concept.unknown')
}

export function factsOf({ status, proposedBy }: ProposalRecord['proposal']): ProposalFacts {
  return { status, proposedBy }
}
