import type { Db } from '#db/client.ts'
import type { Noun } from '#domain/shared/lifecycle.ts'
import { type MemberRole, memberRoles, type OfficerRole, officerRoles } from '#domain/vocabulary.ts'
import { en } from '#i18n/en.ts'
import { createT } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import { type LetterName, openOrder } from '#services/letters.ts'
import type { Letter, UnmailedNotice } from '#services/notifications/deliver.ts'
import { deliverDigests, deliverNotice } from '#services/notifications/deliver.ts'
import type { Vault } from '#services/vault.ts'
import type { Mailer } from './mailer.ts'

interface Desk {
  db: Db
  mailer: Mailer
  publicOrigin: string
  vault: Vault
  now(): Date
}

/** The job behind each notice: its letter, in the reader's language, with the address of the page it is about. */
export function deliverMail(desk: Desk, payload: unknown): Promise<void> {
  const { db, mailer, publicOrigin, now } = desk
  const write = (notice: UnmailedNotice) => letterOf(notice, publicOrigin)
  return deliverNotice(db, { write, send: mailer.send, now }, notificationIdIn(payload))
}

/** The job of the morning: one letter to each who asked for one a day. */
export function sendDigests(desk: Desk): Promise<void> {
  const { db, mailer, publicOrigin, now } = desk
  const write = (notices: readonly UnmailedNotice[]) => digestOf(notices, publicOrigin)
  return deliverDigests(db, { write, send: mailer.send, now })
}

function digestOf(notices: readonly UnmailedNotice[], publicOrigin: string): Letter {
  const letters = notices.map(notice => letterOf(notice, publicOrigin))
  const [first] = notices
  if (!first) throw new Error('a letter of the day about nothing')
  const t = createT(first.locale === 'en' ? en : zh, first.locale)
  const text = letters.map(({ subject }) => `· ${subject}`).join('\n')
  const link = new URL(paths.notifications(), publicOrigin).href
  return {
    to: first.email,
    subject: t('letter.digest.subject', { n: letters.length }),
    body: t('common.mailBody', { name: first.name, text, link }),
  }
}

/** The job behind a letter to an address. Run twice, it sends twice: better than never. */
export function sendLetter({ db, mailer, publicOrigin, vault }: Desk, payload: unknown): Promise<void> {
  const { to, locale, name, params, token } = openOrder(vault, sealedIn(payload))
  const t = createT(locale === 'en' ? en : zh, locale)
  const role = roles[params.role as OfficerRole | MemberRole]
  const words = role ? { ...params, role: t.pick(role) } : params
  const path = token === null ? null : letterPaths[name]?.(token)
  const link = path ? new URL(path, publicOrigin).href : ''
  const [subject, text] = [t(`letter.${name}.subject`, words), t(`letter.${name}.text`, words)]
  const body = t(link ? 'letter.body' : 'letter.bodyWithoutLink', { text, link })
  return db.transaction(tx => mailer.send(tx, { to, subject, body }))
}

const roles = { ...officerRoles, ...memberRoles }

/** The page that each letter's link opens. */
const letterPaths: Partial<Record<LetterName, (token: string) => string>> = {
  register: paths.confirmation,
  alreadyHere: paths.resetWith,
  resetPassword: paths.resetWith,
  changeEmail: paths.accountEmail,
  officeInvitation: paths.officeJoin,
  memberInvitation: paths.invitation,
}

export function sealedIn(payload: unknown): string {
  const sealed =
    typeof payload === 'object' && payload !== null && 'sealed' in payload ? payload.sealed : null
  if (typeof sealed !== 'string') throw new Error('a job without its sealed order')
  return sealed
}

function notificationIdIn(payload: unknown): string {
  const id =
    typeof payload === 'object' && payload !== null && 'notificationId' in payload
      ? payload.notificationId
      : null
  if (typeof id !== 'string') throw new Error('a mail job without a notice')
  return id
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
  site: paths.site,
  scenario: paths.scenario,
  product: paths.product,
  solution: id => paths.solution(id),
  bid: paths.bid,
  pilot: paths.pilot,
  claim: paths.claim,
  entry: paths.entry,
  concept: paths.conceptProposal,
  weights: paths.weightsProposal,
  introduction: paths.introduction,
  inquiry: paths.inquiry,
}

const isNoun = (noun: string): noun is Noun => noun in pages
