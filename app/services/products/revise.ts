import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import type { ProductRecord } from '#db/queries/products.ts'
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
import { hasRevision } from './hold.ts'
import { factsOf, loadProduct } from './load.ts'

export const ReviseProduct = z.object({ id: id.product, rev, formKey })
export type ReviseProduct = z.infer<typeof ReviseProduct>

/**
 * 修订: version n+1 starts as a copy of version n, which stays public and pinned by its bids. Out of a suspension the
 * hidden version is given up for the public, so that the product comes back by the review of its next version and
 * not before; bids keep the version they pinned.
 */
export async function reviseProduct(ctx: Context, input: ReviseProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = ReviseProduct.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canReviseProduct(ctx.actor, factsOf(product)))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'revise' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key }, async tx => {
    if (product.status === 'suspended') await patchProduct(tx, productId, { publishedVersionId: null })
    // A revision that rested with the suspension goes on.
    if (!hasRevision(product)) await nextVersion(tx, ctx, record)
  })
}

async function nextVersion(tx: Tx, ctx: Context, { product, version }: ProductRecord): Promise<void> {
  const versionId = newId<ProductVersionId>()
  await insertVersion(tx, {
    id: versionId,
    productId: product.id,
    version: version.version + 1,
    createdBy: accountIdOf(ctx.actor),
    ...columnsOf(version.content),
  })
  await patchProduct(tx, product.id, { latestVersionId: versionId })
}
