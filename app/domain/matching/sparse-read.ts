import { z } from 'zod'
import { criterionOf } from '../ontology/criteria.ts'
import { nationalDomains } from '../ontology/national-domains.ts'
import { fenFromYuan } from '../shared/money.ts'
import { type DomainId, domainIds, domains } from '../vocabulary.ts'
import type { SparseKey } from './sparse-keys.ts'

/**
 * Collections of cases come from many hands: what is of another kind than expected is read where it can only mean one
 * thing, and otherwise counts as not said. Nothing of it is an error, and nothing is guessed.
 */

const longestText = 20_000

/** A text; of several, or one in each language, all of them; of anything else nothing. */
export const Prose = z
  .preprocess(input => proseIn(input)?.slice(0, longestText), z.string().nullish())
  .meta({ description: 'A text, a list of texts, or texts by language', type: 'string' })

function proseIn(input: unknown): string | null {
  if (typeof input === 'string') return input
  if (typeof input !== 'object' || input === null) return null
  const parts = Object.values(input).filter(part => typeof part === 'string' && part.trim() !== '')
  return parts.length > 0 ? parts.join('。') : null
}

/** Facts by key; anything but an object holds none. */
export const Facts = z
  .preprocess(
    input => (typeof input === 'object' && !Array.isArray(input) ? input : null),
    z.record(z.string(), z.unknown()).nullish(),
  )
  .meta({ description: 'What was read, by key with its unit, such as payload_kg', type: 'object' })

/** Labels in a list or in one text. */
export const Labels = z
  .preprocess(
    input =>
      (typeof input === 'string' ? input.split(/[,，、;；]/) : Array.isArray(input) ? input : []).filter(
        each => typeof each === 'string',
      ),
    z.array(z.string()),
  )
  .meta({ description: 'Labels of the domains', type: 'array' })

export const Id = z
  .preprocess(input => (typeof input === 'number' ? String(input) : input), z.string().min(1).max(200))
  .meta({ type: 'string' })

/** The domain whose id or name this is: the platform's, or one of the ten national ones. */
export function domainOf(label: string): DomainId | null {
  const name = label.normalize('NFKC').trim().toLowerCase()
  const named = (names: readonly string[]) => names.some(each => each.toLowerCase() === name)
  return (
    domainIds.find(id => named([id, domains[id].zh, domains[id].en])) ??
    domainIds.find(id => {
      const national = id in nationalDomains ? nationalDomains[id as keyof typeof nationalDomains] : null
      return national && named([national.label.zh, national.label.en])
    }) ??
    null
  )
}

const bareNumber =
  /^(?:≥|≤|>=|<=|>|<|=|±|~|约|不低于|不小于|不少于|不超过|至少|最大|最高)?\s*(-?\d+(?:\.\d+)?)\+?$/
const bareRange = /^(-?\d+(?:\.\d+)?)\s*(?:~|至|到|–|—|-)\s*(-?\d+(?:\.\d+)?)$/

/**
 * A value in the criterion's own unit: `200`, `"200"`, `"≥ 200"`, `[30, 300]`, `"30-300"` and `{min, max}` are in the
 * key's unit, `"200 kg"` and `{value: 200, unit: "kg"}` say theirs. The options of a set stay as they are.
 */
export function scaled(input: unknown, key: SparseKey): unknown {
  const { kind } = criterionOf(key.criterion)
  if (kind !== 'number' && kind !== 'range') return input
  if (typeof input === 'number') return input * key.factor
  if (typeof input === 'string') return scaledText(input, key)
  if (typeof input !== 'object' || input === null) return undefined
  if ('value' in input && 'unit' in input) return `${String(input.value)} ${String(input.unit)}`
  const [min, max, more]: unknown[] = Array.isArray(input)
    ? input
    : [Reflect.get(input, 'min'), Reflect.get(input, 'max')]
  const [low, high] = [scaledEnd(min, key), scaledEnd(max, key)]
  return low === null || high === null || more !== undefined ? undefined : { min: low, max: high }
}

function scaledText(input: string, { factor }: SparseKey): unknown {
  const text = input
    .normalize('NFKC')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .trim()
  const [, digits] = bareNumber.exec(text) ?? []
  if (digits !== undefined) return Number(digits) * factor
  const [, min, max] = bareRange.exec(text) ?? []
  return min === undefined ? input : { min: Number(min) * factor, max: Number(max) * factor }
}

function scaledEnd(end: unknown, key: SparseKey): number | null {
  const value =
    typeof end === 'string' ? scaledText(end, key) : typeof end === 'number' ? end * key.factor : null
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A count above 0, also as text. */
export function countIn(input: unknown): number | null {
  const value =
    typeof input === 'string' ? Number(bareNumber.exec(input.normalize('NFKC').trim())?.[1]) : input
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : null
}

/** An amount in fen from one in yuan: `500000`, `"500,000"` or `"50万元"`. */
export function fenIn(input: unknown): number | null {
  if (typeof input === 'number') return countIn(input) === null ? null : Math.round(input * 100)
  const read = typeof input === 'string' ? fenFromYuan(input) : null
  return read?.ok && read.value > 0 ? read.value : null
}
