import { isSignedIn } from '#domain/organizations/policy.ts'
import type { ProductFacts } from '#domain/products/policy.ts'
import {
  canReviewProduct,
  canReviseProduct,
  canSubmitProduct,
  canWithdrawProduct,
} from '#domain/products/policy.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadProduct } from './load.ts'

const verdicts: Record<ProductDeedPage, (actor: Actor, product: ProductFacts) => Verdict> = {
  submission: canSubmitProduct,
  publication: canReviewProduct,
  return: canReviewProduct,
  withdrawal: canWithdrawProduct,
  revision: canReviseProduct,
}
export type ProductDeedPage = 'submission' | 'publication' | 'return' | 'withdrawal' | 'revision'

export interface ProductDeedSheet {
  id: ProductId
  rev: number
  number: string | null
  name: string
  formKey: string
  can: Verdict
}

// public: `loadProduct` asks who may see it; what may be done is answered, not done
/** What the page of one deed shows before it is done. */
export async function productDeed(
  ctx: Context,
  id: unknown,
  deed: ProductDeedPage,
): Promise<ProductDeedSheet> {
  const { product, version } = await loadProduct(ctx, id)
  permit(isSignedIn(ctx.actor))
  return {
    id: product.id,
    rev: product.rev,
    number: product.number,
    name: version.name,
    formKey: newFormKey(),
    can: verdicts[deed](ctx.actor, factsOf(product)),
  }
}
