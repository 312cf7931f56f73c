import { lastReturn } from '#db/queries/reviews.ts'
import { canSubmitAs } from '#domain/organizations/policy.ts'
import type { MeasuredMetric } from '#domain/products/evidence.ts'
import { canDraftProduct, canEditProduct, canSubmitProduct } from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { type ReturnedView, returnedView } from '../review/return.ts'
import { factsOf, loadProduct } from './load.ts'
import { measuredMetrics } from './proof.ts'

/** What the product form starts from: a blank sheet, or an unpublished version at the revision it was read. */
export interface ProductSheet {
  formKey: string
  draft: {
    id: ProductId
    rev: number
    number: string | null
    name: string
    version: number
    /** Whether an older version stays public meanwhile. */
    hasPublishedVersion: boolean
    content: ProductDraft
    /** Why the bureau sent it back. */
    returned: ReturnedView | null
  } | null
  organization: string
  canSubmit: Verdict
  /** Metrics of its accepted pilots: what may be named as 试点实测. */
  measured: MeasuredMetric[]
}

/** Whether to offer the reader a blank product form. */
export function canStartProduct(ctx: Context): boolean {
  return canDraftProduct(ctx.actor, actsFor(ctx.actor, 'publishProducts')?.organizationId ?? null).ok
}

export function newProductSheet(ctx: Context): ProductSheet {
  const membership = actsFor(ctx.actor, 'publishProducts')
  permit(canDraftProduct(ctx.actor, membership?.organizationId ?? null))
  return {
    formKey: newFormKey(),
    draft: null,
    organization: membership?.name ?? '',
    canSubmit: canSubmitAs(membership, 'publishProducts'),
    measured: [],
  }
}

export async function productSheet(ctx: Context, id: unknown): Promise<ProductSheet> {
  const { product, version, organization } = await loadProduct(ctx, id)
  permit(canEditProduct(ctx.actor, factsOf(product)))
  const { id: productId, rev, number, status, publishedVersionId } = product
  const last = status === 'returned' ? await lastReturn(ctx.db, productId) : null
  return {
    formKey: newFormKey(),
    draft: {
      ...{ id: productId, rev, number, name: version.name, version: version.version },
      hasPublishedVersion: publishedVersionId !== null,
      content: version.content,
      returned: last && returnedView(last),
    },
    organization: organization.name,
    canSubmit: canSubmitProduct(ctx.actor, factsOf(product)),
    measured: await measuredMetrics(ctx, productId),
  }
}
