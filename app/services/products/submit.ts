import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { patchProduct } from '#db/queries/products.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canSubmitProduct } from '#domain/products/policy.ts'
import { Product } from '#domain/products/product.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut } from '../transition.ts'
import { factsOf, loadProduct, whenFresh } from './load.ts'

export const SubmitProduct = z.object({ id: id.product, rev, formKey })
export type SubmitProduct = z.infer<typeof SubmitProduct>

/** 提交审核: the latest version goes to the bureau's queue. Specs may stay 未披露, everything else is there. */
export async function submitProduct(ctx: Context, input: SubmitProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = SubmitProduct.parse(input)
  const { product, version, organization } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  permit(await whenFresh(ctx, product, { shown, verdict: canSubmitProduct(ctx.actor, factsOf(product)) }))
  demandComplete(version.content)
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'submit' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after: version.content }, async tx => {
    if (!product.number)
      await patchProduct(tx, productId, { number: await takeNumber(tx, 'CP', yearOf(ctx.now)) })
    await tell(tx, await officersWith(tx, ['handler', 'approver']), {
      event: 'product.submitted',
      noun: 'product',
      id: productId,
      params: { title: version.name, organization: organization.name },
      key: `product.submitted:${key}`,
    })
  })
}

function demandComplete(content: unknown): void {
  const parsed = Product.safeParse(content)
  if (parsed.success) return
  const [first] = parsed.error.issues
  const detail = { count: parsed.error.issues.length, field: first?.path.join('.') ?? '' }
  throw new Refusal('invalid', 'product.incomplete', { detail })
}
