import { z } from 'zod'
import { findOwnProducts } from '#db/queries/deployments.ts'
import { insertDeployment } from '#db/queries/product-records.ts'
import { DeploymentRow } from '#domain/products/deployments.ts'
import { canDeclareDeployment } from '#domain/products/policy.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { addDeployment } from './deployments.ts'

export const DeclareDeployment = z.object({ ...DeploymentRow.shape, formKey })
export type DeclareDeployment = z.infer<typeof DeclareDeployment>

/**
 * 申报应用案例 as a row of a file names it: of a product of the firm by its number, own reference or name, or of the firm
 * alone where no source says which product. The form's key becomes its id.
 */
export async function declareDeployment(ctx: Context, input: DeclareDeployment): Promise<void> {
  const { product, formKey: key, ...deployment } = DeclareDeployment.parse(input)
  const membership = actsFor(ctx.actor, 'publishProducts')
  permit(canDeclareDeployment(ctx.actor, membership?.organizationId ?? null))
  const { organizationId, status } = found(membership, 'organization.unknown')
  if (product !== undefined) {
    const named = (await findOwnProducts(ctx.db, organizationId, [product])).get(product)
    if (!named) throw new Refusal('invalid', 'product.deploymentOfNone')
    if (named === 'several') throw new Refusal('invalid', 'product.deploymentOfSeveral')
    return addDeployment(ctx, { ...deployment, id: named, formKey: key })
  }
  if (await alreadyDone(ctx.db, organizationId, key)) return
  if (deployment.since !== undefined && deployment.since > dayOf(ctx.now))
    throw new Refusal('invalid', 'product.deploymentAhead', { path: 'since' })
  await inTransaction(ctx, async tx => {
    const kept = { id: key, organizationId, addedBy: accountIdOf(ctx.actor), addedAt: ctx.now }
    if (!(await insertDeployment(tx, { ...deployment, ...kept }))) return
    await record(tx, ctx, {
      ...step(organizationId, status),
      ...{ deed: 'addDeployment', formKey: key, after: deployment },
    })
  })
}

const step = (id: OrganizationId, status: string) => ({ noun: 'organization', id, from: status, to: status })
