import { z } from 'zod'
import { findAccountByEmail } from '#db/queries/accounts.ts'
import { patchAccount } from '#db/queries/credentials.ts'
import { deleteSessionsOf } from '#db/queries/sessions.ts'
import { Email, NewPassword, Profile, TypedPassword } from '#domain/accounts/credentials.ts'
import { canChangeAccount } from '#domain/accounts/policy.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { demandRenewal, hashNewPassword } from './new-password.ts'
import { issueLink, peekLink, takeLink } from './one-time.ts'
import { confirmPassword } from './own-password.ts'
import { ownSigner } from './second-factor.ts'

export interface AccountPage {
  name: string
  email: string
  phone: string | null
  hasFactor: boolean
  /** An officer without a second factor: the office stays shut until there is one. */
  mustEnrol: boolean
  passwordSetAt: Date
  canChange: Verdict
}

/** 账户 of oneself. */
export async function showAccount(ctx: Context): Promise<AccountPage> {
  const { account, hasOffice, passkeys } = await ownSigner(ctx)
  const { name, email, phone, passwordSetAt, demo } = account
  const hasFactor = account.totpSecret !== null || passkeys > 0
  const mustEnrol = hasOffice && !hasFactor && !demo
  return {
    name,
    email,
    phone,
    hasFactor,
    mustEnrol,
    passwordSetAt,
    canChange: canChangeAccount(ctx.actor, account),
  }
}

export const ChangeProfile = Profile
/** 姓名与手机号. */
export async function changeProfile(ctx: Context, input: Profile): Promise<void> {
  const { account } = await ownSigner(ctx)
  permit(canChangeAccount(ctx.actor, account))
  const after = ChangeProfile.parse(input)
  const before = { name: account.name, phone: account.phone }
  // Sent again, or as it was: nothing has changed, and nothing is told of it.
  if (before.name === after.name && before.phone === after.phone) return
  await inTransaction(ctx, async tx => {
    await patchAccount(tx, account.id, after)
    await record(tx, ctx, {
      noun: 'account',
      id: account.id,
      deed: 'edit',
      from: 'active',
      to: 'active',
      before,
      after,
    })
  })
}

export const ChangePassword = z
  .object({ current: TypedPassword, password: NewPassword, again: z.string().max(200) })
  .refine(({ password, again }) => password === again, { error: 'account.notTheSame', path: ['again'] })
export type ChangePassword = z.infer<typeof ChangePassword>

/** 改密码: every other session ends. */
export async function changePassword(ctx: Context, input: ChangePassword, session: string): Promise<void> {
  const { current, password } = ChangePassword.parse(input)
  const signer = await ownSigner(ctx)
  const { account } = signer
  permit(canChangeAccount(ctx.actor, account))
  await confirmPassword(ctx, account, current).catch(error => {
    throw error instanceof Refusal && error.reason === 'account.wrongPassword'
      ? new Refusal('invalid', error.reason, { path: 'current' })
      : error
  })
  const { id, email, name, locale } = account
  await demandRenewal(ctx, signer, password)
  const passwordHash = await hashNewPassword(password, [email, name])
  await inTransaction(ctx, async tx => {
    await patchAccount(tx, id, { passwordHash, passwordSetAt: ctx.now })
    await record(tx, ctx, { noun: 'account', id, deed: 'changePassword', from: 'active', to: 'active' })
    await postLetter(tx, ctx, { to: email, locale, name: 'passwordChanged', params: { name }, token: null })
    await deleteSessionsOf(tx, id, session)
  })
}

export const ChangeEmail = z.object({ email: Email, password: TypedPassword })
export type ChangeEmail = z.infer<typeof ChangeEmail>

/** 换邮箱: a link goes to the new address; nothing changes before it is used. Says nothing about who has the address. */
export async function changeEmail(ctx: Context, input: ChangeEmail): Promise<void> {
  const { email, password } = ChangeEmail.parse(input)
  const { account } = await ownSigner(ctx)
  permit(canChangeAccount(ctx.actor, account))
  await confirmPassword(ctx, account, password)
  await ctx.db.transaction(async tx => {
    const token = await issueLink(tx, { purpose: 'changeEmail', accountId: account.id, subject: email })
    const { locale, name } = account
    await postLetter(tx, ctx, { to: email, locale, name: 'changeEmail', params: { name }, token })
  })
}

/** The link in the new mailbox: whoever opens it there owns the address. The old address is told. */
export async function confirmNewEmail(ctx: Context, token: unknown): Promise<void> {
  const link = await peekLink(ctx.db, token, 'changeEmail')
  const { account } = await ownSigner(ctx)
  permit(canChangeAccount(ctx.actor, { ...account, id: link.accountId ?? '' }))
  const { id, locale, name, email: before } = account
  await inTransaction(ctx, async tx => {
    const { subject: after } = await takeLink(tx, token, 'changeEmail')
    if (await findAccountByEmail(tx, after)) throw new Refusal('conflict', 'account.linkOver')
    await patchAccount(tx, id, { email: after, emailConfirmedAt: ctx.now })
    await record(tx, ctx, {
      noun: 'account',
      id,
      deed: 'changeEmail',
      from: 'active',
      to: 'active',
      before,
      after,
    })
    await postLetter(tx, ctx, { to: before, locale, name: 'emailChanged', params: { name }, token: null })
  })
}
