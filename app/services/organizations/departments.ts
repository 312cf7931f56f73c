import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import {
  countInDepartment,
  deleteDepartment,
  insertDepartment,
  listDepartments,
  setDepartment,
} from '#db/queries/members.ts'
import { departmentFields } from '#domain/organizations/organization.ts'
import { canManage } from '#domain/organizations/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { DepartmentId, OrganizationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { permit, Refusal } from '../refusal.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'

/** Without a department's id the form's key becomes it. */
export const SaveDepartment = z.object({
  ...departmentFields,
  id: id.organization,
  departmentId: id.department.optional(),
  formKey,
})
export type SaveDepartment = z.infer<typeof SaveDepartment>

/** 设部门、改环节: what its people do of the chain from draft to signature. */
export async function saveDepartment(ctx: Context, input: SaveDepartment): Promise<void> {
  const { id: organizationId, departmentId, formKey: key, ...row } = SaveDepartment.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const entry = { id: organizationId, deed: 'setDepartment', formKey: key, after: row }
  await amend(ctx, entry, async tx => {
    if (departmentId) return change(tx, organizationId, { ...row, id: departmentId })
    const fresh = { id: brand<DepartmentId>(key), organizationId, ...row }
    if (!(await insertDepartment(tx, fresh)))
      throw new Refusal('invalid', 'organization.departmentTwice', { path: 'name' })
  })
}

type Content = Pick<SaveDepartment, 'name' | 'duties'>

async function change(
  tx: Tx,
  organizationId: OrganizationId,
  { id: departmentId, ...row }: Content & { id: DepartmentId },
): Promise<void> {
  const known = await listDepartments(tx, organizationId)
  if (!known.some(each => each.id === departmentId))
    throw new Refusal('conflict', 'organization.departmentUnknown')
  if (known.some(each => each.id !== departmentId && each.name === row.name))
    throw new Refusal('invalid', 'organization.departmentTwice', { path: 'name' })
  await setDepartment(tx, departmentId, row)
}

export const RemoveDepartment = z.object({ id: id.organization, departmentId: id.department, formKey })
export type RemoveDepartment = z.infer<typeof RemoveDepartment>

/** 撤销部门, once nobody is in it: a person without a department holds every duty, and should not come by them so. */
export async function removeDepartment(ctx: Context, input: RemoveDepartment): Promise<void> {
  const { id: organizationId, departmentId, formKey: key } = RemoveDepartment.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const entry = { id: organizationId, deed: 'removeDepartment', formKey: key, before: { departmentId } }
  await amend(ctx, entry, async tx => {
    const known = await listDepartments(tx, organizationId)
    if (!known.some(each => each.id === departmentId))
      throw new Refusal('conflict', 'organization.departmentUnknown')
    if ((await countInDepartment(tx, departmentId)) > 0)
      throw new Refusal('conflict', 'organization.departmentNotEmpty')
    await deleteDepartment(tx, departmentId)
  })
}
