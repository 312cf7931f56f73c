import { z } from 'zod'
import { insertProduct, insertVersion } from '#db/queries/products.ts'
import { isSystem } from '#domain/organizations/policy.ts'
import { ProductDraft } from '#domain/products/product.ts'
import type { OrganizationId, ProductId, ProductVersionId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { record } from '../record.ts'
import { permit } from '../refusal.ts'
import { indexProduct } from '../search/sync.ts'
import { inTransaction } from '../transaction.ts'
import { columnsOf } from './columns.ts'
import { productContent } from './content.ts'

export const ReportProduct = z.object({
  organizationId: z.custom<OrganizationId>(),
  content: ProductDraft,
  sourceUrl: z.url({ protocol: /^https?$/ }).nullable(),
})
export type ReportProduct = z.input<typeof ReportProduct>

/** A product known from public reports: its facts carry grade D, and what was not read stays 未披露. */
export async function reportProduct(ctx: Context, input: ReportProduct): Promise<ProductId> {
  const { organizationId, content, sourceUrl } = ReportProduct.parse(input)
  permit(isSystem(ctx.actor))
  const [id, versionId] = [newId<ProductId>(), newId<ProductVersionId>()]
  await inTransaction(ctx, async tx => {
    const source = {
      source: 'report' as const,
      sourceUrl,
      status: 'published' as const,
      publishedAt: ctx.now,
    }
    await insertProduct(tx, {
      id,
      organizationId,
      ...source,
      latestVersionId: versionId,
      publishedVersionId: versionId,
    })
    await insertVersion(tx, {
      id: versionId,
      productId: id,
      version: 1,
      publishedAt: ctx.now,
      ...columnsOf(content),
    })
    await record(tx, ctx, {
      noun: 'product',
      id,
      deed: 'report',
      from: null,
      to: 'published',
      after: productContent({ version: 1, content }),
    })
    await indexProduct(tx, ctx, id)
  })
  return id
}
