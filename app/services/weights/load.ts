import type { WeightsProposalRecord } from '#db/queries/match-weights.ts'
import { findWeightsProposal } from '#db/queries/match-weights.ts'
import type { WeightsProposalId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { WeightsProposalFacts } from '#domain/weights/policy.ts'
import { canSeeWeightsProposal } from '#domain/weights/policy.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export async function loadProposal(ctx: Context, id: unknown): Promise<WeightsProposalRecord> {
  permit(canSeeWeightsProposal(ctx.actor))
  const proposalId = found(parseId<WeightsProposalId>(id), 'weights.unknown')
  return found(await findWeightsProposal(ctx.db, proposalId), 'weights.unknown')
}

export function factsOf({ status, proposedBy }: WeightsProposalRecord['proposal']): WeightsProposalFacts {
  return { status, proposedBy }
}
