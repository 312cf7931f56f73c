import { z } from 'zod'
import { affirmation, text } from '../shared/fields.ts'

const codePoints = (value: string) => [...value].length
const shortest = 8

/** A new password (ASVS 5.0 6.2): 8 to 128 characters of any script; nothing is cut off, no kind is demanded. */
export const NewPassword = z
  .string({ error: 'field.required' })
  .refine(value => codePoints(value) >= shortest, 'field.tooShort|min=8')
  .refine(value => codePoints(value) <= 128, 'field.tooLong|max=128')

/** What a person types to sign in. The length is bounded only so that hashing is. */
export const TypedPassword = z
  .string({ error: 'field.required' })
  .min(1, 'field.required')
  .refine(value => codePoints(value) <= 128, 'field.tooLong|max=128')

export const Credentials = z.object({ email: text({ max: 254 }), password: TypedPassword })
export type Credentials = z.infer<typeof Credentials>

/** An address that a letter can be sent to, in lower case. */
export const Email = text({ max: 254 })
  .transform(value => value.toLowerCase())
  .refine(value => /^[^\s@,;<>"]+@[^\s@.,;<>"]+(\.[^\s@.,;<>"]+)+$/.test(value), 'account.notAnEmail')

const personName = text({ min: 2, max: 40 })

/** 注册: who, where letters go, and that the terms were read. The password comes when the address is proved. */
export const Registration = z.object({
  email: Email,
  name: personName,
  affirmed: affirmation,
})
export type Registration = z.infer<typeof Registration>

/** 手机号 of the mainland, or an international number; shown masked to everybody else. */
export const Profile = z.object({
  name: personName,
  // The verb reads again what the form has read, so that no number has to stay no number.
  phone: z.preprocess(
    value => value ?? '',
    z
      .string()
      .trim()
      .transform(value => value.replace(/[\s-]/g, ''))
      .refine(value => value === '' || /^(1[3-9]\d{9}|\+\d{7,15})$/.test(value), 'account.notAPhone')
      .transform(value => (value === '' ? null : value)),
  ),
})
export type Profile = z.infer<typeof Profile>

/** How long an officer's password may be kept; absent, and by default, for ever. */
export interface PasswordAge {
  now: Date
  maxAgeDays: number | undefined
}

/** 口令定期更换 (等保 8.1.4.1): past its days, an office stays shut until there is a new password. */
export function isPasswordOver(setAt: Date, { now, maxAgeDays }: PasswordAge): boolean {
  return maxAgeDays !== undefined && now.getTime() - setAt.getTime() > maxAgeDays * 86_400_000
}

const kindsOfCharacter = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/]

/** 口令复杂度 (the same): three of small letters, capitals, digits and everything else, Chinese included. */
export function isMixed(password: string): boolean {
  const plain = password.normalize('NFKC')
  return kindsOfCharacter.filter(kind => kind.test(plain)).length >= 3
}

const ownWords = ['robot', 'robotplus', '机器人', 'beijing', '北京', 'jiqiren', 'password', '密码']

/**
 * Whether a guesser would come upon it soon: it is a common password, or it is little more than the platform's name,
 * the city, or the person's own words (address, name, organisation). ASVS 5.0 6.2.4 and 6.2.11.
 */
export function isGuessable(
  password: string,
  { common, own }: { common: ReadonlySet<string>; own: readonly string[] },
): boolean {
  const plain = password.normalize('NFKC').toLowerCase()
  if (common.has(plain)) return true
  const words = [...ownWords, ...own.map(word => word.normalize('NFKC').toLowerCase())]
    .filter(word => codePoints(word) >= 2)
    .sort((a, b) => b.length - a.length)
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), plain)
  const isBare = rest !== plain && codePoints(rest.replace(/[\s\p{P}\p{S}]/gu, '')) < shortest
  return isBare || common.has(rest) || isMonotone(plain)
}

/** One character over and over, or a straight run such as 12345678 and abcdefgh. */
function isMonotone(text: string): boolean {
  const codes = [...text].map(char => char.codePointAt(0) ?? 0)
  const steps = new Set(codes.slice(1).map((code, index) => code - (codes[index] ?? 0)))
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 9)
}
