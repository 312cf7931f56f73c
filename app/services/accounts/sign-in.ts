import { findSigner } from '#db/queries/credentials.ts'
import { Credentials } from '#domain/accounts/credentials.ts'
import { opensOffices } from '#domain/accounts/second-factor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { verifyAgainstNothing, verifyPassword } from './password.ts'
import { createSession, revokeSession } from './session.ts'
import { admitTry, forgiveTry } from './throttle.ts'

/** Where the try comes from, and the session it replaces. */
export interface Visit {
  clientIp: string
  agent: string
  previousToken: string | null
}

// public: signing in is how a visitor becomes somebody
/**
 * Signs a person in with a fresh session. An unknown address and a wrong password answer alike, in words and in time:
 * `account.wrongCredentials`; too many tries: `account.tooManyTries` with `retryAfterSeconds`. With a second factor
 * the session is `pending` and opens nothing until it is proved.
 */
export async function signIn(
  ctx: Context,
  input: Credentials,
  { clientIp, agent, previousToken }: Visit,
): Promise<{ token: string; accountId: AccountId; pending: boolean }> {
  const { email, password } = Credentials.parse(input)
  const name = email.toLowerCase()
  await admitTry(ctx.db, name, clientIp)
  const signer = await findSigner(ctx.db, { email })
  const right = signer
    ? await verifyPassword(signer.account.passwordHash, password)
    : await verifyAgainstNothing(password)
  if (!signer || !right || signer.account.status !== 'active')
    throw new Refusal('invalid', 'account.wrongCredentials')
  await forgiveTry(ctx.db, name, clientIp)
  if (previousToken !== null) await revokeSession(ctx.db, previousToken)
  const { account, hasOffice, passkeys } = signer
  // A demo's people are let in as they are; without it an office opens with a second factor only.
  const bureau = hasOffice && !opensOffices({ proof: 'none', demo: account.demo })
  const { token } = await createSession(ctx.db, account.id, { bureau, address: clientIp, agent })
  return { token, accountId: account.id, pending: account.totpSecret !== null || passkeys > 0 }
}
