import { z } from 'zod'
import { insertDeployment } from '#db/queries/product-records.ts'
import { isSystem } from '#domain/organizations/policy.ts'
import { Deployment } from '#domain/products/deployments.ts'
import type { OrganizationId, ProductId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { record } from '../record.ts'
import { permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'

export const ReportDeployment = z.object({
  ...Deployment.shape,
  /** The product, or the firm alone where the source names none. */
  of: z.union([
    z.object({ productId: z.custom<ProductId>() }),
    z.object({ organizationId: z.custom<OrganizationId>() }),
  ]),
})
export type ReportDeployment = z.input<typeof ReportDeployment>

/** 公开报道的应用案例: with the page it was read on; what was not read stays 未披露. */
export async function reportDeployment(ctx: Context, input: ReportDeployment): Promise<void> {
  const { of, ...deployment } = ReportDeployment.parse(input)
  permit(isSystem(ctx.actor))
  await inTransaction(ctx, async tx => {
    await insertDeployment(tx, { ...deployment, ...of, id: newFormKey(), addedAt: ctx.now })
    const object =
      'productId' in of
        ? { noun: 'product', id: of.productId, from: 'published', to: 'published' }
        : { noun: 'organization', id: of.organizationId, from: 'registered', to: 'registered' }
    await record(tx, ctx, { ...object, deed: 'addDeployment', after: deployment })
  })
}
