import { v5 } from 'uuid'
import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { takeNumber } from '#db/queries/numbers.ts'
import { patchProduct } from '#db/queries/products.ts'
import { productLifecycle } from '#domain/products/lifecycle.ts'
import { canSubmitProduct } from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { Product } from '#domain/products/product.ts'
import { yearOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { together } from '../transaction.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { productContent } from './content.ts'
import { draftProduct } from './draft.ts'
import { editProduct } from './edit.ts'
import { factsOf, loadProduct } from './load.ts'
import { demandProof, proofGapsOf } from './proof.ts'

export const SubmitProduct = z.object({ id: id.product, rev, formKey })
export type SubmitProduct = z.infer<typeof SubmitProduct>

/** 提交审核: the latest version goes to the bureau's queue. Specs may stay 未披露, everything else is there. */
export async function submitProduct(ctx: Context, input: SubmitProduct): Promise<void> {
  const { id: productId, rev: shown, formKey: key } = SubmitProduct.parse(input)
  const { product, version, organization } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  await permitFresh(ctx.db, 'product', { ...product, shown }, canSubmitProduct(ctx.actor, factsOf(product)))
  await demandComplete(ctx, productId, version.content)
  const step = { lifecycle: productLifecycle, id: productId, from: product.status, deed: 'submit' as const }
  await carryOut(ctx, { ...step, rev: shown, formKey: key, after: productContent(version) }, async tx => {
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

async function demandComplete(ctx: Context, id: ProductId, content: ProductDraft): Promise<void> {
  const parsed = Product.safeParse(content)
  const issues = parsed.success ? [] : parsed.error.issues.map(each => each.path.join('.'))
  const missing = [...issues, ...(await proofGapsOf(ctx, id, content)).map(({ field }) => field)]
  if (missing.length === 0) return
  const detail = { count: missing.length, field: missing[0] ?? '' }
  throw new Refusal('invalid', 'product.incomplete', { detail })
}

export const DraftAndSubmit = Product.safeExtend({ formKey })
export type DraftAndSubmit = z.infer<typeof DraftAndSubmit>

/** 保存并提交审核 of a new form: saved and submitted, or neither. */
export function draftAndSubmitProduct(ctx: Context, input: DraftAndSubmit): Promise<{ id: ProductId }> {
  const form = DraftAndSubmit.parse(input)
  return thenSubmit(ctx, brand<ProductId>(form.formKey), form, inner => draftProduct(inner, form))
}

export const EditAndSubmit = Product.safeExtend({ id: id.product, rev, formKey })
export type EditAndSubmit = z.infer<typeof EditAndSubmit>

/** The same for a version that is drafted already. */
export function editAndSubmitProduct(ctx: Context, input: EditAndSubmit): Promise<{ id: ProductId }> {
  const form = EditAndSubmit.parse(input)
  return thenSubmit(ctx, form.id, form, inner => editProduct(inner, form))
}

/** The submission's own key follows from the form's, so the form sent again finds both halves done. */
async function thenSubmit(
  ctx: Context,
  productId: ProductId,
  form: Pick<DraftAndSubmit, 'formKey' | 'specs'>,
  save: (inner: Context) => Promise<unknown>,
): Promise<{ id: ProductId }> {
  const key = v5('submit', form.formKey)
  if (await alreadyDone(ctx.db, productId, key)) return { id: productId }
  await together(ctx, async inner => {
    await save(inner)
    await demandProof(inner, productId, form)
    const { product } = await loadProduct(inner, productId)
    await submitProduct(inner, { id: productId, rev: product.rev, formKey: key })
  })
  return { id: productId }
}
