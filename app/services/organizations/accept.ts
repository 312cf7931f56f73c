import { z } from 'zod'
import { findMailbox } from '#db/queries/accounts.ts'
import {
  addMember,
  findInvitationByToken,
  lockInvitation,
  ownersOf,
  setInvitation,
} from '#db/queries/members.ts'
import type { InvitationStanding } from '#domain/organizations/people.ts'
import { canAccept, maskedEmail, standingOfInvitation } from '#domain/organizations/people.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { MemberRole } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { found, permit } from '../refusal.ts'
import { tell } from '../tell.ts'
import { hashOfToken } from '../token.ts'
import { alreadyDone } from '../transition.ts'
import { amend } from './amend.ts'

export interface InvitationPage {
  organization: string
  role: MemberRole
  /** Enough to recognise one's own address. */
  email: string
  expiresAt: Date
  standing: InvitationStanding
  isSignedIn: boolean
  can: Verdict
  formKey: string
}

async function invitationOf(ctx: Context, token: unknown) {
  const known = z
    .string()
    .regex(/^[\w-]{43}$/)
    .safeParse(token)
  const row = known.success ? await findInvitationByToken(ctx.db, hashOfToken(known.data)) : null
  const accountId = accountIdOf(ctx.actor)
  const mailbox = accountId ? await findMailbox(ctx.db, accountId) : null
  return { ...found(row, 'invitation.unknown'), accountId, email: mailbox?.email ?? null }
}

/** What the link opens, for whoever holds it: signed in or not, with the right address or another one. */
export async function showInvitation(ctx: Context, token: unknown): Promise<InvitationPage> {
  const { invitation, organization, email } = await invitationOf(ctx, token)
  const now = await ctx.clock(ctx.db)
  return {
    organization: organization.name,
    role: invitation.role ?? 'viewer',
    email: maskedEmail(invitation.email),
    expiresAt: invitation.expiresAt,
    standing: standingOfInvitation(invitation, now),
    isSignedIn: email !== null,
    can: canAccept(invitation, email, now),
    formKey: newFormKey(),
  }
}

export const AcceptInvitation = z.object({ token: z.string().max(100), formKey })
export type AcceptInvitation = z.infer<typeof AcceptInvitation>

/** 接受邀请 by the address it was sent to, once. */
export async function acceptInvitation(
  ctx: Context,
  input: AcceptInvitation,
): Promise<{ id: OrganizationId }> {
  const { token, formKey: key } = AcceptInvitation.parse(input)
  const { invitation, organization, accountId: self, email } = await invitationOf(ctx, token)
  const { id: organizationId, name } = organization
  if (await alreadyDone(ctx.db, organizationId, key)) return { id: organizationId }
  permit(canAccept(invitation, email, await ctx.clock(ctx.db)))
  const accountId = found(self, 'invitation.unknown')
  const { role, departmentId } = invitation
  const entry = { id: organizationId, deed: 'join', formKey: key, after: { accountId, role, departmentId } }
  await amend(ctx, entry, async tx => {
    // Revoked, resent or accepted in another window meanwhile: the row is asked again, under the lock.
    const locked = found(await lockInvitation(tx, invitation.id), 'invitation.unknown')
    if (locked.tokenHash !== hashOfToken(token)) found(null, 'invitation.unknown')
    await addMember(tx, { accountId, organizationId, role: role ?? 'viewer', departmentId })
    await setInvitation(tx, invitation.id, { acceptedAt: ctx.now, acceptedBy: accountId })
    const owners = (await ownersOf(tx, organizationId)).filter(each => each !== accountId)
    await tell(tx, owners, {
      event: 'organization.joined',
      noun: 'organization',
      id: organizationId,
      params: { organization: name, email: maskedEmail(invitation.email) },
      key: `organization.joined:${invitation.id}`,
    })
  })
  return { id: organizationId }
}
