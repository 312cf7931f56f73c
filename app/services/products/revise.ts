import { z } from 'zod'
import { insertVersion, patchProduct } from '#db/queries/products.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canReviseProduct } from '#domain/products/policy.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ProductVersionId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { columnsOf } from './columns.ts'
import { factsOf, loadProduct } from './load.ts'

export const ReviseProduct = z.object({ id: id.product, rev, formKey })
export type ReviseProduct = z.infer<typeof ReviseProduct>

/** 修订: version n+1 starts as a copy of version n, which stays public and pinned by its bids. */
export async function reviseProduct(ctx: Context, input: ReviseProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = ReviseProduct.parse(input)
  const { product, version } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canReviseProduct(ctx.actor, factsOf(product)))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'revise' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key }, async tx => {
    const versionId = newId<ProductVersionId>()
    await insertVersion(tx, {
      id: versionId,
      productId,
      version: version.version + 1,
      createdBy: accountIdOf(ctx.actor),
      ...columnsOf(version.content),
    })
    await patchProduct(tx, productId, { latestVersionId: versionId })
  })
}
