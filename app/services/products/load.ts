import type { ProductRecord, ProductRow } from '#db/queries/products.ts'
import { findProduct } from '#db/queries/products.ts'
import type { ProductFacts } from '#domain/products/policy.ts'
import { canSeeProduct } from '#domain/products/policy.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'
import { mustBeFresh } from '../transition.ts'

export function factsOf(row: ProductRow): ProductFacts {
  const { status, organizationId, publishedVersionId } = row
  return { status, organizationId, hasPublishedVersion: publishedVersionId !== null }
}

/** The product with its latest version, as far as this actor may see it: unknown and foreign ids answer 404. */
export async function loadProduct(ctx: Context, id: unknown): Promise<ProductRecord> {
  const productId = found(parseId<ProductId>(id), 'product.unknown')
  const record = found(await findProduct(ctx.db, productId), 'product.unknown')
  permit(canSeeProduct(ctx.actor, factsOf(record.product)))
  return record
}

/**
 * The verdict on a form, once its page is known to be fresh: who may act learns first what has changed, a stranger
 * is refused without learning it.
 */
export async function whenFresh(
  ctx: Context,
  product: ProductRow,
  { shown, verdict }: { shown: number; verdict: Verdict },
): Promise<Verdict> {
  const isStranger = !verdict.ok && !verdict.reason.startsWith('product.')
  if (!isStranger) await mustBeFresh(ctx.db, 'product', { ...product, shown })
  return verdict
}
