import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { AccountId, OrganizationId } from '../../app/domain/shared/ids.ts'
import type { Locale } from '../../app/domain/shared/localized.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, mailDelivery, membership, notification } from '../schema/index.ts'

export interface MatchReader {
  accountId: AccountId
  organizationId: OrganizationId
  rhythm: (typeof account.$inferSelect)['matchRhythm']
}

/** Who works on the objects of these organisations: their owners and editors, as far as their accounts live. */
export async function listMatchReaders(tx: Tx, ids: readonly OrganizationId[]): Promise<MatchReader[]> {
  if (ids.length === 0) return []
  return tx
    .select({
      accountId: account.id,
      organizationId: membership.organizationId,
      rhythm: account.matchRhythm,
    })
    .from(membership)
    .innerJoin(account, and(eq(account.id, membership.accountId), eq(account.status, 'active')))
    .where(and(inArray(membership.organizationId, [...ids]), inArray(membership.role, ['owner', 'editor'])))
    .orderBy(asc(account.id))
}

const matchEvents = ['match.products', 'match.scenarios']
const isUnsent = and(inArray(notification.event, matchEvents), isNull(notification.mailedAt))

/** People for whom matches wait to be mailed by this rhythm. */
export async function listDueReaders(db: DbOrTx, rhythm: 'daily' | 'weekly'): Promise<AccountId[]> {
  const rows = await db
    .selectDistinct({ id: account.id })
    .from(account)
    .innerJoin(notification, and(eq(notification.accountId, account.id), isUnsent))
    .where(and(eq(account.matchRhythm, rhythm), eq(account.status, 'active')))
  return rows.map(row => row.id)
}

export interface LetterReader {
  email: string
  locale: Locale
  name: string
  rhythm: (typeof account.$inferSelect)['matchRhythm']
  organizationIds: OrganizationId[]
}

/** The reader of one letter with the organisations they work for now; null once their account is gone. */
export async function findLetterReader(tx: Tx, id: AccountId): Promise<LetterReader | null> {
  const { email, locale, name, matchRhythm: rhythm } = account
  const [row] = await tx
    .select({ email, locale, name, rhythm })
    .from(account)
    .where(and(eq(account.id, id), eq(account.status, 'active')))
  if (!row) return null
  const own = await tx
    .select({ id: membership.organizationId })
    .from(membership)
    .where(and(eq(membership.accountId, id), inArray(membership.role, ['owner', 'editor'])))
  return { ...row, organizationIds: own.map(each => each.id) }
}

/** What waits to be mailed to one person, oldest first; locked, so that two workers send once. */
export function lockUnsentNotices(tx: Tx, accountId: AccountId, limit: number) {
  return tx
    .select({ id: notification.id })
    .from(notification)
    .where(and(eq(notification.accountId, accountId), isUnsent))
    .orderBy(asc(notification.createdAt), asc(notification.id))
    .limit(limit)
    .for('update')
}

/** How often this person wants mail about matches; null once their account is gone. */
export async function findMatchRhythm(db: DbOrTx, id: AccountId): Promise<LetterReader['rhythm'] | null> {
  const [row] = await db
    .select({ rhythm: account.matchRhythm })
    .from(account)
    .where(and(eq(account.id, id), eq(account.status, 'active')))
  return row?.rhythm ?? null
}

/** What waits to be mailed to this person stays in the platform. */
export async function silenceMatches(tx: Tx, accountId: AccountId, at: Date): Promise<void> {
  const silenced = await tx
    .update(notification)
    .set({ mailedAt: at })
    .where(and(eq(notification.accountId, accountId), isUnsent))
    .returning({ notificationId: notification.id })
  if (silenced.length > 0)
    await tx
      .insert(mailDelivery)
      .values(silenced.map(each => ({ ...each, outcome: 'silenced' as const, answer: null, at })))
}
