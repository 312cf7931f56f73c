import type { Db } from '#db/client.ts'
import type { InvitationId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Noun } from '#domain/shared/lifecycle.ts'
import { memberRoles } from '#domain/vocabulary.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import type { Letter, UnmailedNotice } from '#services/notifications/deliver.ts'
import { deliverNotice } from '#services/notifications/deliver.ts'
import type { WaitingInvitation } from '#services/organizations/accept.ts'
import { mailInvitation as sendInvitation } from '#services/organizations/accept.ts'
import type { Mailer } from './mailer.ts'

interface Desk {
  db: Db
  mailer: Mailer
  publicOrigin: string
  now(): Date
}

/** The job behind each notice: its letter, in the reader's language, with the address of the page it is about. */
export function deliverMail(desk: Desk, payload: unknown): Promise<void> {
  const { db, mailer, publicOrigin, now } = desk
  const write = (notice: UnmailedNotice) => letterOf(notice, publicOrigin)
  return deliverNotice(db, { write, send: mailer.send, now }, notificationIdIn(payload))
}

function notificationIdIn(payload: unknown): string {
  const id =
    typeof payload === 'object' && payload !== null && 'notificationId' in payload
      ? payload.notificationId
      : null
  if (typeof id !== 'string') throw new Error('a mail job without a notice')
  return id
}

/** The letter of an invitation, to an address that may have no account. */
export async function mailInvitation({ db, mailer, publicOrigin }: Desk, payload: unknown): Promise<void> {
  const sent = typeof payload === 'object' && payload !== null && 'invitationId' in payload
  const id = sent ? parseId<InvitationId>(payload.invitationId) : null
  if (id === null) throw new Error('a letter without an invitation')
  const write = (invitation: WaitingInvitation) => invitationLetter(invitation, publicOrigin)
  await sendInvitation(db, { write, send: mailer.send }, id)
}

function invitationLetter(invitation: WaitingInvitation, publicOrigin: string): Letter {
  const { email, token, organization, inviter, role, expiresAt, locale } = invitation
  const t = createT(locale === 'en' ? en : zh, locale)
  const link = new URL(paths.invitation(token), publicOrigin).href
  const facts = { organization, inviter: inviter ?? organization, role: t.pick(memberRoles[role]) }
  return {
    to: email,
    subject: t('organization.mail.subject', facts),
    body: t('organization.mail.body', { ...facts, until: t.dateTime(expiresAt), link }),
  }
}

function letterOf({ notification, email, locale, name }: UnmailedNotice, publicOrigin: string): Letter {
  const t = createT(locale === 'en' ? en : zh, locale)
  const subject = t.maybe(`notification.${notification.event}.subject`, notification.params)
  const text = t.maybe(`notification.${notification.event}.text`, notification.params)
  if (subject === null || text === null) throw new Error(`no text for the notice ${notification.event}`)
  const link = new URL(noticePath(notification), publicOrigin).href
  return { to: email, subject, body: t('common.mailBody', { name, text, link }) }
}

/** The page that a notice is about. */
function noticePath({ noun, objectId }: { noun: string; objectId: string }): string {
  return isNoun(noun) ? pages[noun](objectId) : paths.home()
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

const isNoun = (noun: string): noun is Noun => noun in pages
