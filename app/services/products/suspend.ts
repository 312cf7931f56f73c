import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canHaltProduct, canSuspendProduct } from '#domain/products/suspension.ts'
import { optional, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexProduct } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { productContent } from './content.ts'
import { heldProduct, shownVersion } from './hold.ts'
import { loadProduct } from './load.ts'

export const SuspendProduct = z.object({
  id: id.product,
  /** 说明, such as a pause in production; the firm and the bureau read it. */
  reason: optional(text({ max: 500 })),
  rev,
  formKey,
})
export type SuspendProduct = z.infer<typeof SuspendProduct>

/**
 * 暂停展示 by its own firm: gone from the public pages, the index and the matches in the same commit, until it is resumed.
 * Bids and pilots keep the version they pinned; a revision that is under way rests with it.
 */
export async function suspendProduct(ctx: Context, input: SuspendProduct): Promise<void> {
  const { id: productId, reason, rev: shown, formKey: key } = SuspendProduct.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  const verdict = canSuspendProduct(ctx.actor, await heldProduct(ctx.db, product))
  await permitFresh(ctx.db, 'product', { ...product, shown }, verdict)
  const after = productContent(await shownVersion(ctx.db, record))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'suspend' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, tx =>
    indexProduct(tx, ctx, productId),
  )
}

export const HaltProduct = z.object({ id: id.product, reason: text({ min: 4, max: 1000 }), rev, formKey })
export type HaltProduct = z.infer<typeof HaltProduct>

/** 责令暂停 by the bureau, with a reason that the firm is told; only an officer lifts it. */
export async function haltProduct(ctx: Context, input: HaltProduct): Promise<void> {
  const { id: productId, reason, rev: shown, formKey: key } = HaltProduct.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  const verdict = canHaltProduct(ctx.actor, await heldProduct(ctx.db, product))
  await permitFresh(ctx.db, 'product', { ...product, shown }, verdict)
  const version = await shownVersion(ctx.db, record)
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'halt' as const }
  const after = productContent(version)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await indexProduct(tx, ctx, productId)
    await tell(tx, await membersOf(tx, [product.organizationId]), {
      event: 'product.halted',
      noun: 'product',
      id: productId,
      params: { title: version.name, reason },
      key: `product.halted:${key}`,
    })
  })
}
