import { z } from 'zod'
import { listParts } from '#db/queries/solution-parts.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import { canWithdrawSolution } from '#domain/solutions/policy.ts'
import type { Context } from '../context.ts'
import { indexSolution } from '../search/sync.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { factsOf, loadSolution, solutionContent } from './load.ts'

export const WithdrawSolution = z.object({ id: id.solution, rev, formKey })
export type WithdrawSolution = z.infer<typeof WithdrawSolution>

/** 撤回: gone from the public pages for good. */
export async function withdrawSolution(ctx: Context, input: WithdrawSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key } = WithdrawSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(
    ctx.db,
    'solution',
    { ...solution, shown },
    canWithdrawSolution(ctx.actor, factsOf(loaded)),
  )
  const step = {
    lifecycle: solutionLifecycle,
    id: solutionId,
    from: solution.status,
    deed: 'withdraw' as const,
  }
  // What was never put before anybody stays out of the log.
  const parts = solution.status === 'draft' ? null : await listParts(ctx.db, solutionId, version.id)
  const after = parts ? solutionContent(version, parts) : undefined
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, tx => indexSolution(tx, ctx, solutionId))
}
