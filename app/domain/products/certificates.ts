import { z } from 'zod'
import type { Day } from '../shared/dates.ts'
import { addDays } from '../shared/dates.ts'
import { calendarDay, choice, optional, text } from '../shared/fields.ts'
import { id } from '../shared/id-schemas.ts'
import type { Localized } from '../shared/localized.ts'

/**
 * 产品证书 by kind: CR 机器人认证 (voluntary, since 2016), CCC 强制性产品认证, registration of medical devices by class
 * (医疗器械监督管理条例, 国务院令第 739 号: class II by the province, class III by the state), explosion protection
 * (GB/T 3836), quality systems (ISO 9001, ISO 13485), safety of electrical equipment of robots (GB/T 38124 test report),
 * ingress protection (GB/T 4208), SRRC 无线电发射设备型号核准 and network security tests.
 */
export const certificateKinds = {
  cr: { zh: 'CR 机器人认证', en: 'CR robot certification' },
  ccc: { zh: 'CCC 强制性产品认证', en: 'CCC compulsory certification' },
  medicalClassII: { zh: '医疗器械注册证（第二类）', en: 'Medical device registration, class II' },
  medicalClassIII: { zh: '医疗器械注册证（第三类）', en: 'Medical device registration, class III' },
  explosionProof: { zh: '防爆合格证', en: 'Explosion protection certificate' },
  iso9001: { zh: 'ISO 9001 质量管理体系认证', en: 'ISO 9001 quality management' },
  iso13485: { zh: 'ISO 13485 医疗器械质量管理体系认证', en: 'ISO 13485 medical device quality management' },
  gbt38124: { zh: 'GB/T 38124 检测报告', en: 'GB/T 38124 test report' },
  ingress: { zh: 'IP 防护等级检测报告', en: 'IP protection test report' },
  srrc: { zh: 'SRRC 无线电型号核准证', en: 'SRRC radio type approval' },
  security: { zh: '网络安全检测报告', en: 'Network security test report' },
  other: { zh: '其他证书', en: 'Other certificate' },
} as const satisfies Record<string, Localized>
export type CertificateKind = keyof typeof certificateKinds
export const certificateKindIds = Object.keys(certificateKinds) as [CertificateKind, ...CertificateKind[]]

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
