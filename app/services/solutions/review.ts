import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { listParts, patchSolution, stampSolutionVersion } from '#db/queries/solutions.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { solutionLifecycle } from '#domain/solutions/lifecycle.ts'
import { partsReady } from '#domain/solutions/parts.ts'
import { canReviewSolution } from '#domain/solutions/policy.ts'
import type { Context } from '../context.ts'
import { demand } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { factsOf, loadSolution, partFacts, solutionContent } from './load.ts'

export const PublishSolution = z.object({ id: id.solution, rev, formKey })
export type PublishSolution = z.infer<typeof PublishSolution>

/** 同意发布: asked once more whether every product is there and every firm agrees, then the version is stamped. */
export async function publishSolution(ctx: Context, input: PublishSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key } = PublishSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canReviewSolution(ctx.actor, factsOf(loaded)))
  const parts = await listParts(ctx.db, solutionId, version.id)
  demand(partsReady(parts.map(partFacts)))
  const step = { lifecycle: solutionLifecycle, id: solutionId, from: solution.status, deed: 'publish' as const }
  const after = solutionContent(version, parts)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    // An answer taken back in the meantime counts.
    demand(partsReady((await listParts(tx, solutionId, version.id)).map(partFacts)))
    await stampSolutionVersion(tx, version.id, ctx.now)
    await patchSolution(tx, solutionId, { publishedVersionId: version.id, publishedAt: ctx.now })
    await tell(tx, await membersOf(tx, [solution.organizationId]), {
      event: 'solution.published',
      noun: 'solution',
      id: solutionId,
      params: { title: version.name, version: version.version },
      key: `solution.published:${key}`,
    })
  })
}

export const ReturnSolution = PublishSolution.extend({ reason: text({ min: 4, max: 1000 }) })
export type ReturnSolution = z.infer<typeof ReturnSolution>

/** 退回: with a reason that the firm reads. A version that is public already stays public. */
export async function returnSolution(ctx: Context, input: ReturnSolution): Promise<void> {
  const { id: solutionId, rev: shown, formKey: key, reason } = ReturnSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canReviewSolution(ctx.actor, factsOf(loaded)))
  const step = { lifecycle: solutionLifecycle, id: solutionId, from: solution.status, deed: 'return' as const }
  const after = solutionContent(version, await listParts(ctx.db, solutionId, version.id))
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await tell(tx, await membersOf(tx, [solution.organizationId]), {
      event: 'solution.returned',
      noun: 'solution',
      id: solutionId,
      params: { title: version.name, reason },
      key: `solution.returned:${key}`,
    })
  })
}
