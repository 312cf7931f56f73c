import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { deleteMember, listDepartments, listMembers, setMember } from '#db/queries/members.ts'
import { placeFields } from '#domain/organizations/organization.ts'
import { isOwnerNow, leavesAnOwner } from '#domain/organizations/people.ts'
import { canLeave, canManage, isSignedIn } from '#domain/organizations/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { AccountId, DepartmentId, OrganizationId } from '#domain/shared/ids.ts'
import type { NoticeEvent } from '#domain/shared/notices.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { demand, found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'

const target = { id: id.organization, accountId: id.account, formKey }

export const ChangeMember = z.object({ ...target, ...placeFields })
export type ChangeMember = z.infer<typeof ChangeMember>

/** 调整角色与部门, of colleagues and of oneself; one owner always remains. */
export async function changeMember(ctx: Context, input: ChangeMember): Promise<void> {
  const { role, departmentId = null, ...change } = ChangeMember.parse(input)
  await asOwner(
    ctx,
    { ...change, deed: 'changeMember', after: { role, departmentId } },
    async (tx, people) => {
      demand(leavesAnOwner(people, change.accountId, role))
      await permitDepartment(tx, change.id, departmentId)
      await setMember(tx, placeOf(change), { role, departmentId })
      await tellPerson(tx, change, 'organization.roleChanged')
    },
  )
}

export const RemoveMember = z.object(target)
export type RemoveMember = z.infer<typeof RemoveMember>

/** 移出: what the person drafted stays with the organisation. */
export async function removeMember(ctx: Context, input: RemoveMember): Promise<void> {
  const change = RemoveMember.parse(input)
  const { accountId } = change
  await asOwner(ctx, { ...change, deed: 'removeMember', before: { accountId } }, async (tx, people) => {
    demand(leavesAnOwner(people, accountId, null))
    await deleteMember(tx, placeOf(change))
    await tellPerson(tx, change, 'organization.removed')
  })
}

/** 移交: the colleague becomes an owner, and whoever hands over an editor. */
export async function handOver(ctx: Context, input: RemoveMember): Promise<void> {
  const change = RemoveMember.parse(input)
  const { accountId } = change
  await asOwner(ctx, { ...change, deed: 'handOver', after: { accountId } }, async (tx, people) => {
    const self = found(accountIdOf(ctx.actor), 'organization.unknown')
    if (self === accountId) throw new Refusal('invalid', 'organization.alreadyOwner')
    demand(leavesAnOwner(people, accountId, 'owner'))
    await setMember(tx, placeOf(change), { role: 'owner', departmentId: null })
    await setMember(tx, { organizationId: change.id, accountId: self }, { role: 'editor' })
    await tellPerson(tx, change, 'organization.handedOver')
  })
}

export const LeaveOrganization = z.object({ id: id.organization, formKey })
export type LeaveOrganization = z.infer<typeof LeaveOrganization>

/** 退出 of one's own will; the last owner first hands over. */
export async function leaveOrganization(ctx: Context, input: LeaveOrganization): Promise<void> {
  const { id: organizationId, formKey: key } = LeaveOrganization.parse(input)
  permit(isSignedIn(ctx.actor))
  if (await alreadyDone(ctx.db, organizationId, key)) return
  await loadOrganization(ctx, organizationId)
  permit(canLeave(ctx.actor, organizationId))
  const accountId = found(accountIdOf(ctx.actor), 'organization.unknown')
  const entry = { id: organizationId, deed: 'leave', formKey: key, before: { accountId } }
  await amend(ctx, entry, async tx => {
    const people = await listMembers(tx, organizationId)
    demand(leavesAnOwner(people, accountId, null))
    await deleteMember(tx, { organizationId, accountId })
  })
}

interface Change {
  id: OrganizationId
  accountId: AccountId
  formKey: string
}

const placeOf = ({ id: organizationId, accountId }: Change) => ({ organizationId, accountId })

type People = Awaited<ReturnType<typeof listMembers>>

/** The owner's deeds on people: asked of the actor first, and again of the locked list, for both may have changed. */
async function asOwner(
  ctx: Context,
  { accountId: _target, ...entry }: Change & { deed: string; before?: unknown; after?: unknown },
  work: (tx: Tx, people: People) => Promise<void>,
): Promise<void> {
  await loadOrganization(ctx, entry.id)
  if (await alreadyDone(ctx.db, entry.id, entry.formKey)) return
  permit(canManage(ctx.actor, entry.id))
  await amend(ctx, entry, async tx => {
    const people = await listMembers(tx, entry.id)
    permit(isOwnerNow(people, accountIdOf(ctx.actor)))
    await work(tx, people)
  })
}

/** A department of another organisation is none. */
export async function permitDepartment(
  tx: Tx,
  organizationId: OrganizationId,
  departmentId: DepartmentId | null,
): Promise<void> {
  if (departmentId === null) return
  const known = (await listDepartments(tx, organizationId)).some(each => each.id === departmentId)
  if (!known) throw new Refusal('invalid', 'organization.departmentUnknown', { path: 'departmentId' })
}

/** Told about their own place; the page is not theirs any more once they are out. */
async function tellPerson(tx: Tx, change: Change, event: NoticeEvent): Promise<void> {
  const out = event === 'organization.removed'
  await tell(tx, [change.accountId], {
    event,
    noun: out ? 'account' : 'organization',
    id: out ? change.accountId : change.id,
    params: {},
    key: `${event}:${change.formKey}`,
  })
}
