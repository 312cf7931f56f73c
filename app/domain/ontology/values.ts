import type { Locale } from '../shared/localized.ts'
import { type CriterionId, type CriterionValue, criterionOf, isRange, type Range } from './criteria.ts'
import { parseQuantity, parseRange, units } from './units.ts'

/** A value read from a form, a file or the API; or the key of a message in the `field` namespace. */
export type Read<V extends CriterionValue = CriterionValue> =
  | { ok: true; value: V }
  | { ok: false; message: string }

const bad = (message: string): Read<never> => ({ ok: false, message })

const ipCode = /^IP[0-6X][0-9X][A-D]?[HMSW]?K?(\/IP[0-6X][0-9X][A-D]?[HMSW]?K?)?$/

/**
 * Reads what a scenario needs or a product states for one criterion.
 * A product may state a range for a number ("6–12 h, by load"); a scenario's number is one number.
 */
export function readValue(id: CriterionId, input: unknown, side: 'need' | 'have'): Read {
  const { kind } = criterionOf(id)
  if (kind === 'boolean') return readBoolean(input, side)
  if (input === undefined || input === null || input === '') return bad('field.required')
  if (kind === 'choice') return readChoice(id, input)
  if (kind === 'range') return readRange(id, input)
  const asRange =
    side === 'have' &&
    (isRange(input) || (typeof input === 'string' && parseRange(criterionOf(id).unit, input) !== null))
  return asRange ? readRange(id, input) : readNumber(id, input)
}

function readBoolean(input: unknown, side: 'need' | 'have'): Read {
  const yes = input === true || input === 'true' || input === 'on' || input === 'yes' || input === '是'
  const no = input === false || input === 'false' || input === 'no' || input === '否'
  // Listing the criterion is the need itself, so an empty value asks for it.
  if (yes || (side === 'need' && (input === undefined || input === null || input === '')))
    return { ok: true, value: true }
  if (no && side === 'have') return { ok: true, value: false }
  return bad(no ? 'field.affirm' : 'field.choice')
}

function readChoice(id: CriterionId, input: unknown): Read {
  if (typeof input !== 'string') return bad('field.choice')
  const { options = {} } = criterionOf(id)
  const text = input.normalize('NFKC').trim()
  if (Object.hasOwn(options, text)) return { ok: true, value: text }
  const upper = text.toUpperCase().replaceAll(/\s/g, '')
  if (Object.hasOwn(options, upper)) return { ok: true, value: upper }
  return id === 'ipCode' && ipCode.test(upper) ? { ok: true, value: upper } : bad('field.choice')
}

function readNumber(id: CriterionId, input: unknown): Read<number> {
  const value = typeof input === 'string' ? parseQuantity(criterionOf(id).unit, input) : input
  return typeof value === 'number' && Number.isFinite(value) ? plausible(id, value) : bad('field.number')
}

function readRange(id: CriterionId, input: unknown): Read {
  const range = typeof input === 'string' ? parseRange(criterionOf(id).unit, input) : input
  if (!isRange(range)) return bad('field.range')
  const min = readNumber(id, range.min)
  const max = readNumber(id, range.max)
  if (!min.ok) return min
  if (!max.ok) return max
  if (min.value > max.value) return bad('field.rangeOrder')
  return { ok: true, value: { min: min.value, max: max.value } }
}

function plausible(id: CriterionId, value: number): Read<number> {
  const [min, max] = criterionOf(id).plausible
  if (value < min) return bad(`field.tooSmall|min=${min}`)
  if (value > max) return bad(`field.tooBig|max=${max}`)
  return { ok: true, value }
}

const signs = { atLeast: '≥ ', atMost: '≤ ', within: '', includes: '', yes: '' } as const

/** `50 kg`, `6–12 h`, `IP67`, `能` / `yes`: how a stated value is written. */
export function formatValue(id: CriterionId, value: CriterionValue, locale: Locale): string {
  const { kind, options, unit } = criterionOf(id)
  if (typeof value === 'boolean')
    return value ? { zh: '能', en: 'yes' }[locale] : { zh: '不能', en: 'no' }[locale]
  if (typeof value === 'string') return options?.[value]?.[locale] ?? value
  const label = units[unit].label[locale]
  const figures = typeof value === 'number' ? figure(value) : span(value, kind === 'range' ? '~' : '–')
  return label === '' ? figures : label === '°' ? `${figures}°` : `${figures} ${label}`
}

/** `≥ 50 kg`, `≤ 850 mm`, `是` / `required`: how a need is written. */
export function formatNeed(id: CriterionId, value: CriterionValue, locale: Locale): string {
  if (typeof value === 'boolean') return { zh: '是', en: 'required' }[locale]
  const { direction } = criterionOf(id)
  const sign = id === 'cleanroomClass' ? '' : signs[direction]
  return `${sign}${formatValue(id, value, locale)}`
}

function span({ min, max }: Range, dash: string): string {
  return min === max ? figure(min) : `${figure(min)}${dash}${figure(max)}`
}

function figure(value: number): string {
  return String(Number(value.toPrecision(6)))
}
