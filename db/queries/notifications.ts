import { and, count, desc, eq, inArray, isNull, notInArray } from 'drizzle-orm'
import type { AccountId } from '../../app/domain/shared/ids.ts'
import type { DbOrTx, Tx } from '../client.ts'
import { account, mail, mailDelivery, notification } from '../schema/index.ts'

export type NotificationRow = typeof notification.$inferSelect

/** Inserts what has not been told yet; answers the ids of the new rows. */
export async function insertNotifications(
  tx: Tx,
  rows: (typeof notification.$inferInsert)[],
): Promise<string[]> {
  if (rows.length === 0) return []
  const inserted = await tx
    .insert(notification)
    .values(rows)
    .onConflictDoNothing()
    .returning({ id: notification.id })
  return inserted.map(row => row.id)
}

export function listNotifications(
  db: DbOrTx,
  accountId: AccountId,
  limit: number,
): Promise<NotificationRow[]> {
  return db
    .select()
    .from(notification)
    .where(eq(notification.accountId, accountId))
    .orderBy(desc(notification.createdAt))
    .limit(limit)
}

/** One page of a person's notices, the newest first, with how many there are in all. */
export async function notificationPage(
  db: DbOrTx,
  accountId: AccountId,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ rows: NotificationRow[]; total: number }> {
  const own = eq(notification.accountId, accountId)
  const [rows, [counted]] = await Promise.all([
    db
      .select()
      .from(notification)
      .where(own)
      .orderBy(desc(notification.createdAt), desc(notification.id))
      .offset(offset)
      .limit(limit),
    db.select({ n: count() }).from(notification).where(own),
  ])
  return { rows, total: counted?.n ?? 0 }
}

export async function setNotificationsRead(db: DbOrTx, accountId: AccountId, at: Date): Promise<void> {
  const where = and(eq(notification.accountId, accountId), isNull(notification.readAt))
  await db.update(notification).set({ readAt: at }).where(where)
}

const unmailed = {
  notification,
  email: account.email,
  locale: account.locale,
  name: account.name,
  rhythm: account.mailRhythm,
}

/** What the mail job needs, or null once the mail has gone. Locks the row so that two workers send once. */
export async function lockUnmailed(tx: Tx, id: string) {
  const [row] = await tx
    .select(unmailed)
    .from(notification)
    .innerJoin(account, eq(account.id, notification.accountId))
    .where(and(eq(notification.id, id), isNull(notification.mailedAt)))
    .for('update', { of: notification })
  return row ?? null
}

/** Letters about a saved search and about matches go by rhythms of their own, not by that of the account. */
const isOrdinary = notInArray(notification.event, ['search.found', 'match.products', 'match.scenarios'])

/** People for whom something waits to go out in the day's one letter. */
export async function listDigestReaders(db: DbOrTx): Promise<AccountId[]> {
  const rows = await db
    .selectDistinct({ id: account.id })
    .from(account)
    .innerJoin(
      notification,
      and(eq(notification.accountId, account.id), isNull(notification.mailedAt), isOrdinary),
    )
    .where(eq(account.mailRhythm, 'daily'))
  return rows.map(row => row.id)
}

/** What one person's letter of the day would tell, oldest first; rows in the hands of another worker stay out. */
export function lockUnmailedOf(tx: Tx, accountId: AccountId) {
  return tx
    .select(unmailed)
    .from(notification)
    .innerJoin(account, eq(account.id, notification.accountId))
    .where(and(eq(notification.accountId, accountId), isNull(notification.mailedAt), isOrdinary))
    .orderBy(notification.createdAt)
    .limit(200)
    .for('update', { of: notification, skipLocked: true })
}

export async function insertDelivery(tx: Tx, row: typeof mailDelivery.$inferInsert): Promise<void> {
  await tx.insert(mailDelivery).values(row)
}

export interface DeliveryCount {
  event: string
  outcome: (typeof mailDelivery.$inferSelect)['outcome']
  n: number
}

/** How the mails of each event have fared. */
export function countDeliveries(db: DbOrTx): Promise<DeliveryCount[]> {
  return db
    .select({ event: notification.event, outcome: mailDelivery.outcome, n: count() })
    .from(mailDelivery)
    .innerJoin(notification, eq(notification.id, mailDelivery.notificationId))
    .groupBy(notification.event, mailDelivery.outcome)
}

/** The latest mails that a server would not take. */
export function listRefusedMails(db: DbOrTx, limit: number) {
  return db
    .select({
      event: notification.event,
      answer: mailDelivery.answer,
      at: mailDelivery.at,
      email: account.email,
    })
    .from(mailDelivery)
    .innerJoin(notification, eq(notification.id, mailDelivery.notificationId))
    .innerJoin(account, eq(account.id, notification.accountId))
    .where(inArray(mailDelivery.outcome, ['refused', 'bounced']))
    .orderBy(desc(mailDelivery.at))
    .limit(limit)
}

export async function setMailed(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.update(notification).set({ mailedAt: at }).where(eq(notification.id, id))
}

export async function insertMail(tx: Tx, row: typeof mail.$inferInsert): Promise<void> {
  await tx.insert(mail).values(row)
}

export function listMails(db: DbOrTx, to: string | null, limit: number) {
  return db
    .select()
    .from(mail)
    .where(to ? eq(mail.to, to) : undefined)
    .orderBy(desc(mail.sentAt))
    .limit(limit)
}
