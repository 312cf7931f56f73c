import type { PartRecord } from '#db/queries/solution-parts.ts'
import type { SolutionRecord } from '#db/queries/solutions.ts'
import { findSolution } from '#db/queries/solutions.ts'
import { isPublicProduct } from '#domain/products/policy.ts'
import type { SolutionId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { PartFacts } from '#domain/solutions/parts.ts'
import type { SolutionFacts } from '#domain/solutions/policy.ts'
import { canSeeSolution } from '#domain/solutions/policy.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf({ solution, asked }: Pick<SolutionRecord, 'solution' | 'asked'>): SolutionFacts {
  const { id, status, organizationId, publishedVersionId } = solution
  return { id, status, organizationId, hasPublishedVersion: publishedVersionId !== null, asked }
}

/** The solution with its latest version, as far as this actor may see it: unknown and foreign ids answer 404. */
export async function loadSolution(ctx: Context, id: unknown): Promise<SolutionRecord> {
  const solutionId = found(parseId<SolutionId>(id), 'solution.unknown')
  const record = found(await findSolution(ctx.db, solutionId), 'solution.unknown')
  permit(canSeeSolution(ctx.actor, factsOf(record)))
  return record
}

export function partFacts({ product, pinned, consent }: PartRecord): PartFacts {
  const hasPublishedVersion = product.publishedVersionId !== null
  return {
    name: pinned.name,
    isPublic: isPublicProduct({ status: product.status, hasPublishedVersion }),
    consent: consent?.status ?? null,
  }
}

/** One version as it is decided on: what was written, and which version of each product it means. */
export function solutionContent(
  { version, content }: { version: number; content: SolutionDraft },
  parts: readonly PartRecord[],
) {
  const pinned = parts.map(({ part, pinned: its }) => ({
    productId: part.productId,
    version: its.version,
    quantity: part.quantity,
    role: part.role,
  }))
  return { version, ...content, pinned }
}
