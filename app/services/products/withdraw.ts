import { z } from 'zod'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canWithdrawProduct } from '#domain/products/policy.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexProduct } from '../search/sync.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { productContent } from './content.ts'
import { shownVersion } from './hold.ts'
import { factsOf, loadProduct } from './load.ts'

export const WithdrawProduct = z.object({ id: id.product, rev, formKey })
export type WithdrawProduct = z.infer<typeof WithdrawProduct>

/** 撤回: gone from the public pages and the index; bids and pilots keep the version they pinned. */
export async function withdrawProduct(ctx: Context, input: WithdrawProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = WithdrawProduct.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canWithdrawProduct(ctx.actor, factsOf(product)))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'withdraw' as const }
  // What was never put before anybody is read by nobody: a draft beside what is on show, or a first one.
  const isFirstDraft = product.status === 'draft' && product.publishedVersionId === null
  const after = isFirstDraft ? undefined : productContent(await shownVersion(ctx.db, record))
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after }, tx => indexProduct(tx, ctx, productId))
}
