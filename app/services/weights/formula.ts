import { z } from 'zod'
import { findWeightsVersion, newestWeights } from '#db/queries/match-weights.ts'
import { builtInWeights, type Weights } from '#domain/matching/weights.ts'
import { weightsOf } from '#domain/weights/content.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'

/** `?version=`; nothing there means the version in force. */
export const FormulaQuery = z.object({
  version: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31 - 1)
    .optional()
    .catch(undefined),
})
export type FormulaQuery = z.infer<typeof FormulaQuery>

export interface FormulaShown {
  weights: Weights
  /** Null for the weights that the platform began with. */
  since: Date | null
  /** When the next version took its place; null while it is in force. */
  until: Date | null
  inForce: number
}

// public: the formula is everybody's to read, with the weights of every version
export async function showFormula(ctx: Context, { version }: FormulaQuery): Promise<FormulaShown> {
  const newest = await newestWeights(ctx.db)
  const inForce = newest?.version ?? builtInWeights.version
  const number = version ?? inForce
  if (!newest && number === inForce) return { weights: builtInWeights, since: null, until: null, inForce }
  const [row, next] = await Promise.all([
    findWeightsVersion(ctx.db, number),
    number === inForce ? null : findWeightsVersion(ctx.db, number + 1),
  ])
  const { content, proposalId, publishedAt } = found(row, 'weights.unknownVersion')
  return {
    weights: weightsOf(number, content),
    since: proposalId ? publishedAt : null,
    until: next?.publishedAt ?? null,
    inForce,
  }
}
