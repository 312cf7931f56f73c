import type { Locale } from '../shared/localized.ts'
import { type CriterionId, type CriterionValue, criterionOf, isRange, isSet } from './criteria.ts'
import { exact, parseQuantity, parseRange, writeQuantity } from './units.ts'

/** A value read from a form, a file or the API; or the key of a message in the `field` namespace. */
export type Read<V extends CriterionValue = CriterionValue> =
  | { ok: true; value: V }
  | { ok: false; message: string }

const bad = (message: string): Read<never> => ({ ok: false, message })

const ipCode = /^IP[0-6X][0-9X][A-D]?[HMSW]?K?(\/IP[0-6X][0-9X][A-D]?[HMSW]?K?)?$/

/** 不详, unknown: what people write where they do not know; it counts as not stated, never as a value. */
export function saysUnknown(input: unknown): boolean {
  return (
    typeof input === 'string' && input.length <= longest && unknownWords.test(input.normalize('NFKC').trim())
  )
}

/** Longer than all options of any set written out; what is longer is no value, and not looked at closely. */
const longest = 1000

const unknownWords =
  /^(未知|不详|不清楚|不明|待定|待确认|未披露|暂无|unknown|n\/a|tbd|tba|not (known|stated|disclosed)|\?+)$/i

/**
 * Reads what a scenario needs or a product states for one criterion.
 * A product may state a range for a number ("6–12 h, by load"); a scenario's number is one number.
 */
export function readValue(id: CriterionId, input: unknown, side: 'need' | 'have'): Read {
  const { kind } = criterionOf(id)
  if (saysUnknown(input)) return bad('field.required')
  if (typeof input === 'string' && input.length > longest) return bad(`field.tooLong|max=${longest}`)
  if (kind === 'boolean') return readBoolean(input, side)
  if (input === undefined || input === null || input === '') return bad('field.required')
  if (kind === 'choice') return readChoice(id, input)
  if (kind === 'set') return readSet(id, input)
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
  if (id === 'ipCode' && ipCode.test(upper)) return { ok: true, value: upper }
  const named = optionNamed(id, text)
  return named === undefined ? bad('field.choice') : { ok: true, value: named }
}

/** The option whose id or label in either language this is. */
function optionNamed(id: CriterionId, text: string): string | undefined {
  const wanted = text.normalize('NFKC').trim().toLowerCase()
  return Object.entries(criterionOf(id).options ?? {}).find(([option, { zh, en }]) =>
    [option, zh, en].some(name => name.normalize('NFKC').toLowerCase() === wanted),
  )?.[0]
}

/** `['lidar', 'visual']`, or their labels in one text, `激光、视觉`; kept once each and in the options' order. */
function readSet(id: CriterionId, input: unknown): Read {
  const parts = typeof input === 'string' ? input.normalize('NFKC').split(/[,、;\n]/) : input
  if (!isSet(parts) || parts.length > longest) return bad('field.choice')
  const written = parts.filter(part => part.trim() !== '')
  const named = written.map(part => optionNamed(id, part))
  if (written.length === 0) return bad('field.required')
  if (named.includes(undefined)) return bad('field.choice')
  return { ok: true, value: Object.keys(criterionOf(id).options ?? {}).filter(each => named.includes(each)) }
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
  return { ok: true, value: exact(value) }
}

const signs = { atLeast: '≥ ', atMost: '≤ ', within: '', includes: '', yes: '' } as const

/** A value with its unit apart, for tables; `unit` is absent where there is none to say. */
export interface Written {
  value: string
  unit?: string
}

/** `50` and `kg`, `6–12` and `h`, `IP67`, `激光、视觉`, `能` / `yes`: how a stated value is written. */
export function writeValue(
  id: CriterionId,
  value: CriterionValue,
  locale: Locale,
  beside?: CriterionValue | null,
): Written {
  const { kind, options, unit } = criterionOf(id)
  if (typeof value === 'boolean') return { value: (value ? can : cannot)[locale] }
  if (typeof value === 'string') return { value: options?.[value]?.[locale] ?? value }
  if (isSet(value))
    return { value: value.map(each => options?.[each]?.[locale] ?? each).join(locale === 'zh' ? '、' : ', ') }
  const { figures, unit: label } = writeQuantity(unit, endsOf(value), locale, endsOf(beside))
  return { value: figures.join(kind === 'range' ? '~' : '–'), ...(label !== '' && { unit: label }) }
}

/** The numbers of an amount or a range; none of what is no quantity. */
function endsOf(value: CriterionValue | null | undefined): number[] {
  if (typeof value === 'number') return [value]
  if (!isRange(value)) return []
  return value.min === value.max ? [value.min] : [value.min, value.max]
}

const can = { zh: '能', en: 'yes' }
const cannot = { zh: '不能', en: 'no' }

/** The same as one text: `50 kg`, `5°`; in the unit that it shares with the value `beside` it. */
export function formatValue(
  id: CriterionId,
  value: CriterionValue,
  locale: Locale,
  beside?: CriterionValue | null,
): string {
  return joined(writeValue(id, value, locale, beside))
}

/** `≥ 50` and `kg`, `≤ 850` and `mm`, `是` / `required`: how a need is written. */
export function writeNeed(
  id: CriterionId,
  value: CriterionValue,
  locale: Locale,
  beside?: CriterionValue | null,
): Written {
  if (typeof value === 'boolean') return { value: { zh: '是', en: 'required' }[locale] }
  const { value: words, unit } = writeValue(id, value, locale, beside)
  return { value: `${signOf(id, value, locale)}${words}`, ...(unit !== undefined && { unit }) }
}

export function formatNeed(
  id: CriterionId,
  value: CriterionValue,
  locale: Locale,
  beside?: CriterionValue | null,
): string {
  return joined(writeNeed(id, value, locale, beside))
}

/** Sizes take a sign; a degree in words takes a word, and none where nothing lies beyond it. */
function signOf(id: CriterionId, value: CriterionValue, locale: Locale): string {
  const { kind, direction, options = {} } = criterionOf(id)
  if (kind !== 'choice' || id === 'ipCode') return signs[direction]
  const last = Object.keys(options).at(-1) === value
  return direction !== 'atLeast' || last ? '' : { zh: '至少 ', en: 'at least: ' }[locale]
}

function joined({ value, unit }: Written): string {
  return unit === undefined ? value : unit === '°' ? `${value}°` : `${value} ${unit}`
}
