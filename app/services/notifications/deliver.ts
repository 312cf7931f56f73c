import type { Db, Tx } from '#db/client.ts'
import type { NotificationRow } from '#db/queries/notifications.ts'
import { insertMail, lockUnmailed, setMailed } from '#db/queries/notifications.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { newFormKey } from '../new-id.ts'

export interface Letter {
  to: string
  subject: string
  body: string
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
/** Sends the mail of one notice, once: the row is locked, and marked in the transaction that hands the letter over. */
export function deliverNotice(db: Db, post: Post, notificationId: string): Promise<void> {
  return db.transaction(async tx => {
    const notice = await lockUnmailed(tx, notificationId)
    if (!notice) return
    await post.send(tx, post.write(notice))
    await setMailed(tx, notificationId, post.now())
  })
}

// public: the default post box of an installation without SMTP
/** Puts a letter into the mailbox page instead of the post. */
export async function keepLetter(tx: Tx, letter: Letter): Promise<void> {
  await insertMail(tx, { id: newFormKey(), ...letter })
}
