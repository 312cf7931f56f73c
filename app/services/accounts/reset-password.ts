import { findSigner, patchAccount } from '#db/queries/credentials.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { record } from '../record.ts'
import { found } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { demandRenewal, hashNewPassword } from './new-password.ts'
import { peekLink, takeLink } from './one-time.ts'
import { SetPassword } from './register.ts'
import { revokeAllSessions } from './session.ts'

// public: whoever holds the letter's link owns the address it was sent to
/** Whether the link still opens; the page asks for a new password. */
export async function showReset(ctx: Context, token: unknown): Promise<void> {
  await peekLink(ctx.db, token, 'resetPassword')
}

/** 重设密码: every session ends. A second factor stays as it is and is asked for at the next sign-in. */
export async function resetPassword(
  ctx: Context,
  { token, ...input }: SetPassword & { token: unknown },
): Promise<void> {
  const { password } = SetPassword.parse(input)
  const { accountId } = await peekLink(ctx.db, token, 'resetPassword')
  const signer = found(accountId && (await findSigner(ctx.db, { id: accountId })), 'account.linkOver')
  const { id, email, name, locale } = signer.account
  await demandRenewal(ctx, signer, password)
  const passwordHash = await hashNewPassword(password, [email, name])
  await inTransaction(ctx, async tx => {
    await takeLink(tx, token, 'resetPassword')
    await patchAccount(tx, id, { passwordHash, passwordSetAt: ctx.now })
    await record(tx, ctx, { noun: 'account', id, deed: 'resetPassword', from: 'active', to: 'active' })
    await postLetter(tx, ctx, { to: email, locale, name: 'passwordChanged', params: { name }, token: null })
  })
  await revokeAllSessions(ctx.db, id)
}
