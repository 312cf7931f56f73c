import { z } from 'zod'
import { TypedPassword } from './credentials.ts'

/** A code from an authenticator, or a recovery code; blanks and full-width digits are mended. */
export const FactorCode = z
  .string({ error: 'field.required' })
  .max(64, 'field.tooLong|max=64')
  .transform(value => value.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase())
  .refine(value => /^\d{6}$/.test(value) || isRecoveryCode(value), 'account.notACode')

/** Sixteen letters and digits (80 bits), shown in groups of four. */
export const isRecoveryCode = (value: string) => /^[A-Z2-7]{16}$/.test(value)
export const groupsOfFour = (code: string) => code.replace(/(.{4})(?=.)/g, '$1-')

export const recoveryCodeCount = 10

/** 启用动态口令: the password once more, and a code that shows the seed has arrived. */
export const EnableTotp = z.object({ password: TypedPassword, code: FactorCode })
export const DisableFactor = z.object({ password: TypedPassword })

/** How a session has been proved: nothing to prove, still to be proved, or proved by a second factor. */
export type Proof = 'none' | 'pending' | 'proved'

export function proofOf({ hasFactor, provedAt }: { hasFactor: boolean; provedAt: Date | null }): Proof {
  if (provedAt !== null) return 'proved'
  return hasFactor ? 'pending' : 'none'
}

/** 岗位 opens with a second factor only; a demo's one-button people are let in as they are. */
export function opensOffices({ proof, demo }: { proof: Proof; demo: boolean }): boolean {
  return proof === 'proved' || demo
}
