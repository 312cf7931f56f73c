import { findSigner } from '#db/queries/credentials.ts'
import { Credentials } from '#domain/accounts/credentials.ts'
import { opensOffices } from '#domain/accounts/second-factor.ts'
import { type Workplace, workplaceOf } from '#domain/accounts/workplace.ts'
import { newcomer } from '#domain/shared/actor.ts'
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

export interface Entry {
  token: string
  accountId: AccountId
  /** The second factor is still to be proved. */
  pending: boolean
  /** An office that stays shut until its holder has a second factor. */
  mustEnrol: boolean
  workplace: Workplace
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
): Promise<Entry> {
  const { email, password } = Credentials.parse(input)
  const name = email.toLowerCase()
  await admitTry(ctx.db, name, clientIp)
  const signer = await findSigner(ctx.db, { email })
  const right = signer
    ? await verifyPassword(signer.account.passwordHash, password)
    : await verifyAgainstNothing(password)
  if (!signer || !right || signer.account.status !== 'active')
    throw new Refusal('invalid', 'account.wrongCredentials')
  const { account, offices, hasOffice, passkeys } = signer
  // A demo's people are let in as they are; without it an office opens with a second factor only.
  const open = opensOffices({ proof: 'none', demo: account.demo })
  const start = { bureau: hasOffice && !open, address: clientIp, agent }
  const [{ token }] = await Promise.all([
    createSession(ctx.db, account.id, start),
    forgiveTry(ctx.db, name, clientIp),
    previousToken === null ? null : revokeSession(ctx.db, previousToken),
  ])
  const person = { ...newcomer(account.id, account.name), offices: open ? offices : [] }
  return {
    token,
    accountId: account.id,
    pending: account.totpSecret !== null || passkeys > 0,
    mustEnrol: hasOffice && !open,
    workplace: workplaceOf(person),
  }
}
