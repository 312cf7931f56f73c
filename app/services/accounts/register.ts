import { z } from 'zod'
import { findAccountByEmail, insertAccount } from '#db/queries/accounts.ts'
import { NewPassword } from '#domain/accounts/credentials.ts'
import { newcomer } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { record } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { Confirmation } from './links.ts'
import { hashNewPassword } from './new-password.ts'
import { peekLink, takeLink } from './one-time.ts'
import { createSession } from './session.ts'
import type { Visit } from './sign-in.ts'

export const SetPassword = z
  .object({ password: NewPassword, again: z.string().max(200) })
  .refine(({ password, again }) => password === again, { error: 'account.notTheSame', path: ['again'] })
export type SetPassword = z.infer<typeof SetPassword>

// public: whoever holds the letter's link is the one who asked for it
/** What a registration's link says, for the page that asks for a password. */
export async function showRegistration(
  ctx: Context,
  token: unknown,
): Promise<{ email: string; name: string }> {
  const { email, name } = Confirmation.parse(
    JSON.parse((await peekLink(ctx.db, token, 'confirmEmail')).subject),
  )
  return { email, name }
}

/** 完成注册: the link proves the address, so the account exists from here on and its owner is signed in. */
export async function register(
  ctx: Context,
  { token: link, ...input }: SetPassword & { token: unknown },
  visit: Visit,
): Promise<{ token: string; next: string | null }> {
  const { password } = SetPassword.parse(input)
  const wish = Confirmation.parse(JSON.parse((await peekLink(ctx.db, link, 'confirmEmail')).subject))
  const passwordHash = await hashNewPassword(password, [wish.email, wish.name])
  const accountId = newId<AccountId>()
  await inTransaction(ctx, async tx => {
    await takeLink(tx, link, 'confirmEmail')
    if (await findAccountByEmail(tx, wish.email)) throw new Refusal('conflict', 'account.alreadyHere')
    const row = { id: accountId, email: wish.email, name: wish.name, locale: wish.locale, passwordHash }
    await insertAccount(tx, { ...row, emailConfirmedAt: ctx.now, passwordSetAt: ctx.now })
    const actor = newcomer(accountId, wish.name)
    const born = { noun: 'account', id: accountId, deed: 'register', from: null, to: 'active' }
    await record(tx, { ...ctx, actor }, born)
  })
  const { clientIp: address, agent } = visit
  const { token } = await createSession(ctx.db, accountId, { address, agent })
  return { token, next: wish.next }
}
