import type { ProductRecord, ProductRow } from '#db/queries/products.ts'
import { findProduct } from '#db/queries/products.ts'
import type { ProductFacts } from '#domain/products/policy.ts'
import { canSeeProduct } from '#domain/products/policy.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function factsOf(row: ProductRow): ProductFacts {
  const { id, status, organizationId, publishedVersionId } = row
  return { id, status, organizationId, hasPublishedVersion: publishedVersionId !== null }
}

/** The product with its latest version, as far as this actor may see it: unknown and foreign ids answer 404. */
export async function loadProduct(ctx: Context, id: unknown): Promise<ProductRecord> {
  const productId = found(parseId<ProductId>(id), 'product.unknown')
  const record = found(await findProduct(ctx.db, productId), 'product.unknown')
  permit(canSeeProduct(ctx.actor, factsOf(record.product)))
  return record
}
