import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { addJob } from '#db/queries/jobs.ts'
import type { InvitationRow } from '#db/queries/members.ts'
import { insertInvitation, listInvitations, memberWithEmail, setInvitation } from '#db/queries/members.ts'
import { emailField, placeFields } from '#domain/organizations/organization.ts'
import { invitationDays, invitationsAtOnce } from '#domain/organizations/people.ts'
import { canManage } from '#domain/organizations/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { InvitationId, OrganizationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { hashOfToken, newToken } from '../token.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'
import { permitDepartment } from './members.ts'

export const InviteMember = z.object({ ...placeFields, id: id.organization, email: emailField, formKey })
export type InviteMember = z.infer<typeof InviteMember>

/**
 * 邀请 by mail. The form's key becomes the invitation's id; its link is made by the mail job at the moment the letter is
 * written, so that no table, no queue and no backup ever holds it.
 */
export async function inviteMember(ctx: Context, input: InviteMember): Promise<void> {
  const { id: organizationId, email, role, departmentId = null, formKey: key } = InviteMember.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const entry = { id: organizationId, deed: 'invite', formKey: key, after: { role, departmentId } }
  await amend(ctx, entry, async tx => {
    await permitAddress(tx, organizationId, email)
    await permitDepartment(tx, organizationId, departmentId)
    const now = await ctx.clock(tx)
    const invitationId = brand<InvitationId>(key)
    await insertInvitation(tx, {
      ...{ id: invitationId, organizationId, email, role, departmentId, invitedBy: accountIdOf(ctx.actor) },
      ...{ tokenHash: hashOfToken(newToken()), createdAt: now, expiresAt: expiryFrom(now) },
    })
    await addJob(tx, 'mailInvitation', { invitationId })
  })
}

const expiryFrom = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000)

async function permitAddress(tx: Tx, organizationId: OrganizationId, email: string): Promise<void> {
  if (await memberWithEmail(tx, organizationId, email))
    throw new Refusal('invalid', 'invitation.memberAlready', { path: 'email' })
  const waiting = await listInvitations(tx, organizationId)
  if (waiting.some(each => each.email.toLowerCase() === email.toLowerCase()))
    throw new Refusal('invalid', 'invitation.waiting', { path: 'email' })
  if (waiting.length >= invitationsAtOnce)
    throw new Refusal('tooMany', 'invitation.tooMany', { detail: { max: invitationsAtOnce } })
}

export const HandleInvitation = z.object({ id: id.organization, invitationId: id.invitation, formKey })
export type HandleInvitation = z.infer<typeof HandleInvitation>

/** 重发: seven days from now, with a new link; the old one ends with the new letter. */
export function resendInvitation(ctx: Context, input: HandleInvitation): Promise<void> {
  return handle(ctx, { ...input, deed: 'resendInvitation' }, async (tx, { id: invitationId }) => {
    await setInvitation(tx, invitationId, { expiresAt: expiryFrom(await ctx.clock(tx)) })
    await addJob(tx, 'mailInvitation', { invitationId })
  })
}

/** 撤回邀请: the link opens nothing from now on. */
export function revokeInvitation(ctx: Context, input: HandleInvitation): Promise<void> {
  return handle(ctx, { ...input, deed: 'revokeInvitation' }, (tx, { id: invitationId }) =>
    setInvitation(tx, invitationId, { revokedAt: ctx.now }),
  )
}

async function handle(
  ctx: Context,
  { deed, ...input }: HandleInvitation & { deed: string },
  work: (tx: Tx, invitation: InvitationRow) => Promise<void>,
): Promise<void> {
  const { id: organizationId, invitationId, formKey: key } = HandleInvitation.parse(input)
  await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  await amend(ctx, { id: organizationId, deed, formKey: key }, async tx => {
    const waiting = await listInvitations(tx, organizationId)
    const invitation = found(
      waiting.find(each => each.id === invitationId),
      'invitation.unknown',
    )
    await work(tx, invitation)
  })
}
