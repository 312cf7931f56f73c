import { z } from 'zod'
import { insertDeployment, removeDeploymentRow } from '#db/queries/product-records.ts'
import { Deployment } from '#domain/products/deployments.ts'
import { canRecordProduct } from '#domain/products/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { factsOf, loadProduct } from './load.ts'

export const AddDeployment = Deployment.safeExtend({ id: id.product, formKey })
export type AddDeployment = z.infer<typeof AddDeployment>

/** 登记应用案例: declared by the firm and shown as such; the form's key becomes its id. */
export async function addDeployment(ctx: Context, input: AddDeployment): Promise<void> {
  const { id: productId, formKey: key, ...deployment } = AddDeployment.parse(input)
  const { product } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  permit(canRecordProduct(ctx.actor, factsOf(product)))
  if (deployment.since !== undefined && deployment.since > dayOf(ctx.now))
    throw new Refusal('invalid', 'product.deploymentAhead', { path: 'since' })
  await inTransaction(ctx, async tx => {
    const kept = { id: key, productId, addedBy: accountIdOf(ctx.actor), addedAt: ctx.now }
    if (!(await insertDeployment(tx, { ...deployment, ...kept }))) return
    const step = { noun: 'product', id: productId, from: product.status, to: product.status }
    await record(tx, ctx, { ...step, deed: 'addDeployment', formKey: key, after: deployment })
  })
}

export const RemoveDeployment = z.object({ id: id.product, recordId: formKey, formKey })
export type RemoveDeployment = z.infer<typeof RemoveDeployment>

/** 移除应用案例: gone from the page; the row and the history keep that it was there. */
export async function removeDeployment(ctx: Context, input: RemoveDeployment): Promise<void> {
  const { id: productId, recordId, formKey: key } = RemoveDeployment.parse(input)
  const { product } = await loadProduct(ctx, productId)
  if (await alreadyDone(ctx.db, productId, key)) return
  permit(canRecordProduct(ctx.actor, factsOf(product)))
  await inTransaction(ctx, async tx => {
    const removal = { removedAt: ctx.now, removedBy: accountIdOf(ctx.actor) }
    const row = await removeDeploymentRow(tx, { id: recordId, productId }, removal)
    if (!row) {
      if (await alreadyDone(tx, productId, key)) return
      throw new Refusal('conflict', 'product.deploymentGone')
    }
    const step = { noun: 'product', id: productId, from: product.status, to: product.status }
    await record(tx, ctx, { ...step, deed: 'removeDeployment', formKey: key, before: { place: row.place } })
  })
}
