import type { Db } from '#db/client.ts'
import { lockUnmailed, setMailed } from '#db/queries/notifications.ts'
import type { Noun } from '#domain/shared/lifecycle.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import type { Mailer } from './mailer.ts'

interface Desk {
  db: Db
  mailer: Mailer
  publicOrigin: string
  now(): Date
}

/** Sends the mail of one notice, once: the row is locked, and marked in the transaction that hands the letter over. */
export function deliverMail(
  { db, mailer, publicOrigin, now }: Desk,
  payload: { notificationId: string },
): Promise<void> {
  return db.transaction(async tx => {
    const found = await lockUnmailed(tx, payload.notificationId)
    if (!found) return
    const { notification, email, locale, name } = found
    const t = createT(locale === 'en' ? en : zh, locale)
    const subject = t.maybe(`notification.${notification.event}.subject`, notification.params)
    const text = t.maybe(`notification.${notification.event}.text`, notification.params)
    if (subject === null || text === null) throw new Error(`no text for the notice ${notification.event}`)
    const link = new URL(noticePath(notification), publicOrigin).href
    await mailer.send(tx, { to: email, subject, body: t('common.mailBody', { name, text, link }) })
    await setMailed(tx, notification.id, now())
  })
}

/** The page that a notice is about. */
export function noticePath({ noun, objectId }: { noun: string; objectId: string }): string {
  const path = pages[noun as Noun]
  return path ? path(objectId) : paths.home()
}

const pages: Record<Noun, (id: string) => string> = {
  organization: paths.organization,
  scenario: paths.scenario,
  product: paths.product,
  bid: paths.bid,
  pilot: paths.pilot,
  claim: paths.claim,
  entry: paths.entry,
}
