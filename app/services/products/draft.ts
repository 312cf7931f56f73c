import type { z } from 'zod'
import { findProduct, insertProduct, insertVersion } from '#db/queries/products.ts'
import { canDraftProduct } from '#domain/products/policy.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { ProductId, ProductVersionId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { columnsOf } from './columns.ts'

/** The form's key becomes the product's id, so the same form sent twice makes one draft. */
export const DraftProduct = ProductDraft.safeExtend({ formKey })
export type DraftProduct = z.infer<typeof DraftProduct>

/** Starts a product and its version 1 for the firm the actor acts for; drafting needs no verification. */
export async function draftProduct(ctx: Context, input: DraftProduct): Promise<{ id: ProductId }> {
  const { formKey: key, ...content } = DraftProduct.parse(input)
  const membership = actsFor(ctx.actor, 'publishProducts')
  permit(canDraftProduct(ctx.actor, membership?.organizationId ?? null))
  const { organizationId, source } = found(membership, 'product.unknown')
  const productId = brand<ProductId>(key)
  const versionId = newId<ProductVersionId>()
  return inTransaction(ctx, async tx => {
    if (await insertProduct(tx, { id: productId, organizationId, source, latestVersionId: versionId })) {
      const createdBy = accountIdOf(ctx.actor)
      await insertVersion(tx, { id: versionId, productId, version: 1, createdBy, ...columnsOf(content) })
      await record(tx, ctx, {
        noun: 'product',
        id: productId,
        deed: 'draft',
        from: null,
        to: 'draft',
        after: content,
      })
      return { id: productId }
    }
    const first = found(await findProduct(tx, productId), 'product.unknown')
    if (first.product.organizationId !== organizationId) throw new Refusal('notFound', 'product.unknown')
    return { id: productId }
  })
}
