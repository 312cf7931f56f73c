import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { patchProduct, stampVersion } from '#db/queries/products.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canReviewProduct } from '#domain/products/policy.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexProduct } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { productContent } from './content.ts'
import { factsOf, loadProduct } from './load.ts'

export const PublishProduct = z.object({ id: id.product, rev, formKey })
export type PublishProduct = z.infer<typeof PublishProduct>

/** 同意发布: the latest version is stamped and becomes what the public, the index and new bids see. */
export async function publishProduct(ctx: Context, input: PublishProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = PublishProduct.parse(input)
  const { product, version } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canReviewProduct(ctx.actor, factsOf(product)))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'publish' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after: productContent(version) }, async tx => {
    const publishedAt = ctx.now
    await stampVersion(tx, version.id, publishedAt)
    await patchProduct(tx, productId, { publishedVersionId: version.id, publishedAt })
    await indexProduct(tx, ctx, productId)
    await tell(tx, await membersOf(tx, [product.organizationId]), {
      event: 'product.published',
      noun: 'product',
      id: productId,
      params: { title: version.name, version: version.version },
      key: `product.published:${key}`,
    })
  })
}

export const ReturnProduct = PublishProduct.extend({ reason: text({ min: 4, max: 1000 }) })
export type ReturnProduct = z.infer<typeof ReturnProduct>

/** 退回: with a reason that the firm reads. A version that is public already stays public. */
export async function returnProduct(ctx: Context, input: ReturnProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key, reason } = ReturnProduct.parse(input)
  const { product, version } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canReviewProduct(ctx.actor, factsOf(product)))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'return' as const }
  await carryOut(
    ctx,
    { ...step, rev: shown, formKey: key, reason, after: productContent(version) },
    async tx => {
      await tell(tx, await membersOf(tx, [product.organizationId]), {
        event: 'product.returned',
        noun: 'product',
        id: productId,
        params: { title: version.name, reason },
        key: `product.returned:${key}`,
      })
    },
  )
}
