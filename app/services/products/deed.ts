import { isSignedIn } from '#domain/organizations/policy.ts'
import type { ProductFacts } from '#domain/products/policy.ts'
import {
  canReviewProduct,
  canReviseProduct,
  canSubmitProduct,
  canWithdrawProduct,
} from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { type ComeBackView, comeBack } from '../review/return.ts'
import { productContent } from './content.ts'
import { shownVersion } from './hold.ts'
import { factsOf, loadProduct } from './load.ts'
import { publicContent } from './public-content.ts'
import { readerOf, readsDrafts } from './show.ts'

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
  /** A revision gives up what is suspended, as its page has to say. */
  isSuspended: boolean
  /** SHA-256 of the version as it is now, and how it stands to the one returned; for officers who decide, else empty. */
  hash: string
  content: ProductDraft
  comeBack: ComeBackView | null
}

// public: `loadProduct` asks who may see it; what may be done is answered, not done
/** What the page of one deed shows before it is done. */
export async function productDeed(
  ctx: Context,
  id: unknown,
  deed: ProductDeedPage,
): Promise<ProductDeedSheet> {
  const record = await loadProduct(ctx, id)
  const { product } = record
  permit(isSignedIn(ctx.actor))
  const facts = factsOf(product)
  // A draft beside what is on show is told to its own people and to who has it before them, and to nobody else.
  const reader = readerOf(ctx.actor, facts)
  const version = readsDrafts(reader, product) ? record.version : await shownVersion(ctx.db, record)
  const judges = (deed === 'publication' || deed === 'return') && canReviewProduct(ctx.actor, facts).ok
  return {
    id: product.id,
    rev: product.rev,
    number: product.number,
    name: version.name,
    formKey: newFormKey(),
    can: verdicts[deed](ctx.actor, facts),
    isSuspended: product.status === 'suspended',
    hash: judges ? digest(productContent(version)) : '',
    content: reader === 'public' ? publicContent(version.content) : version.content,
    comeBack: judges ? await comeBack(ctx, product.id, version.content) : null,
  }
}
