import type { Tx } from '#db/client.ts'
import { addJob } from '#db/queries/jobs.ts'
import type { Locale } from '#domain/shared/localized.ts'
import type { Detail } from '#domain/shared/verdict.ts'
import type { Context } from './context.ts'
import type { Vault } from './vault.ts'

/** Letters to an address, which need not be anybody's yet; words are in `i18n/<lang>/letter.ts`. */
export const letterNames = [
  'register',
  'alreadyHere',
  'resetPassword',
  'changeEmail',
  'emailChanged',
  'passwordChanged',
  'factorChanged',
  'recoveryCodeUsed',
  'officeInvitation',
  'memberInvitation',
  'erased',
] as const
export type LetterName = (typeof letterNames)[number]

export interface LetterOrder {
  to: string
  locale: Locale
  name: LetterName
  params: Detail
  /** What the link carries, where there is one; the edge knows the page that each letter leads to. */
  token: string | null
}

/** Queues a letter in the deed's transaction, sealed: a link in it must not be read from the database. */
export async function postLetter(
  tx: Tx,
  { vault }: Pick<Context, 'vault'>,
  order: LetterOrder,
): Promise<void> {
  await addJob(tx, 'sendLetter', { sealed: vault.seal(JSON.stringify(order)) })
}

/** The order that the job was given. */
export function openOrder(vault: Vault, sealed: string): LetterOrder {
  return JSON.parse(vault.open(sealed))
}
