import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { findAccountByEmail, findMailbox } from '#db/queries/accounts.ts'
import type { InvitationRow } from '#db/queries/members.ts'
import { insertInvitation, listInvitations, memberWithEmail, setInvitation } from '#db/queries/members.ts'
import { emailField, placeFields } from '#domain/organizations/organization.ts'
import { invitationDays, invitationsAtOnce } from '#domain/organizations/people.ts'
import { canManage } from '#domain/organizations/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { InvitationId, OrganizationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { accountIdOf } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { hashOfToken, newToken } from '../token.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'
import { permitDepartment } from './members.ts'

export const InviteMember = z.object({ ...placeFields, id: id.organization, email: emailField, formKey })
export type InviteMember = z.infer<typeof InviteMember>

/** 邀请 by mail. The form's key becomes the invitation's id. */
export async function inviteMember(ctx: Context, input: InviteMember): Promise<void> {
  const { id: organizationId, email, role, departmentId = null, formKey: key } = InviteMember.parse(input)
  const { name } = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  const entry = { id: organizationId, deed: 'invite', formKey: key, after: { role, departmentId } }
  await amend(ctx, entry, async tx => {
    await permitAddress(tx, organizationId, email)
    await permitDepartment(tx, organizationId, departmentId)
    const now = await ctx.clock(tx)
    const invitationId = brand<InvitationId>(key)
    const [token, expiresAt] = [newToken(), expiryFrom(now)]
    await insertInvitation(tx, {
      ...{ id: invitationId, organizationId, email, role, departmentId, invitedBy: accountIdOf(ctx.actor) },
      ...{ tokenHash: hashOfToken(token), createdAt: now, expiresAt },
    })
    await write(tx, ctx, { email, role, expiresAt, organization: name, token })
  })
}

const expiryFrom = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000)

/** The letter, in the language of its reader, or of who invites while the address is nobody's. */
async function write(
  tx: Tx,
  ctx: Context,
  {
    email,
    role,
    expiresAt,
    organization,
    token,
  }: Pick<InvitationRow, 'email' | 'role' | 'expiresAt'> & { organization: string; token: string },
): Promise<void> {
  const known = await findAccountByEmail(tx, email)
  const self = accountIdOf(ctx.actor)
  const own = self && (await findMailbox(tx, self))
  const inviter = ctx.actor.kind === 'person' ? ctx.actor.name : organization
  const params = { organization, inviter, role: role ?? 'viewer', until: expiresAt.toISOString() }
  const locale = (known ?? own)?.locale ?? 'zh'
  await postLetter(tx, ctx, { to: email, locale, name: 'memberInvitation', params, token })
}

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

/** 重发: seven days from now, with a new link; the old one opens nothing any more. */
export function resendInvitation(ctx: Context, input: HandleInvitation): Promise<void> {
  return handle(
    ctx,
    { ...input, deed: 'resendInvitation' },
    async (tx, { id: invitationId, email, role }, organization) => {
      const [token, expiresAt] = [newToken(), expiryFrom(await ctx.clock(tx))]
      await setInvitation(tx, invitationId, { tokenHash: hashOfToken(token), expiresAt })
      await write(tx, ctx, { email, role, expiresAt, organization, token })
    },
  )
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
  work: (tx: Tx, invitation: InvitationRow, organization: string) => Promise<void>,
): Promise<void> {
  const { id: organizationId, invitationId, formKey: key } = HandleInvitation.parse(input)
  const { name } = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canManage(ctx.actor, organizationId))
  await amend(ctx, { id: organizationId, deed, formKey: key }, async tx => {
    const waiting = await listInvitations(tx, organizationId)
    const invitation = found(
      waiting.find(each => each.id === invitationId),
      'invitation.unknown',
    )
    await work(tx, invitation, name)
  })
}
