import { z } from 'zod'
import { type CriterionValue, isSet } from '../ontology/criteria.ts'
import { readValue, saysUnknown } from '../ontology/values.ts'
import { optional, text } from '../shared/fields.ts'
import { isUnstated, readFact, type SiteFactId } from './facts.ts'

export const words = (max: number) => optional(text({ max }))

/** A size that is no criterion of its own, read like the criterion of its kind: `0.9 m`, `900`, `1.6 t`. */
export function sizeLike(criterion: 'passageWidthMm' | 'payloadKg') {
  return optional(
    z.unknown().transform((typed, context): number | undefined => {
      if (typed === undefined || saysUnknown(typed)) return undefined
      const read = readValue(criterion, typed, 'need')
      if (read.ok && typeof read.value === 'number') return read.value
      context.issues.push({
        code: 'custom',
        message: read.ok ? 'field.number' : read.message,
        input: typed,
      })
      return z.NEVER
    }),
  )
}

/** A fact of one place, read like the same fact of the whole site; blank and 不详 stay unknown. */
function placed<V extends CriterionValue>(id: SiteFactId, isOne: (value: CriterionValue) => value is V) {
  return optional(
    z.unknown().transform((typed, context): V | undefined => {
      if (isUnstated(typed)) return undefined
      const read = readFact(id, typed)
      if (read.ok && isOne(read.value)) return read.value
      context.issues.push({
        code: 'custom',
        message: read.ok ? 'field.choice' : read.message,
        input: typed,
      })
      return z.NEVER
    }),
  )
}

export const numberOf = (id: SiteFactId) => placed(id, value => typeof value === 'number')
export const choiceOf = (id: SiteFactId) => placed(id, value => typeof value === 'string')
export const setOf = (id: SiteFactId) => placed(id, isSet)

const ratio = /^1\s*[:：/]\s*(\d+(?:\.\d+)?)$/

/** A slope in degrees, or as 1:n, which is kept as degrees and never flatter than it is (`1:12` is 4.8°). */
export const slopeOf = z.preprocess(
  typed => (typeof typed === 'string' ? degreesOf(typed.normalize('NFKC').trim()) : typed),
  numberOf('slopeDeg'),
)

function degreesOf(typed: string): unknown {
  const [, run] = ratio.exec(typed) ?? []
  if (run === undefined || Number(run) === 0) return typed
  return Math.ceil(Math.atan(1 / Number(run)) * (180 / Math.PI) * 10) / 10
}

const clock = /^([01]?\d|2[0-3])\s*[:：]\s*([0-5]\d)$/

/** A time of the day, `07:00`. */
export const timeOfDay = optional(
  z.unknown().transform((typed, context): string | undefined => {
    if (isUnstated(typed)) return undefined
    const [, hours, minutes] = clock.exec(String(typed).normalize('NFKC').trim()) ?? []
    if (hours !== undefined) return `${hours.padStart(2, '0')}:${minutes}`
    context.issues.push({ code: 'custom', message: 'field.time', input: typed })
    return z.NEVER
  }),
)
