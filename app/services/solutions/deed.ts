import { isSignedIn } from '#domain/organizations/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { SolutionId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { SolutionFacts } from '#domain/solutions/policy.ts'
import {
  canReviewSolution,
  canReviseSolution,
  canSubmitSolution,
  canWithdrawSolution,
} from '#domain/solutions/policy.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadSolution } from './load.ts'

const verdicts: Record<SolutionDeedPage, (actor: Actor, solution: SolutionFacts) => Verdict> = {
  submission: canSubmitSolution,
  publication: canReviewSolution,
  return: canReviewSolution,
  withdrawal: canWithdrawSolution,
  revision: canReviseSolution,
}
export type SolutionDeedPage = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface SolutionDeedSheet {
  id: SolutionId
  rev: number
  number: string | null
  name: string
  formKey: string
  can: Verdict
}

/** What the page of one deed shows before it is done. */
export async function solutionDeed(
  ctx: Context,
  id: unknown,
  deed: SolutionDeedPage,
): Promise<SolutionDeedSheet> {
  const loaded = await loadSolution(ctx, id)
  permit(isSignedIn(ctx.actor))
  const { solution, version } = loaded
  const { rev, number } = solution
  const can = verdicts[deed](ctx.actor, factsOf(loaded))
  return { id: solution.id, rev, number, name: version.name, formKey: newFormKey(), can }
}
