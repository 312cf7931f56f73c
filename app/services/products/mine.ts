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
}

/** The products of the actor's organisations in their latest versions, the last touched first. */
export async function myProducts(ctx: Context): Promise<OwnProduct[]> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const ids = memberships.map(each => each.organizationId)
  return (await listProductsOf(ctx.db, ids)).map(ownOf)
}

function ownOf({ product, version }: ProductRecord): OwnProduct {
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
