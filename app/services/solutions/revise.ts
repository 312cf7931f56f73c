import { z } from 'zod'
import { listParts, replaceParts } from '#db/queries/solution-parts.ts'
import { insertSolutionVersion, patchSolution } from '#db/queries/solutions.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { SolutionVersionId } from '#domain/shared/ids.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import { canReviseSolution } from '#domain/solutions/policy.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { factsOf, loadSolution } from './load.ts'

export const ReviseSolution = z.object({ id: id.solution, rev, formKey })
export type ReviseSolution = z.infer<typeof ReviseSolution>

/** 修订: version n+1 starts as a copy of version n with its parts; version n stays public meanwhile. */
export async function reviseSolution(ctx: Context, input: ReviseSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key } = ReviseSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canReviseSolution(ctx.actor, factsOf(loaded)))
  const step = {
    lifecycle: solutionLifecycle,
    id: solutionId,
    from: solution.status,
    deed: 'revise' as const,
  }
  await carryOut(ctx, { ...step, rev: shown, formKey: key }, async tx => {
    const versionId = newId<SolutionVersionId>()
    const { content, name } = version
    const next = { id: versionId, solutionId, version: version.version + 1, content, name }
    await insertSolutionVersion(tx, { ...next, createdBy: accountIdOf(ctx.actor) })
    const parts = await listParts(tx, solutionId, version.id)
    await replaceParts(
      tx,
      versionId,
      parts.map(({ part: { versionId: _, ...row } }) => row),
    )
    await patchSolution(tx, solutionId, { latestVersionId: versionId })
  })
}
