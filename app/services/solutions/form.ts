import { lastReturn } from '#db/queries/reviews.ts'
import { listNumberedProductsOf } from '#db/queries/solution-parts.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { OrganizationId, SolutionId } from '#domain/shared/ids.ts'
import { canDraftSolution, canEditSolution } from '#domain/solutions/policy.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { type ReturnedView, returnedView } from '../review/return.ts'
import { factsOf, loadSolution } from './load.ts'

/** So many of one's own products are offered while the number is typed; any other number can be typed too. */
const offered = 50

/** What the form starts from: a blank sheet, or an unpublished version at the revision it was read. */
export interface SolutionSheet {
  formKey: string
  draft: {
    id: SolutionId
    rev: number
    number: string | null
    name: string
    version: number
    content: SolutionDraft
    /** Why the bureau sent it back. */
    returned: ReturnedView | null
  } | null
  organization: string
  own: { number: string; name: string }[]
}

/** Whether to offer the reader a blank form. */
export function canStartSolution(ctx: Context): boolean {
  return canDraftSolution(ctx.actor, actsFor(ctx.actor, 'publishProducts')?.organizationId ?? null).ok
}

export async function newSolutionSheet(ctx: Context): Promise<SolutionSheet> {
  const membership = actsFor(ctx.actor, 'publishProducts')
  permit(canDraftSolution(ctx.actor, membership?.organizationId ?? null))
  const own = membership ? await ownProducts(ctx, membership.organizationId) : []
  return { formKey: newFormKey(), draft: null, organization: membership?.name ?? '', own }
}

export async function solutionSheet(ctx: Context, id: unknown): Promise<SolutionSheet> {
  const loaded = await loadSolution(ctx, id)
  const { solution, version, organization } = loaded
  permit(canEditSolution(ctx.actor, factsOf(loaded)))
  const { id: solutionId, rev, number, status } = solution
  const { name, version: nth, content } = version
  const last = status === 'returned' ? await lastReturn(ctx.db, solutionId) : null
  return {
    formKey: newFormKey(),
    draft: { id: solutionId, rev, number, name, version: nth, content, returned: last && returnedView(last) },
    organization: organization.name,
    own: await ownProducts(ctx, organization.id),
  }
}

async function ownProducts(ctx: Context, id: OrganizationId) {
  const rows = await listNumberedProductsOf(ctx.db, [id], offered)
  return rows.flatMap(({ number, name }) => (number ? [{ number, name }] : []))
}
