import type { Locale } from '../shared/localized.ts'
import type { Range, Unit } from './criterion.ts'
import { type Readable, units } from './unit-table.ts'

export { units } from './unit-table.ts'

/** Longer than anybody writes one quantity; the patterns below take longer than linear time, so they get no more. */
const longest = 80

/** NFKC turns ５０ｋｇ, ㎡ and ℃ into plain text; what is left is spacing, case and signs. */
function tidy(text: string): string {
  if (text.length > longest) return ''
  return text
    .normalize('NFKC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll('−', '-')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .trim()
    .toLowerCase()
}

const bounds = `(?:≥|≤|>=|<=|>|<|±|不低于|不小于|不少于|不超过|不大于|至少|约|最高|最大)?`
const number = String.raw`([+-]?\d+(?:\.\d+)?)`
const single = new RegExp(`^${bounds}\\s*${number}\\s*(.*)$`)
const pair = new RegExp(`^${number}\\s*([^\\d~至到–—-]*?)\\s*(?:~|至|到|–|—|-)\\s*${number}\\s*(.*)$`)

/** A number in `unit` from what a person wrote, `50`, `５０公斤` or `0.05 t`; null when it is not one. */
export function parseQuantity(unit: Unit, text: string): number | null {
  const [, digits, suffix] = single.exec(tidy(text)) ?? []
  if (digits === undefined || suffix === undefined) return null
  return convert(unit, digits, suffix)
}

/** A range in `unit`: `-10~45`, `-10 至 45 ℃`, `6–12 h`; null when it is not one. */
export function parseRange(unit: Unit, text: string): Range | null {
  const [, low, lowSuffix, high, suffix] = pair.exec(tidy(text)) ?? []
  if (low === undefined || high === undefined || suffix === undefined) return null
  const min = convert(unit, low, lowSuffix || suffix)
  const max = convert(unit, high, suffix)
  return min === null || max === null ? null : { min, max }
}

function convert(unit: Unit, digits: string, suffix: string): number | null {
  const { written, shifted = {} } = units[unit]
  const name = suffix.trim()
  if (Object.hasOwn(shifted, name)) {
    const { zero = 0, factor = 1 } = shifted[name] ?? {}
    return finite((Number(digits) - zero) * factor)
  }
  const factor = name === '' ? 1 : Object.hasOwn(written, name) ? written[name] : undefined
  return factor === undefined ? null : finite(Number(digits) * factor)
}

function finite(value: number): number | null {
  const kept = exact(value)
  return Number.isFinite(kept) ? kept : null
}

/** Twelve digits are what is kept: they outlive a change of unit and leave the noise of binary fractions behind. */
export function exact(value: number): number {
  return Number(value.toPrecision(12))
}

/**
 * Figures with their unit, as people read them best; reading them back gives the kept values again. What is read
 * `beside` them has a say in the unit, so that two sides of a comparison share one.
 */
export function writeQuantity(
  unit: Unit,
  values: readonly number[],
  locale: Locale,
  beside: readonly number[] = [],
): { figures: string[]; unit: string } {
  const { label, written, readable = [] } = units[unit]
  const all = [...values, ...beside]
  const better = readable.find(way => suits(way, all) && isShort(all, written[way.as]))
  const fallback = isShort(all, 1) ? undefined : readable.find(way => isShort(all, written[way.as]))
  const way = better ?? fallback
  const factor = way ? written[way.as] : 1
  return {
    figures: values.map(value => figure(value, factor)),
    unit: (way?.label ?? label)[locale],
  }
}

function suits({ from, below }: Readable, values: readonly number[]): boolean {
  if (from === undefined && below === undefined) return false
  return values.every(
    value => value !== 0 && (from === undefined || value >= from) && (below === undefined || value < below),
  )
}

/** Whether six digits in that unit are enough to read the very same values back. */
function isShort(values: readonly number[], factor = 1): boolean {
  return values.every(value => exact(short(value, factor) * factor) === exact(value))
}

function short(value: number, factor: number): number {
  return Number((value / factor).toPrecision(6))
}

function figure(value: number, factor = 1): string {
  return String(isShort([value], factor) ? short(value, factor) : exact(value / factor))
}
