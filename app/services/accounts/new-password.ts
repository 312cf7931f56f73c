import { dictionary } from '@zxcvbn-ts/language-common'
import { isGuessable } from '#domain/accounts/credentials.ts'
import { Refusal } from '../refusal.ts'
import { hashPassword } from './password.ts'

const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])

// public: the verbs that take a new password judge who may set it
/** The stored form of a password that no list and no knowledge of its owner would guess; `own` are their words. */
export async function hashNewPassword(password: string, own: readonly string[]): Promise<string> {
  const words = own.flatMap(word => [word, ...word.split(/[@.\s_-]+/)])
  if (isGuessable(password, { common, own: words }))
    throw new Refusal('invalid', 'account.guessable', { path: 'password' })
  return hashPassword(password)
}
