import type { z } from 'zod'
import { listParts } from '#db/queries/solution-parts.ts'
import { setSolutionContent, touchSolution } from '#db/queries/solutions.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { SolutionId } from '#domain/shared/ids.ts'
import { canEditSolution } from '#domain/solutions/policy.ts'
import { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { factsOf, loadSolution } from './load.ts'
import { writeParts } from './parts.ts'

export const EditSolution = SolutionDraft.safeExtend({ id: id.solution, rev, formKey })
export type EditSolution = z.infer<typeof EditSolution>

/** Rewrites the unpublished version at the revision its page showed, and pins its products anew. */
export async function editSolution(ctx: Context, input: EditSolution): Promise<{ id: SolutionId }> {
  const { id: solutionId, rev: shown, formKey: key, ...content } = EditSolution.parse(input)
  const loaded = await loadSolution(ctx, solutionId)
  const { solution, version, organization } = loaded
  if (await alreadyDone(ctx.db, solutionId, key)) return { id: solutionId }
  await permitFresh(ctx.db, 'solution', { ...solution, shown }, canEditSolution(ctx.actor, factsOf(loaded)))
  const status = solution.status === 'returned' ? 'returned' : 'draft'
  return inTransaction(ctx, async tx => {
    const before = await listParts(tx, solutionId, version.id)
    const versionId = await touchSolution(tx, { id: solutionId, rev: shown })
    if (versionId) {
      const written = await setSolutionContent(tx, versionId, { content, name: content.name ?? '' })
      if (!written) throw new Refusal('conflict', 'solution.versionPublished')
      const deed = { noun: 'solution', id: solutionId, deed: 'edit', from: status, to: status }
      await record(tx, ctx, { ...deed, formKey: key, before: version.content, after: content })
      await writeParts(tx, ctx, {
        ...{ id: solutionId, versionId, status, content, before, formKey: key },
        organization: { id: organization.id, name: organization.name },
      })
    } else if (!(await alreadyDone(tx, solutionId, key))) {
      throw await conflict(tx, 'solution', solutionId)
    }
    return { id: solutionId }
  })
}
