import type { DbOrTx } from '#db/client.ts'
import { listHistory } from '#db/queries/history.ts'
import type { ProductRecord, ProductRow, ProductVersionRow } from '#db/queries/products.ts'
import { listVersions } from '#db/queries/products.ts'
import type { HeldProduct } from '#domain/products/suspension.ts'
import { holdOf } from '#domain/products/suspension.ts'
import { found } from '../refusal.ts'
import { factsOf } from './load.ts'

/** The product with the hold that is on it now, as its own history tells. */
// public: it reads what the rules are asked with
export async function heldProduct(db: DbOrTx, product: ProductRow): Promise<HeldProduct> {
  const facts = factsOf(product)
  const hold = product.status === 'suspended' ? holdOf(await listHistory(db, 'product', product.id)) : null
  return { ...facts, hold }
}

/** Whether a version newer than the one on show is drafted or reviewed. */
export function hasRevision({ latestVersionId, publishedVersionId }: ProductRow): boolean {
  return publishedVersionId !== null && latestVersionId !== publishedVersionId
}

/** The version that is on show, or was until the suspension: what is suspended is that one and never a draft beside it. */
// public: its caller has asked who may
export async function shownVersion(
  db: DbOrTx,
  { product, version }: Pick<ProductRecord, 'product' | 'version'>,
): Promise<ProductVersionRow> {
  if (!hasRevision(product)) return version
  const versions = await listVersions(db, product.id)
  return found(
    versions.find(each => each.id === product.publishedVersionId),
    'product.unknown',
  )
}
