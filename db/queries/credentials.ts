import { and, eq, gt, isNull, lt, or, type SQL, sql } from 'drizzle-orm'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { builtOnce } from '../prepare.ts'
import { account, oneTimeToken, passkey, rateLimit, recoveryCode } from '../schema/index.ts'
import { type AccountRow, type OfficeRow, offices, officesIn } from './accounts.ts'

export type TokenRow = typeof oneTimeToken.$inferSelect
export type TokenPurpose = TokenRow['purpose']
export type PasskeyRow = typeof passkey.$inferSelect

/** What signing in wants to know of an account, in one query. */
export interface Signer {
  account: AccountRow
  offices: OfficeRow[]
  hasOffice: boolean
  passkeys: number
}

const passkeys = sql<number>`(select count(*)::int from passkey p where p.account_id = ${account.id})`

const signerWhere = (condition: SQL) =>
  builtOnce((db: DbOrTx) =>
    db.select({ account, offices, passkeys }).from(account).where(condition).limit(1).prepare('signer'),
  )
const signerWithEmail = signerWhere(sql`lower(${account.email}) = lower(${sql.placeholder('email')})`)
const signerWithId = signerWhere(eq(account.id, sql.placeholder('id')))

export async function findSigner(
  db: DbOrTx,
  where: { email: string } | { id: AccountId },
): Promise<Signer | null> {
  const query = 'id' in where ? signerWithId(db) : signerWithEmail(db)
  const [row] = await query.execute({ ...where })
  if (!row) return null
  const held = officesIn(row.offices)
  return { ...row, offices: held, hasOffice: held.length > 0 }
}

export async function patchAccount(
  tx: DbOrTx,
  id: AccountId,
  patch: Partial<typeof account.$inferInsert>,
): Promise<void> {
  await tx.update(account).set(patch).where(eq(account.id, id))
}

/** Notes the 30-second step of a code; false when this step or a later one was used already. */
export async function spendTotpStep(tx: DbOrTx, id: AccountId, step: number): Promise<boolean> {
  const rows = await tx
    .update(account)
    .set({ totpStep: step })
    .where(and(eq(account.id, id), or(isNull(account.totpStep), lt(account.totpStep, step))))
    .returning({ id: account.id })
  return rows.length === 1
}

/** A new link; older ones of the same person and purpose open nothing any more. */
export async function insertToken(tx: DbOrTx, row: typeof oneTimeToken.$inferInsert): Promise<void> {
  if (row.accountId) {
    await tx
      .delete(oneTimeToken)
      .where(and(eq(oneTimeToken.accountId, row.accountId), eq(oneTimeToken.purpose, row.purpose)))
  }
  await tx.insert(oneTimeToken).values(row)
}

const isLive = and(isNull(oneTimeToken.usedAt), gt(oneTimeToken.expiresAt, sql`now()`))

export async function findToken(db: DbOrTx, id: string, purpose: TokenPurpose): Promise<TokenRow | null> {
  const [row] = await db
    .select()
    .from(oneTimeToken)
    .where(and(eq(oneTimeToken.id, id), eq(oneTimeToken.purpose, purpose), isLive))
  return row ?? null
}

/** Uses a link up; null when it was used, is over, or never was. Two who use it at once: one gets it. */
export async function takeToken(tx: DbOrTx, id: string, purpose: TokenPurpose): Promise<TokenRow | null> {
  const [row] = await tx
    .update(oneTimeToken)
    .set({ usedAt: sql`now()` })
    .where(and(eq(oneTimeToken.id, id), eq(oneTimeToken.purpose, purpose), isLive))
    .returning()
  return row ?? null
}

/** Notes that a challenge was answered; false when it was before. */
export async function spendChallenge(db: DbOrTx, id: string, expiresAt: Date): Promise<boolean> {
  const rows = await db
    .insert(oneTimeToken)
    .values({ id, purpose: 'passkey', expiresAt, usedAt: sql`now()` })
    .onConflictDoNothing()
    .returning({ id: oneTimeToken.id })
  return rows.length === 1
}

export async function replaceRecoveryCodes(tx: Tx, accountId: AccountId, hashes: string[]): Promise<void> {
  await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId))
  if (hashes.length > 0) await tx.insert(recoveryCode).values(hashes.map(hash => ({ accountId, hash })))
}

export async function countRecoveryCodes(db: DbOrTx, accountId: AccountId): Promise<number> {
  const rows = await db
    .select({ hash: recoveryCode.hash })
    .from(recoveryCode)
    .where(and(eq(recoveryCode.accountId, accountId), isNull(recoveryCode.usedAt)))
  return rows.length
}

/** Uses a recovery code up; false when it is unknown or used. */
export async function spendCode(tx: DbOrTx, accountId: AccountId, hash: string): Promise<boolean> {
  const own = and(eq(recoveryCode.accountId, accountId), eq(recoveryCode.hash, hash))
  const rows = await tx
    .update(recoveryCode)
    .set({ usedAt: sql`now()` })
    .where(and(own, isNull(recoveryCode.usedAt)))
    .returning({ hash: recoveryCode.hash })
  return rows.length === 1
}

export function listPasskeys(db: DbOrTx, accountId: AccountId): Promise<PasskeyRow[]> {
  return db.select().from(passkey).where(eq(passkey.accountId, accountId)).orderBy(passkey.createdAt)
}

export async function insertPasskey(tx: DbOrTx, row: typeof passkey.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(passkey).values(row).onConflictDoNothing().returning({ id: passkey.id })
  return rows.length === 1
}

/** Notes a use; the counter only grows, unless the key does not count at all. */
export async function touchPasskey(tx: DbOrTx, id: string, counter: number): Promise<boolean> {
  const grows = or(lt(passkey.counter, counter), and(eq(passkey.counter, 0), sql`${counter} = 0`))
  const rows = await tx
    .update(passkey)
    .set({ counter, usedAt: sql`now()` })
    .where(and(eq(passkey.id, id), grows))
    .returning({ id: passkey.id })
  return rows.length === 1
}

export async function deletePasskey(tx: DbOrTx, accountId: AccountId, id: string): Promise<boolean> {
  const rows = await tx
    .delete(passkey)
    .where(and(eq(passkey.accountId, accountId), eq(passkey.id, id)))
    .returning({ id: passkey.id })
  return rows.length === 1
}

/** What is over: links after a day, tries whose time has run out. */
export async function deleteStaleCredentials(db: DbOrTx): Promise<void> {
  await db.delete(oneTimeToken).where(lt(oneTimeToken.expiresAt, sql`now() - interval '1 day'`))
  await db.delete(rateLimit).where(lt(rateLimit.expire, sql`now()`))
}
