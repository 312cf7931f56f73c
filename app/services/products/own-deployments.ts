import { z } from 'zod'
import { findFirmDeployment, listOwnDeployments, removeFirmDeployment } from '#db/queries/deployments.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { canDeclareDeployment } from '#domain/products/policy.ts'
import { actsFor, membershipOf } from '#domain/shared/actor.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import type { DeploymentView } from './records-view.ts'

/** So many on one page; an export has all of them. */
const shown = 200

export interface OwnDeploymentView extends DeploymentView {
  /** Null where nobody says which product it was. */
  product: { id: string; name: string } | null
  /** For the button that takes the firm's own case off; a product's are taken off at the product. */
  removalKey: string | null
}

export interface OwnDeployments {
  deployments: OwnDeploymentView[]
  can: Verdict
}

/** 本单位的应用案例, of its products and its own, for the people of the firm. */
export async function ownDeployments(ctx: Context): Promise<OwnDeployments> {
  permit(isSignedIn(ctx.actor))
  const membership = actsFor(ctx.actor, 'publishProducts')
  const can = canDeclareDeployment(ctx.actor, membership?.organizationId ?? null)
  const rows = membership ? await listOwnDeployments(ctx.db, membership.organizationId, shown) : []
  return {
    can,
    deployments: rows.map(row => {
      const { id, place, isAnonymous, region, since, units, task, stage, evidenceUrl, evidenceNote, inUse } =
        row
      const said = {
        id,
        place,
        isAnonymous,
        region,
        since,
        units,
        task,
        stage,
        evidenceUrl,
        evidenceNote,
        inUse,
      }
      return {
        ...said,
        product: row.productId && { id: row.productId, name: row.productName ?? '' },
        removalKey: row.productId === null && can.ok ? newFormKey() : null,
      }
    }),
  }
}

export const RemoveOwnDeployment = z.object({ id: formKey, formKey })
export type RemoveOwnDeployment = z.infer<typeof RemoveOwnDeployment>

/** 移除本单位的应用案例: gone from the public page; the row and the history keep that it was there. */
export async function removeOwnDeployment(ctx: Context, input: RemoveOwnDeployment): Promise<void> {
  const { id: recordId, formKey: key } = RemoveOwnDeployment.parse(input)
  permit(isSignedIn(ctx.actor))
  const organizationId = found(await findFirmDeployment(ctx.db, recordId), 'product.deploymentUnknown')
  const { status } = found(membershipOf(ctx.actor, organizationId), 'product.deploymentUnknown')
  permit(canDeclareDeployment(ctx.actor, organizationId))
  if (await alreadyDone(ctx.db, organizationId, key)) return
  await inTransaction(ctx, async tx => {
    const removal = { removedAt: ctx.now, removedBy: accountIdOf(ctx.actor) }
    const row = await removeFirmDeployment(tx, { id: recordId, organizationId }, removal)
    if (!row) {
      if (await alreadyDone(tx, organizationId, key)) return
      throw new Refusal('conflict', 'product.deploymentGone')
    }
    const step = { noun: 'organization', id: organizationId, from: status, to: status }
    await record(tx, ctx, {
      ...{ ...step, deed: 'removeDeployment', formKey: key },
      before: { place: row.place, task: row.task },
    })
  })
}
