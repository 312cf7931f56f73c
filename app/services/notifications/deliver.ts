import type { Db, Tx } from '#db/client.ts'
import type { NotificationRow } from '#db/queries/notifications.ts'
import {
  insertDelivery,
  insertMail,
  listDigestReaders,
  lockUnmailed,
  lockUnmailedOf,
  setMailed,
} from '#db/queries/notifications.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { mailOf } from '#domain/shared/notice-matrix.ts'
import { newFormKey } from '../new-id.ts'

export interface Letter {
  to: string
  subject: string
  body: string
  /** Further headers, such as where a mail program can stop letters of this kind. */
  headers?: Readonly<Record<string, string>>
}

/** A notice as the letter writer gets it; words and addresses are the edge's affair. */
export interface UnmailedNotice {
  notification: NotificationRow
  email: string
  locale: Locale
  name: string
}

interface Post {
  write(notice: UnmailedNotice): Letter
  send(tx: Tx, letter: Letter): Promise<void>
  now(): Date
}

// public: a job of the platform; the notice was addressed by the verb that told it
/**
 * Sends the mail of one notice, once: the row is locked, and marked in the transaction that hands the letter over. A
 * mail server's final no is written down and not tried again; anything else is, by the job.
 */
export async function deliverNotice(db: Db, post: Post, notificationId: string): Promise<void> {
  await db.transaction(async tx => {
    const notice = await lockUnmailed(tx, notificationId)
    if (!notice) return
    const fate = mailOf(notice.notification.event, notice.rhythm)
    if (fate === 'digest') return
    const outcome = fate === 'never' ? silenced : await handOver(tx, post, post.write(notice))
    await insertDelivery(tx, { notificationId, ...outcome, at: post.now() })
    await setMailed(tx, notificationId, post.now())
  })
}

interface DigestPost extends Omit<Post, 'write'> {
  write(notices: readonly UnmailedNotice[]): Letter
}

// public: the same, once a day
/** 每日汇总: one letter with what has waited since yesterday, for those who asked for it. */
export async function deliverDigests(db: Db, post: DigestPost): Promise<void> {
  for (const accountId of await listDigestReaders(db)) {
    await db.transaction(async tx => {
      const notices = await lockUnmailedOf(tx, accountId)
      if (notices.length === 0) return
      const outcome = await handOver(tx, post, post.write(notices))
      for (const { notification } of notices) {
        await insertDelivery(tx, { notificationId: notification.id, ...outcome, at: post.now() })
        await setMailed(tx, notification.id, post.now())
      }
    })
  }
}

const silenced = { outcome: 'silenced' as const, answer: null }

/** Hands a letter over; a mail server's final no is an answer, anything else a reason to try again. */
export async function handOver(tx: Tx, { send }: Pick<Post, 'send'>, letter: Letter) {
  try {
    await send(tx, letter)
    return { outcome: 'handedOver' as const, answer: null }
  } catch (error) {
    const answer = finalNo(error)
    if (answer === null) throw error
    return { outcome: 'refused' as const, answer }
  }
}

/** What a mail server said when it will never take this letter (5xx); null for everything that may pass. */
function finalNo(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('responseCode' in error)) return null
  const code = Number(error.responseCode)
  return code >= 500 && code < 600 && 'response' in error ? String(error.response).slice(0, 300) : null
}

// public: the default post box of an installation without SMTP
/** Puts a letter into the mailbox page instead of the post. */
export async function keepLetter(tx: Tx, { to, subject, body }: Letter): Promise<void> {
  await insertMail(tx, { id: newFormKey(), to, subject, body })
}
