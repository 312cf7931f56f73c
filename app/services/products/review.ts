import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { patchProduct, stampVersion } from '#db/queries/products.ts'
import { insertApproval, lockReviewed } from '#db/queries/reviews.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canReviewProduct } from '#domain/products/policy.ts'
import { ProductDraft } from '#domain/products/product.ts'
import { ReturnNotes } from '#domain/review/notes.ts'
import { text } from '#domain/shared/fields.ts'
import { contentHash, formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { closeInquiries } from '../inquiries/close.ts'
import { accountIdOf } from '../record.ts'
import { found, Refusal } from '../refusal.ts'
import { keepReturn, permitNotes } from '../review/return.ts'
import { indexProduct } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, conflict, permitFresh, transition } from '../transition.ts'
import { productContent } from './content.ts'
import { factsOf, loadProduct } from './load.ts'

export const PublishProduct = z.object({
  id: id.product,
  rev,
  formKey,
  /** The version that the officer had before them; nothing else is published. */
  hash: contentHash,
})
export type PublishProduct = z.infer<typeof PublishProduct>

/** 同意发布: the latest version is stamped and becomes what the public, the index and new bids see. */
export async function publishProduct(ctx: Context, input: PublishProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key, hash } = PublishProduct.parse(input)
  const { product, version } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canReviewProduct(ctx.actor, factsOf(product)))
  const after = productContent(version)
  if (hash !== digest(after)) throw new Refusal('conflict', 'review.otherContent')
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'publish' as const }
  await inTransaction(ctx, async tx => {
    const locked = await lockReviewed(tx, 'product', productId)
    if (await alreadyDone(tx, productId, key)) return
    if (locked?.rev !== shown) throw await conflict(tx, 'product', productId)
    const accountId = found(accountIdOf(ctx.actor), 'officer.only')
    const row = { noun: 'product' as const, objectId: productId, rev: shown, step: 'final' as const }
    await insertApproval(tx, { ...row, contentHash: hash, accountId, at: ctx.now })
    await transition(tx, ctx, { ...step, rev: shown, formKey: key, after })
    const publishedAt = ctx.now
    await stampVersion(tx, version.id, publishedAt)
    await patchProduct(tx, productId, { publishedVersionId: version.id, publishedAt })
    await indexProduct(tx, ctx, productId)
    await closeInquiries(tx, ctx, version)
    await tell(tx, await membersOf(tx, [product.organizationId]), {
      event: 'product.published',
      noun: 'product',
      id: productId,
      params: { title: version.name, version: version.version },
      key: `product.published:${key}`,
    })
  })
}

export const ReturnProduct = z.object({
  id: id.product,
  rev,
  formKey,
  reason: text({ min: 4, max: 1000 }),
  /** 逐项意见; a field without a word has none. */
  notes: ReturnNotes,
})
export type ReturnProduct = z.input<typeof ReturnProduct>

/** The fields that may get a reason, in the order of the form. */
export const productFields: readonly string[] = Object.keys(ProductDraft.shape)

/** 退回: with a reason that the firm reads. A version that is public already stays public. */
export async function returnProduct(ctx: Context, input: ReturnProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key, reason, notes } = ReturnProduct.parse(input)
  const { product, version } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canReviewProduct(ctx.actor, factsOf(product)))
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'return' as const }
  const hashed = productContent(version)
  const about = { content: version.content, shape: productFields, notes }
  permitNotes(about)
  const after = notes.length > 0 ? { ...hashed, returnNotes: notes } : hashed
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    const object = { noun: 'product' as const, id: productId, rev: shown, hashed, reason }
    await keepReturn(tx, ctx, { ...object, ...about })
    await tell(tx, await membersOf(tx, [product.organizationId]), {
      event: 'product.returned',
      noun: 'product',
      id: productId,
      params: { title: version.name, reason },
      key: `product.returned:${key}`,
    })
  })
}
