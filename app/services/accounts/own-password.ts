import type { AccountRow } from '#db/queries/accounts.ts'
import type { Context } from '../context.ts'
import { openLimiter } from '../rate-limit.ts'
import { Refusal } from '../refusal.ts'
import { verifyPassword } from './password.ts'

// public: asked of somebody who is signed in, by the verbs that judge who it is
/** The password once more before something grave; a session left open is not enough. Five tries in a quarter hour. */
export async function confirmPassword(ctx: Context, account: AccountRow, password: string): Promise<void> {
  const limit = { name: 'confirm', points: 5, seconds: 900 }
  const limiter = openLimiter(ctx.db, limit, 'account.tooManyTries')
  await limiter.take(account.id)
  if (!(await verifyPassword(account.passwordHash, password)))
    throw new Refusal('invalid', 'account.wrongPassword', { path: 'password' })
  await limiter.forget(account.id)
}
