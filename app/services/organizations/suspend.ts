import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import type { OrganizationDeed } from '#domain/organizations/lifecycle.ts'
import { organizationLifecycle } from '#domain/organizations/lifecycle.ts'
import { canRestore, canSuspend } from '#domain/organizations/standing.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { indexFirms } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { organizationContent } from './content.ts'
import { loadOrganization } from './load.ts'

export const SuspendOrganization = z.object({
  id: id.organization,
  reason: text({ min: 4, max: 1000 }),
  rev,
  formKey,
})
export type SuspendOrganization = z.infer<typeof SuspendOrganization>

/** 暂停: nothing new in its name from now on; pilots that run are reported and signed as before. */
export function suspendOrganization(ctx: Context, input: SuspendOrganization): Promise<void> {
  return move(ctx, input, 'suspend')
}

/** 恢复: with the capabilities that it had. */
export function restoreOrganization(ctx: Context, input: SuspendOrganization): Promise<void> {
  return move(ctx, input, 'restore')
}

async function move(
  ctx: Context,
  input: SuspendOrganization,
  deed: Exclude<OrganizationDeed, 'verify'>,
): Promise<void> {
  const { id: organizationId, reason, rev: shown, formKey: key } = SuspendOrganization.parse(input)
  const organization = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  const judge = deed === 'suspend' ? canSuspend : canRestore
  await permitFresh(ctx.db, 'organization', { ...organization, shown }, judge(ctx.actor, organization))
  const step = { lifecycle: organizationLifecycle, id: organizationId, from: organization.status, deed }
  const after = await organizationContent(ctx.db, organization, ctx.now)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await indexFirms(tx, ctx, [organizationId])
    await tell(tx, await membersOf(tx, [organizationId]), {
      event: deed === 'suspend' ? 'organization.suspended' : 'organization.restored',
      noun: 'organization',
      id: organizationId,
      params: { organization: organization.name, reason },
      key: `organization.${deed}:${key}`,
    })
  })
}
