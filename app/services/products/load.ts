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

/**
 * Whether an officer who sees the product reads its latest version: a draft beside a version that is on show, or was
 * until the listing was suspended or withdrawn, is its firm's own.
 */
export function isOnDesk({ status, latestVersionId, publishedVersionId }: ProductRow): boolean {
  if (status === 'draft') return false
  const hidden = status === 'suspended' || status === 'withdrawn'
  return !hidden || publishedVersionId === null || latestVersionId === publishedVersionId
}

/** The product with its latest version, as far as this actor may see it: unknown and foreign ids answer 404. */
export async function loadProduct(ctx: Context, id: unknown): Promise<ProductRecord> {
  const productId = found(parseId<ProductId>(id), 'product.unknown')
  const record = found(await findProduct(ctx.db, productId), 'product.unknown')
  permit(canSeeProduct(ctx.actor, factsOf(record.product)))
  return record
}
