import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canResumeProduct, resumption } from '#domain/products/suspension.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexProduct } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { productContent } from './content.ts'
import { hasRevision, heldProduct, shownVersion } from './hold.ts'
import { loadProduct } from './load.ts'

export const ResumeProduct = z.object({ id: id.product, rev, formKey })
export type ResumeProduct = z.infer<typeof ResumeProduct>

/**
 * 恢复展示: the version that was on show is on show again. A revision that was under way goes on as a draft, also where it
 * had been submitted: what is reviewed is what its firm sends after the suspension.
 */
export async function resumeProduct(ctx: Context, input: ResumeProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = ResumeProduct.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  const held = await heldProduct(ctx.db, product)
  await permitFresh(ctx.db, 'product', { ...product, shown }, canResumeProduct(ctx.actor, held))
  const version = await shownVersion(ctx.db, record)
  const deed = resumption({ hasRevision: hasRevision(product) })
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed }
  const after = productContent(version)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, async tx => {
    await indexProduct(tx, ctx, productId)
    // What its own people have done they need not be told.
    if (held.hold?.by !== 'bureau') return
    await tell(tx, await membersOf(tx, [product.organizationId]), {
      event: 'product.lifted',
      noun: 'product',
      id: productId,
      params: { title: version.name },
      key: `product.lifted:${key}`,
    })
  })
}
