import type { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { findAccountByEmail, insertAccount, insertOffice } from '#db/queries/accounts.ts'
import type { OfficeInvitation } from '#db/queries/officers.ts'
import { acceptOfficeInvitation, findOfficeInvitation, lockOffices } from '#db/queries/officers.ts'
import { canHoldTogether } from '#domain/accounts/policy.ts'
import { newcomer } from '#domain/shared/actor.ts'
import { text } from '#domain/shared/fields.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { OfficerRole } from '#domain/vocabulary.ts'
import { demandMixed, hashNewPassword } from '../accounts/new-password.ts'
import { SetPassword } from '../accounts/register.ts'
import { createSession, revokeAllSessions } from '../accounts/session.ts'
import type { Visit } from '../accounts/sign-in.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { accountIdOf, record } from '../record.ts'
import { demand, found, Refusal } from '../refusal.ts'
import { hashOfToken } from '../token.ts'
import { inTransaction } from '../transaction.ts'

export interface OfficeOffer {
  email: string
  role: OfficerRole
  district: string | null
  /** Whether the address has an account, and whether the reader is signed in with it. */
  stands: 'newcomer' | 'signInFirst' | 'ready'
}

// public: whoever holds the letter's link owns the address that was invited
/** What an invitation offers, and what the reader has to do for it. */
export async function showOffer(ctx: Context, token: unknown): Promise<OfficeOffer> {
  const { email, officeRole, district } = await openInvitation(ctx, token)
  const known = await findAccountByEmail(ctx.db, email)
  const stands = !known ? 'newcomer' : known.id === accountIdOf(ctx.actor) ? 'ready' : 'signInFirst'
  return { email, role: officeRole, district, stands }
}

export const JoinOffice = SetPassword.safeExtend({ name: text({ min: 2, max: 40 }) })
export type JoinOffice = z.infer<typeof JoinOffice>

/** 到岗 of somebody new: the account and its office at once. The office opens when a second factor is set up. */
export async function joinAsNewcomer(
  ctx: Context,
  { token: link, ...input }: JoinOffice & { token: unknown },
  visit: Visit,
): Promise<{ token: string }> {
  const { name, password } = JoinOffice.parse(input)
  const invitation = await openInvitation(ctx, link)
  if (ctx.passwordMaxAgeDays !== undefined) demandMixed(password)
  const passwordHash = await hashNewPassword(password, [invitation.email, name])
  const id = newId<AccountId>()
  const own: Context = { ...ctx, actor: newcomer(id, name) }
  await inTransaction(own, async tx => {
    if (await findAccountByEmail(tx, invitation.email)) throw new Refusal('conflict', 'account.alreadyHere')
    const row = { id, email: invitation.email, name, passwordHash }
    await insertAccount(tx, { ...row, emailConfirmedAt: ctx.now, passwordSetAt: ctx.now })
    await record(tx, own, { noun: 'account', id, deed: 'register', from: null, to: 'active' })
    await take(tx, own, { invitation, id })
  })
  const { clientIp: address, agent } = visit
  return createSession(ctx.db, id, { bureau: true, address, agent })
}

/** 到岗 of somebody who is here already and signed in with the invited address. Every session ends: more may be done now. */
export async function joinAsMyself(ctx: Context, token: unknown): Promise<void> {
  const invitation = await openInvitation(ctx, token)
  const id = accountIdOf(ctx.actor)
  const known = await findAccountByEmail(ctx.db, invitation.email)
  if (id === null || known?.id !== id) throw new Refusal('unauthenticated', 'account.signInFirst')
  await inTransaction(ctx, tx => take(tx, ctx, { invitation, id }))
  await revokeAllSessions(ctx.db, id)
}

type OpenInvitation = OfficeInvitation & { officeRole: OfficerRole }

async function openInvitation(ctx: Context, token: unknown): Promise<OpenInvitation> {
  const row = typeof token === 'string' ? await findOfficeInvitation(ctx.db, hashOfToken(token)) : null
  const { officeRole, ...rest } = found(row, 'account.linkOver')
  return { ...rest, officeRole: found(officeRole, 'account.linkOver') }
}

async function take(
  tx: Tx,
  ctx: Context,
  { invitation, id }: { invitation: OpenInvitation; id: AccountId },
): Promise<void> {
  const { officeRole: role, district } = invitation
  const held = await lockOffices(tx, id)
  demand(canHoldTogether([...held, role]))
  if (!(await acceptOfficeInvitation(tx, invitation.id, id)))
    throw new Refusal('notFound', 'account.linkOver')
  if (!held.includes(role)) await insertOffice(tx, { accountId: id, role, district })
  const after = { role, district, invitedBy: invitation.invitedBy }
  await record(tx, ctx, {
    noun: 'invitation',
    id: invitation.id,
    deed: 'accept',
    from: 'open',
    to: 'accepted',
  })
  await record(tx, ctx, { noun: 'account', id, deed: 'takeOffice', from: 'active', to: 'active', after })
}
