import type { DbOrTx } from '#db/client.ts'
import type { TokenRow } from '#db/queries/credentials.ts'
import { findToken, insertToken, takeToken } from '#db/queries/credentials.ts'
import type { LinkPurpose } from '#domain/accounts/lifetime.ts'
import { linkMinutes } from '#domain/accounts/lifetime.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { found } from '../refusal.ts'
import { hashOfToken, newToken } from '../token.ts'

// public: a link from a letter speaks for whoever holds it, before there is an actor to judge
/** A new link that works once; answers what the letter carries. The database keeps its SHA-256. */
export async function issueLink(
  db: DbOrTx,
  { purpose, accountId, subject }: { purpose: LinkPurpose; accountId: AccountId | null; subject: string },
): Promise<string> {
  const token = newToken()
  const expiresAt = new Date(Date.now() + linkMinutes[purpose] * 60_000)
  await insertToken(db, { id: hashOfToken(token), purpose, accountId, subject, expiresAt })
  return token
}

/** What the link is about, without using it up; a used, old or made-up one is `account.linkOver`. */
export async function peekLink(db: DbOrTx, token: unknown, purpose: LinkPurpose): Promise<TokenRow> {
  const row = isToken(token) ? await findToken(db, hashOfToken(token), purpose) : null
  return found(row, 'account.linkOver')
}

export async function takeLink(db: DbOrTx, token: unknown, purpose: LinkPurpose): Promise<TokenRow> {
  const row = isToken(token) ? await takeToken(db, hashOfToken(token), purpose) : null
  return found(row, 'account.linkOver')
}

const isToken = (token: unknown): token is string => typeof token === 'string' && /^[\w-]{43}$/.test(token)
