import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { officersWith } from '#db/queries/accounts.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import { findOrganizationByUscc, setOrganization } from '#db/queries/organizations.ts'
import { insertRequests, reopenRequests } from '#db/queries/verification.ts'
import {
  checkOrganization,
  columnsOfOrganization,
  organizationFields,
} from '#domain/organizations/organization.ts'
import { canManage } from '#domain/organizations/policy.ts'
import { changesIdentity } from '#domain/organizations/standing.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { indexFirms } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { alreadyDone, conflict } from '../transition.ts'
import { amend } from './amend.ts'
import { basicsOf } from './content.ts'
import { linkRepresentative } from './found.ts'
import { loadOrganization } from './load.ts'

export const EditOrganization = z
  .object({ ...organizationFields, id: id.organization, rev, formKey })
  .check(checkOrganization)
export type EditOrganization = z.infer<typeof EditOrganization>

/**
 * 修改基本信息. After the verification a new name, code or legal representative makes it another subject in the
 * officers' eyes: what was granted is taken back and asked for again, in the same transaction. Pilots go on.
 */
export async function editOrganization(ctx: Context, input: EditOrganization): Promise<void> {
  const { id: organizationId, rev: shown, formKey: key, ...typed } = EditOrganization.parse(input)
  const organization = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  // A stale page is told so under the lock; whom the policy refuses learns nothing of what others did.
  permit(canManage(ctx.actor, organizationId))
  const row = columnsOfOrganization(typed)
  const entry = { id: organizationId, deed: 'edit', formKey: key, before: basicsOf(organization), after: row }
  await amend(ctx, entry, async (tx, locked) => {
    if (locked.rev !== shown) throw await conflict(tx, 'organization', organizationId)
    const other = await findOrganizationByUscc(tx, row.uscc)
    if (other && other.id !== organizationId)
      throw new Refusal('invalid', 'organization.exists', { path: 'uscc' })
    const again = locked.capabilities.length > 0 && changesIdentity(locked, row)
    await setOrganization(tx, organizationId, again ? { ...row, capabilities: [] } : row)
    await indexFirms(tx, ctx, [organizationId])
    if (again) await verifyAgain(tx, ctx, { ...locked, name: row.name })
    if (locked.legalRepresentative !== row.legalRepresentative)
      await linkRepresentative(tx, ctx, { ...row, id: organizationId, status: locked.status })
  })
}

async function verifyAgain(
  tx: Tx,
  ctx: Context,
  { id: organizationId, name, capabilities }: OrganizationRow,
): Promise<void> {
  await reopenRequests(tx, organizationId, '主体信息变更，须重新核验')
  const askedBy = accountIdOf(ctx.actor)
  const asked = { organizationId, askedBy, askedAt: ctx.now, status: 'asked' as const }
  await insertRequests(
    tx,
    capabilities.map(capability => ({ ...asked, capability })),
  )
  await tell(tx, await officersWith(tx, ['handler']), {
    event: 'organization.changed',
    noun: 'organization',
    id: organizationId,
    params: { organization: name },
    key: `organization.changed:${organizationId}:${ctx.requestId}`,
  })
}
