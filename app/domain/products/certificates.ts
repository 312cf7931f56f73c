import { z } from 'zod'
import type { Day } from '../shared/dates.ts'
import { addDays } from '../shared/dates.ts'
import { calendarDay, choice, optional, text } from '../shared/fields.ts'
import { id } from '../shared/id-schemas.ts'
import { certificateKindIds } from './vocabulary.ts'

/** Firms are told so many days before a certificate runs out, once at each. */
export const certificateReminderDays = [60, 14] as const

export type CertificateStanding = 'valid' | 'expiring' | 'expired'

/** 有效期 by Beijing day: the last day still counts; null is without end. */
export function standingOfCertificate(validUntil: string | null, today: Day): CertificateStanding {
  if (validUntil === null) return 'valid'
  if (validUntil < today) return 'expired'
  return validUntil <= addDays(today, certificateReminderDays[0]) ? 'expiring' : 'valid'
}

/** Which reminder is due: the nearest threshold passed that the firm was not told of; null is none. */
export function dueReminder(validUntil: string | null, told: number | null, today: Day): number | null {
  if (validUntil === null || validUntil < today) return null
  const passed = certificateReminderDays.filter(days => validUntil <= addDays(today, days))
  const nearest = passed.at(-1)
  return nearest === undefined || (told !== null && told <= nearest) ? null : nearest
}

export const certificateFields = {
  kind: choice(certificateKindIds),
  number: text({ min: 2, max: 80 }),
  issuer: text({ min: 2, max: 120 }),
  scope: optional(text({ max: 200 })),
  issuedOn: calendarDay(),
  validUntil: optional(calendarDay()),
  /** One of the product's own attachments: the certificate itself. */
  attachmentId: optional(id.file),
}

/** A certificate as its firm records it; whether the day of issue has come is the verb's question. */
export const Certificate = z
  .object(certificateFields)
  .refine(({ issuedOn, validUntil }) => validUntil === undefined || validUntil >= issuedOn, {
    error: 'product.certificateOrder',
    path: ['validUntil'],
  })
export type Certificate = z.infer<typeof Certificate>
