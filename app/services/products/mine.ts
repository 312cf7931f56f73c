import { type ListSummary, summariseLists } from '#db/queries/matches.ts'
import type { ProductRecord } from '#db/queries/products.ts'
import { listProductsOf } from '#db/queries/products.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

export interface OwnProduct {
  id: ProductId
  number: string | null
  name: string
  status: ProductStatus
  version: number
  isPublic: boolean
  updatedAt: Date
  /** The scenarios kept for it; null while it is not matched, or nothing was found. */
  matches: ListSummary | null
}

/** The products of the actor's organisations in their latest versions, the last touched first. */
export async function myProducts(ctx: Context): Promise<OwnProduct[]> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const ids = memberships.map(each => each.organizationId)
  const rows = await listProductsOf(ctx.db, ids)
  const lists = await summariseLists(
    ctx.db,
    'product',
    rows.map(({ product }) => product.id),
  )
  return rows.map(row => ({ ...ownOf(row), matches: lists.get(row.product.id) ?? null }))
}

function ownOf({ product, version }: ProductRecord): Omit<OwnProduct, 'matches'> {
  const { id, number, status, updatedAt, publishedVersionId } = product
  return {
    id,
    number,
    name: version.name,
    status,
    version: version.version,
    isPublic: publishedVersionId !== null,
    updatedAt,
  }
}
