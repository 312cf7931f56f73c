import type { z } from 'zod'
import { setVersionContent, touchProduct } from '#db/queries/products.ts'
import { canEditProduct } from '#domain/products/policy.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { columnsOf } from './columns.ts'
import { factsOf, loadProduct } from './load.ts'

export const EditProduct = ProductDraft.safeExtend({ id: id.product, rev, formKey })
export type EditProduct = z.infer<typeof EditProduct>

/** Rewrites the unpublished version at the revision its page showed; published versions are out of reach. */
export async function editProduct(ctx: Context, input: EditProduct): Promise<{ id: ProductId }> {
  const { id: productId, rev: shown, formKey: key, ...content } = EditProduct.parse(input)
  const { product, version } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return { id: productId }
  await permitFresh(ctx.db, 'product', { ...product, shown }, canEditProduct(ctx.actor, factsOf(product)))
  return inTransaction(ctx, async tx => {
    const versionId = await touchProduct(tx, { id: productId, rev: shown })
    if (versionId) {
      const written = await setVersionContent(tx, versionId, columnsOf(content))
      if (!written) throw new Refusal('conflict', 'product.versionPublished')
      await record(tx, ctx, {
        noun: 'product',
        id: productId,
        deed: 'edit',
        from: product.status,
        to: product.status,
        formKey: key,
        before: version.content,
        after: content,
      })
    } else if (!(await alreadyDone(tx, productId, key))) {
      throw await conflict(tx, 'product', productId)
    }
    return { id: productId }
  })
}
