import type { $ZodErrorMap, $ZodRawIssue } from 'zod/v4/core'

/**
 * What a form says about a value that its schema refuses, when the schema has no words of its own:
 * `field.<why>` and then `|name=value` for every fact in it, such as `field.tooLong|max=120`.
 * The page splits it at `|` and finds the words in the reader's language (`i18n/<lang>/field.ts`).
 */
export const fieldMessages: $ZodErrorMap = issue => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? 'field.required' : wrongType(issue.expected)
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return bound(
        issue.origin,
        { text: 'tooLong', list: 'tooMany', number: 'tooBig' },
        `max=${issue.maximum}`,
      )
    case 'invalid_format':
      return issue.format === 'email' || issue.format === 'url' ? `field.${issue.format}` : 'field.invalid'
    case 'invalid_value':
      return 'field.choice'
    case 'unrecognized_keys':
      return 'field.unknown'
    default:
      return 'field.invalid'
  }
}

function wrongType(expected: $ZodRawIssue['expected'] | unknown): string {
  if (expected === 'number' || expected === 'nan') return 'field.number'
  if (expected === 'int') return 'field.integer'
  if (expected === 'date') return 'field.moment'
  return expected === 'string' ? 'field.text' : 'field.invalid'
}

function tooSmall(origin: string, minimum: number): string {
  if (origin === 'string' && minimum <= 1) return 'field.required'
  return bound(origin, { text: 'tooShort', list: 'tooFew', number: 'tooSmall' }, `min=${minimum}`)
}

function bound(origin: string, why: { text: string; list: string; number: string }, fact: string): string {
  const kind = origin === 'string' ? why.text : origin === 'array' || origin === 'set' ? why.list : why.number
  return `field.${kind}|${fact}`
}
