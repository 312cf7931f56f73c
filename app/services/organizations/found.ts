import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { addMember, ownersOf } from '#db/queries/members.ts'
import { insertRelation } from '#db/queries/organization-relations.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import { insertOrganization, withRepresentative } from '#db/queries/organizations.ts'
import {
  checkOrganization,
  columnsOfOrganization,
  organizationFields,
} from '#domain/organizations/organization.ts'
import { canFound } from '#domain/organizations/standing.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'

/** The form's key becomes the organisation's id, so the same form sent twice makes one. */
export const FoundOrganization = z.object({ ...organizationFields, formKey }).check(checkOrganization)
export type FoundOrganization = z.infer<typeof FoundOrganization>

/** What the form of a new organisation starts from. */
export function foundingSheet(ctx: Context): { formKey: string } {
  permit(canFound(ctx.actor))
  return { formKey: newFormKey() }
}

/** 单位注册: one organisation per code; whoever registers it is its owner. Nothing of it is verified yet. */
export async function foundOrganization(
  ctx: Context,
  input: FoundOrganization,
): Promise<{ id: OrganizationId }> {
  const { formKey: key, ...typed } = FoundOrganization.parse(input)
  permit(canFound(ctx.actor))
  const owner = found(accountIdOf(ctx.actor), 'organization.unknown')
  const id = brand<OrganizationId>(key)
  return inTransaction(ctx, async tx => {
    const row = { id, source: 'platform' as const, ...columnsOfOrganization(typed) }
    if (!(await insertOrganization(tx, row))) {
      if ((await ownersOf(tx, id)).includes(owner)) return { id }
      throw new Refusal('invalid', 'organization.exists', { path: 'uscc' })
    }
    await addMember(tx, { accountId: owner, organizationId: id, role: 'owner' })
    const born = { noun: 'organization', id, deed: 'found', from: null, to: 'registered' }
    await record(tx, ctx, { ...born, after: row })
    await linkRepresentative(tx, ctx, { ...row, status: 'registered' })
    return { id }
  })
}

/** 关联单位: whoever has the same legal representative is linked, until an officer finds that they only share a name. */
export async function linkRepresentative(
  tx: Tx,
  ctx: Context,
  { id, status, legalRepresentative }: Pick<OrganizationRow, 'id' | 'status' | 'legalRepresentative'>,
): Promise<void> {
  if (!legalRepresentative) return
  for (const other of await withRepresentative(tx, legalRepresentative, id)) {
    if (!(await insertRelation(tx, { one: id, other, kind: 'sameRepresentative' }, null))) continue
    const after = { other, kind: 'sameRepresentative' }
    await record(tx, ctx, { noun: 'organization', id, deed: 'relate', from: status, to: status, after })
  }
}
