import { z } from 'zod'
import type { ContentChange } from '../shared/content-diff.ts'
import { same } from '../shared/content-diff.ts'
import { listOf, optional, text } from '../shared/fields.ts'

/** 逐项意见: why one field is sent back. `requirements[2]` and `specs.payloadKg` are fields as well. */
export interface ReturnNote {
  field: string
  reason: string
}

/** As forms name their fields; whether the content has such a field is asked of `notableFields`. */
const fieldName = z.string().regex(/^\w{1,40}(\[\d{1,3}\]|\.\w{1,60})?$/, 'field.choice')

/** The officer's list: every field has its place, most stay without a word. */
export const ReturnNotes = listOf(
  z.object({ field: fieldName, reason: optional(text({ min: 2, max: 500 })) }),
  {
    max: 200,
  },
)
  .transform(notes =>
    notes.flatMap(({ field, reason }): ReturnNote[] => (reason === undefined ? [] : [{ field, reason }])),
  )
  .default([])

type Content = Readonly<Record<string, unknown>>
const isRecord = (value: unknown): value is Content =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && !(value instanceof Date)

/** Every place of a content that may get a reason, in the order of `shape`: the field itself and each of its rows. */
export function notableFields(shape: readonly string[], content: Content): string[] {
  return shape.flatMap(field => {
    const value = content[field]
    if (Array.isArray(value) && value.some(isRecord))
      return [field, ...value.map((_, index) => `${field}[${index}]`)]
    if (isRecord(value)) return [field, ...Object.keys(value).map(key => `${field}.${key}`)]
    return [field]
  })
}

/** What a content says at such a place. */
export function valueAt(content: Content, place: string): unknown {
  const [, field = '', index, key] = /^(\w+)(?:\[(\d+)\]|\.(\w+))?$/.exec(place) ?? []
  const value = content[field]
  if (index !== undefined) return Array.isArray(value) ? value[Number(index)] : undefined
  if (key !== undefined) return isRecord(value) ? value[key] : undefined
  return value
}

/** A reason, and whether what it was about has been changed since. */
export interface AnsweredNote extends ReturnNote {
  changed: boolean
}

/**
 * Whether each noted place says something else than when it was returned. A row is looked for by what it is about, as
 * the differences are, because rows move.
 */
export function answeredNotes(
  notes: readonly ReturnNote[],
  { returned, now, changes }: { returned: Content; now: Content; changes: readonly ContentChange[] },
): AnsweredNote[] {
  return notes.map(note => {
    const before = valueAt(returned, note.field)
    if (!isRecord(before) || !note.field.includes('['))
      return { ...note, changed: !same(before, valueAt(now, note.field)) }
    const field = note.field.slice(0, note.field.indexOf('['))
    return { ...note, changed: changes.some(each => each.field === field && same(each.before, before)) }
  })
}
