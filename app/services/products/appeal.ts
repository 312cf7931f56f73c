import { z } from 'zod'
import { membersOf, officersWith } from '#db/queries/accounts.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canAppealHold, canUpholdHold } from '#domain/products/suspension.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { productContent } from './content.ts'
import { heldProduct, shownVersion } from './hold.ts'
import { loadProduct } from './load.ts'

export const AppealHold = z.object({ id: id.product, reason: text({ min: 4, max: 1000 }), rev, formKey })
export type AppealHold = z.infer<typeof AppealHold>

/** 申请恢复展示: what the firm says against the bureau's suspension; the officers who may lift it are told. */
export async function appealHold(ctx: Context, input: AppealHold): Promise<void> {
  const { id: productId, reason, rev: shown, formKey: key } = AppealHold.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product, organization } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  const verdict = canAppealHold(ctx.actor, await heldProduct(ctx.db, product))
  await permitFresh(ctx.db, 'product', { ...product, shown }, verdict)
  const version = await shownVersion(ctx.db, record)
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'appeal' as const }
  const after = productContent(version)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await tell(tx, await officersWith(tx, ['handler', 'approver']), {
      event: 'product.appealed',
      noun: 'product',
      id: productId,
      params: { title: version.name, organization: organization.name, reason },
      key: `product.appealed:${key}`,
    })
  })
}

/** 维持暂停: the answer of another officer, with a reason; the firm may ask again with something new to say. */
export async function upholdHold(ctx: Context, input: AppealHold): Promise<void> {
  const { id: productId, reason, rev: shown, formKey: key } = AppealHold.parse(input)
  const record = await loadProduct(ctx, productId)
  const { product } = record
  if (await alreadyDone(ctx.db, productId, key)) return
  const verdict = canUpholdHold(ctx.actor, await heldProduct(ctx.db, product))
  await permitFresh(ctx.db, 'product', { ...product, shown }, verdict)
  const version = await shownVersion(ctx.db, record)
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'uphold' as const }
  const after = productContent(version)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await tell(tx, await membersOf(tx, [product.organizationId]), {
      event: 'product.upheld',
      noun: 'product',
      id: productId,
      params: { title: version.name, reason },
      key: `product.upheld:${key}`,
    })
  })
}
