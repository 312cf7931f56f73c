import { z } from 'zod'
import type { Day } from './dates.ts'
import { instantFromLocal, isDay } from './dates.ts'
import type { Fen, MoneyResult } from './money.ts'
import { fenFromYuan, isFen } from './money.ts'

/**
 * The fields that forms, imports and the API share. A form's text goes straight in: blanks are absent,
 * full-width digits are digits, and each message is a key `field.<why>|name=value` that the reader's
 * language fills (`i18n/<lang>/field.ts`).
 */
const forbidden =
  // Control characters, lone surrogates, noncharacters, and marks that turn the direction of the text around them.
  /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]|[\u202a-\u202e\u2066-\u2069]/u

const missing = (otherwise: string) => (issue: { input?: unknown }) =>
  issue.input === undefined || issue.input === null ? 'field.required' : otherwise

function blankAsAbsent(value: unknown): unknown {
  return typeof value === 'string' && value.trim() === '' ? undefined : value
}

/** The same field when it may be left out: a blank control is an absent fact, not an empty one. */
export function optional<T extends z.ZodType>(field: T) {
  return z.preprocess(blankAsAbsent, field.optional())
}

/** The fields of a draft: each rule as it is, none of them required yet. */
export function drafted<S extends Record<string, z.ZodType>>(shape: S) {
  const fields = Object.entries(shape).map(([name, field]) => [name, optional(field)])
  return Object.fromEntries(fields) as { [K in keyof S]: ReturnType<typeof optional<S[K]>> }
}

/** Text of `min` to `max` code points after NFC and trimming; control characters, lone surrogates and marks of direction are refused. */
export function text({ min = 1, max }: { min?: number; max: number }) {
  return z.preprocess(
    blankAsAbsent,
    z
      .string({ error: missing('field.text') })
      // Composing and trimming make a text shorter, but not by so much: a megabyte is not looked at.
      .refine(value => value.length <= max * 6 + 1000, { error: `field.tooLong|max=${max}`, abort: true })
      .refine(value => !forbidden.test(value), { error: 'field.characters', abort: true })
      .transform(value => value.normalize('NFC').replaceAll('\r\n', '\n').trim())
      .refine(value => [...value].length >= min, `field.tooShort|min=${min}`)
      .refine(value => [...value].length <= max, `field.tooLong|max=${max}`),
  )
}

/** A finite number in the field's own unit, between `min` and `max`. */
export function decimal({ min, max, integer = false }: { min: number; max: number; integer?: boolean }) {
  return z.preprocess(
    numberFromText,
    z
      .number({ error: missing('field.number') })
      .refine(value => !integer || Number.isInteger(value), { error: 'field.integer', abort: true })
      .refine(value => value >= min, `field.tooSmall|min=${min}`)
      .refine(value => value <= max, `field.tooBig|max=${max}`),
  )
}

/** `１，２００．５` and `1,200.5` are 1200.5; whatever is not a number stays as typed and is refused. */
export function numberFromText(value: unknown): unknown {
  if (typeof value !== 'string') return value ?? undefined
  if (value.length > 400) return value
  const plain = value.normalize('NFKC').replaceAll('−', '-').replaceAll(',', '').trim()
  if (plain === '') return undefined
  return /^[+-]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : value
}

/**
 * A sum of money: text is typed in 元 or 万元 (as `unit` says, or as written), a number is fen already, so that
 * what was parsed and stored parses to itself. More than 0 (or 0 too, with `zero`) and at most `maxYuan`.
 */
export function money({
  maxYuan,
  unit = 'yuan',
  zero = false,
}: {
  maxYuan: number
  unit?: 'yuan' | 'wan'
  zero?: boolean
}) {
  const least = zero ? 0 : 1
  return z.preprocess(
    blankAsAbsent,
    z.union([z.string(), z.number()], { error: missing('field.money') }).transform((value, context): Fen => {
      const parsed = typeof value === 'number' ? fenOf(value) : fenFromYuan(withUnit(value, unit))
      if (parsed.ok && parsed.value >= least && parsed.value <= maxYuan * 100) return parsed.value
      const tooMuch = parsed.ok ? parsed.value > 0 : parsed.reason === 'money.tooLarge'
      const message = tooMuch ? `field.tooMuch|max=${maxYuan / 10000}` : 'field.money'
      context.issues.push({ code: 'custom', message, input: value })
      return z.NEVER
    }),
  )
}

const withUnit = (typed: string, unit: 'yuan' | 'wan') =>
  unit === 'wan' && !/[元万]\s*$/u.test(typed) ? `${typed}万` : typed

const fenOf = (value: number): MoneyResult =>
  isFen(value) ? { ok: true, value } : { ok: false, reason: 'money.format' }

/** A moment typed in a `datetime-local` control, read as Beijing time, or an ISO instant from the API. */
export function moment() {
  return z.preprocess(
    blankAsAbsent,
    z.union([z.date(), z.string()], { error: missing('field.moment') }).transform((value, context): Date => {
      const instant = value instanceof Date ? value : instantFromLocal(value)
      if (instant && !Number.isNaN(instant.getTime())) return instant
      context.issues.push({ code: 'custom', message: 'field.moment', input: value })
      return z.NEVER
    }),
  )
}

/** A day typed in a `date` control. */
export function calendarDay() {
  return z.preprocess(
    blankAsAbsent,
    z.string({ error: missing('field.day') }).transform((value, context): Day => {
      if (isDay(value)) return value
      context.issues.push({ code: 'custom', message: 'field.day', input: value })
      return z.NEVER
    }),
  )
}

/** One of a vocabulary's ids. */
export function choice<const T extends readonly [string, ...string[]]>(ids: T) {
  return z.preprocess(blankAsAbsent, z.enum(ids, { error: missing('field.choice') }))
}

/** A checkbox: ticked is `on` or true, anything else is false. */
export const checkbox = z.preprocess(
  value => value === 'on' || value === 'true' || value === true,
  z.boolean(),
)

/** A statement that has to be ticked. */
export const affirmation = checkbox.refine(value => value, 'field.affirm')

/** A list from repeated controls: one value is a list of one, none is an empty list. */
export function listOf<T extends z.ZodType>(item: T, { min = 0, max }: { min?: number; max: number }) {
  return z.preprocess(
    value => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).min(min, `field.tooFew|min=${min}`).max(max, `field.tooMany|max=${max}`),
  )
}
