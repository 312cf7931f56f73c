import { z } from 'zod'
import type { ProductVersionRow } from '#db/queries/products.ts'
import { listVersions } from '#db/queries/products.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'
import { factsOf, loadProduct } from './load.ts'
import { contentFor } from './public-content.ts'
import { readerOf, readsDrafts } from './show.ts'

export interface VersionSide {
  version: number
  /** Null while it is still drafted or reviewed. */
  publishedAt: Date | null
  content: ProductDraft
}

export interface VersionPair {
  id: ProductId
  number: string | null
  name: string
  /** The version that the address names, and the one it is held against; null where it is the first of all. */
  shown: VersionSide
  against: VersionSide | null
  /** All versions that this reader may open, the newest first. */
  versions: { version: number; publishedAt: Date | null }[]
}

const VersionNumber = z.coerce.number().int().min(1).max(1_000_000)

/** 版本对照: two versions of a product; the public reads published ones, its firm and the bureau's desk the others too. */
// public: `loadProduct` asks who may see it, and the public gets published versions without what is not for it
export async function compareVersions(
  ctx: Context,
  { id, version, against }: { id: unknown; version: unknown; against?: unknown },
): Promise<VersionPair> {
  const { product, version: latest } = await loadProduct(ctx, id)
  const reader = readerOf(ctx.actor, factsOf(product))
  const all = await listVersions(ctx.db, product.id)
  const rows = readsDrafts(reader, product) ? all : all.filter(row => row.publishedAt)
  const side = (row: ProductVersionRow): VersionSide => ({
    version: row.version,
    publishedAt: row.publishedAt,
    content: contentFor(reader, row.content),
  })
  const wanted = VersionNumber.safeParse(version).data
  const shown = found(
    rows.find(row => row.version === wanted),
    'product.unknown',
  )
  const asked = VersionNumber.safeParse(against).data
  const other =
    rows.find(row => row.version === asked && row !== shown) ?? rows.find(row => row.version < shown.version)
  return {
    id: product.id,
    number: product.number,
    name: readsDrafts(reader, product) ? latest.name || shown.name : shown.name,
    shown: side(shown),
    against: other ? side(other) : null,
    versions: rows.map(row => ({ version: row.version, publishedAt: row.publishedAt })),
  }
}
