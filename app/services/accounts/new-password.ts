import { dictionary } from '@zxcvbn-ts/language-common'
import type { Signer } from '#db/queries/credentials.ts'
import { isGuessable, isMixed } from '#domain/accounts/credentials.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { hashPassword, verifyPassword } from './password.ts'

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])

// public: the verbs that take a new password judge who may set it
/** The stored form of a password that no list and no knowledge of its owner would guess; `own` are their words. */
export async function hashNewPassword(password: string, own: readonly string[]): Promise<string> {
  const words = own.flatMap(word => [word, ...word.split(/[@.\s_-]+/)])
  if (isGuessable(password, { common, own: words }))
    throw new Refusal('invalid', 'account.guessable', { path: 'password' })
  return hashPassword(password)
}

/** Where passwords have a maximum age, an officer's next one is mixed and not the one they have. */
export async function demandRenewal(
  { passwordMaxAgeDays }: Context,
  { account, hasOffice }: Pick<Signer, 'account' | 'hasOffice'>,
  password: string,
): Promise<void> {
  if (passwordMaxAgeDays === undefined || !hasOffice || account.demo) return
  demandMixed(password)
  if (await verifyPassword(account.passwordHash, password))
    throw new Refusal('invalid', 'account.samePassword', { path: 'password' })
}

export function demandMixed(password: string): void {
  if (!isMixed(password)) throw new Refusal('invalid', 'account.notMixed', { path: 'password' })
}
