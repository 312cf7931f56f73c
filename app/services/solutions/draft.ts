import type { z } from 'zod'
import { findSolution, insertSolution, insertSolutionVersion } from '#db/queries/solutions.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { SolutionId, SolutionVersionId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { canDraftSolution } from '#domain/solutions/policy.ts'
import { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { writeParts } from './parts.ts'

/** The form's key becomes the solution's id, so the same form sent twice makes one draft. */
export const DraftSolution = SolutionDraft.safeExtend({ formKey })
export type DraftSolution = z.infer<typeof DraftSolution>

/** Starts a solution and its version 1 for the firm the actor acts for, and asks the firms whose products it names. */
export async function draftSolution(ctx: Context, input: DraftSolution): Promise<{ id: SolutionId }> {
  const { formKey: key, ...content } = DraftSolution.parse(input)
  const membership = actsFor(ctx.actor, 'publishProducts')
  permit(canDraftSolution(ctx.actor, membership?.organizationId ?? null))
  const { organizationId, name, source } = found(membership, 'solution.unknown')
  const id = brand<SolutionId>(key)
  const versionId = newId<SolutionVersionId>()
  return inTransaction(ctx, async tx => {
    if (await insertSolution(tx, { id, organizationId, source, latestVersionId: versionId })) {
      const words = { content, name: content.name ?? '' }
      const createdBy = accountIdOf(ctx.actor)
      await insertSolutionVersion(tx, { id: versionId, solutionId: id, version: 1, createdBy, ...words })
      await record(tx, ctx, { noun: 'solution', id, deed: 'draft', from: null, to: 'draft', after: content })
      const organization = { id: organizationId, name }
      await writeParts(tx, ctx, {
        ...{ id, versionId, organization, content, formKey: key },
        status: 'draft',
        before: [],
      })
      return { id }
    }
    const first = found(await findSolution(tx, id), 'solution.unknown')
    if (first.solution.organizationId !== organizationId) throw new Refusal('notFound', 'solution.unknown')
    return { id }
  })
}
