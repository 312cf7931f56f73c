import { z } from 'zod'
import { decimal, text } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { WeightsProposalId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { checkSums, contentFrom, weightsShape } from '#domain/weights/form.ts'
import { canProposeWeights } from '#domain/weights/policy.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { fileProposal } from './file.ts'

/** The weights in full, with the version that the form started from. Its key becomes the proposal's id. */
export const ProposeWeights = z
  .object({
    formKey,
    basedOn: decimal({ min: 1, max: 2 ** 31 - 1, integer: true }),
    /** Why; public with the version. */
    grounds: text({ min: 10, max: 1000 }),
    ...weightsShape,
  })
  .superRefine(checkSums)
export type ProposeWeights = z.input<typeof ProposeWeights>

/** 提出权重修改: on the version in force; a form that started from an older one is told so and keeps what was typed. */
export function proposeWeights(ctx: Context, input: ProposeWeights): Promise<{ id: WeightsProposalId }> {
  const { formKey: key, basedOn, grounds, ...typed } = ProposeWeights.parse(input)
  permit(canProposeWeights(ctx.actor))
  const filing = {
    id: brand<WeightsProposalId>(key),
    origin: 'officer' as const,
    content: contentFrom(typed),
    basedOn,
    grounds,
  }
  return inTransaction(ctx, tx => fileProposal(tx, ctx, filing))
}
