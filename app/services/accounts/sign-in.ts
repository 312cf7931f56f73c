import { findAccountByEmail } from '#db/queries/accounts.ts'
import { Credentials } from '#domain/accounts/credentials.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { verifyAgainstNothing, verifyPassword } from './password.ts'
import { createSession, revokeSession } from './session.ts'
import { SignInThrottle } from './throttle.ts'

/** Where the try comes from, and the session it replaces. */
export interface Visit {
  clientIp: string
  previousToken: string | null
}

const throttle = new SignInThrottle()

// public: signing in is how a visitor becomes somebody
/**
 * Signs a person in with a fresh session. An unknown address and a wrong password answer alike, in words and in time:
 * `account.wrongCredentials`; too many tries: `account.tooManyTries` with `retryAfterSeconds`.
 */
export async function signIn(
  ctx: Context,
  input: Credentials,
  { clientIp, previousToken }: Visit,
): Promise<{ token: string; accountId: AccountId }> {
  const { email, password } = Credentials.parse(input)
  const name = email.toLowerCase()
  await throttle.admit(name, clientIp)
  const account = await findAccountByEmail(ctx.db, email)
  const right = account
    ? await verifyPassword(account.passwordHash, password)
    : await verifyAgainstNothing(password)
  if (!account || !right) throw new Refusal('invalid', 'account.wrongCredentials')
  await throttle.forgive(name, clientIp)
  if (previousToken !== null) await revokeSession(ctx.db, previousToken)
  const { token } = await createSession(ctx.db, account.id)
  return { token, accountId: account.id }
}
