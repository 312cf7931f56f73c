import { versionsAndRecords } from '#db/queries/product-records.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { canRecordProduct } from '#domain/products/policy.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { productHolder } from '../files/holder.ts'
import { filesOf } from '../files/list.ts'
import { newFormKey } from '../new-id.ts'
import { permit } from '../refusal.ts'
import { factsOf, loadProduct } from './load.ts'
import { type CertificateView, certificatesOf, type DeploymentView } from './records-view.ts'

export interface RecordsSheet {
  id: ProductId
  number: string | null
  name: string
  can: Verdict
  certificates: CertificateView[]
  deployments: DeploymentView[]
  /** The product's attachments, one of which may be the certificate itself. */
  files: { id: string; name: string }[]
  formKey: string
  /** For the buttons that take one off. */
  removalKeys: Record<string, string>
}

// public: `loadProduct` asks who may see it; what may be done is answered, not done
/** The pages on which a product's certificates and deployments are recorded. */
export async function productRecords(ctx: Context, id: unknown): Promise<RecordsSheet> {
  const { product, version } = await loadProduct(ctx, id)
  permit(isSignedIn(ctx.actor))
  const [{ records }, files] = await Promise.all([
    versionsAndRecords(ctx.db, product.id),
    filesOf(ctx, productHolder(ctx.actor, product)),
  ])
  const { certificates, deployments } = records
  const can = canRecordProduct(ctx.actor, factsOf(product))
  return {
    ...{ id: product.id, number: product.number, name: can.ok ? version.name : (product.number ?? '') },
    ...{ can, deployments, certificates: certificatesOf(certificates, { now: ctx.now, files }) },
    files: can.ok
      ? files.filter(each => each.purpose !== 'funding').map(each => ({ id: each.id, name: each.name }))
      : [],
    formKey: newFormKey(),
    removalKeys: Object.fromEntries([...certificates, ...deployments].map(each => [each.id, newFormKey()])),
  }
}
