import { z } from 'zod'
import { findWeightsProposal } from '#db/queries/match-weights.ts'
import {
  type Evidence,
  evidenceOf,
  learnWeights,
  type Missing,
  missingOf,
  needed,
} from '#domain/matching/learning.ts'
import { decimal, text } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { WeightsProposalId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { canProposeWeights, canSeeWeightsProposals } from '#domain/weights/policy.ts'
import type { Context } from '../context.ts'
import { currentWeights } from '../matching/weights.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { fileProposal } from './file.ts'
import { type Recorded, recordedLists } from './recorded.ts'

export interface LearningPage {
  evidence: Evidence
  missing: Missing
  needed: typeof needed
  inForce: number
  may: Verdict
  formKey: string
}

/** 从使用中学习: what has been recorded, and what is still missing before anything can be learned from it. */
export async function showLearning(ctx: Context, read: Recorded = recordedLists): Promise<LearningPage> {
  permit(canSeeWeightsProposals(ctx.actor))
  const [weights, lists] = await Promise.all([currentWeights(ctx.db), read(ctx)])
  return {
    ...{ evidence: evidenceOf(lists, weights), missing: missingOf(lists, weights), needed },
    ...{ inForce: weights.version, may: canProposeWeights(ctx.actor), formKey: newFormKey() },
  }
}

export const LearnWeights = z.object({
  formKey,
  basedOn: decimal({ min: 1, max: 2 ** 31 - 1, integer: true }),
  grounds: text({ min: 10, max: 1000 }),
})
export type LearnWeights = z.input<typeof LearnWeights>

/**
 * 试算并提出: learns other weights from what was recorded and puts them on file as a proposal with the gain that they
 * had on later time. It goes the way of every proposal: another officer decides.
 */
export async function proposeLearned(
  ctx: Context,
  input: LearnWeights,
  read: Recorded = recordedLists,
): Promise<{ id: WeightsProposalId }> {
  const { formKey: key, basedOn, grounds } = LearnWeights.parse(input)
  permit(canProposeWeights(ctx.actor))
  const id = brand<WeightsProposalId>(key)
  const first = await findWeightsProposal(ctx.db, id)
  if (first && first.proposal.proposedBy === accountIdOf(ctx.actor)) return { id }
  const [weights, lists] = await Promise.all([currentWeights(ctx.db), read(ctx)])
  const learned = learnWeights(lists, weights)
  if (learned.kind === 'tooLittle')
    throw new Refusal('invalid', 'weights.tooLittle', { detail: { ...learned.missing } })
  if (learned.kind === 'nothing') throw new Refusal('invalid', 'weights.nothingLearned')
  const filing = {
    ...{ id, origin: 'learned' as const, basedOn, grounds },
    content: { ...learned.weights, unknownDiscount: weights.unknownDiscount },
    learned: { evidence: evidenceOf(lists, weights), lesson: learned.lesson },
  }
  return inTransaction(ctx, tx => fileProposal(tx, ctx, filing))
}
