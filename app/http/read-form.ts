import { parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { fieldMessages } from '#domain/shared/field-messages.ts'

/**
 * Parses what a form sent with the verb's own schema; errors are keys at their fields. The fields of
 * `domain/shared/fields.ts` read text themselves, so conform changes nothing on its way.
 */
export function readForm<S extends z.ZodType>(form: FormData | URLSearchParams, schema: S) {
  return parseWithZod(form, { schema, disableAutoCoercion: true, error: fieldMessages })
}
