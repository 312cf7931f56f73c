import { z } from 'zod'
import { text } from '../shared/fields.ts'

const codePoints = (value: string) => [...value].length

/** A new password: 8 to 128 characters of any script; nothing is cut off or forbidden. */
export const NewPassword = z
  .string({ error: 'field.required' })
  .refine(value => codePoints(value) >= 8, 'field.tooShort|min=8')
  .refine(value => codePoints(value) <= 128, 'field.tooLong|max=128')

/** What a person types to sign in. The length is bounded only so that hashing is. */
export const Credentials = z.object({
  email: text({ max: 254 }),
  password: z
    .string({ error: 'field.required' })
    .min(1, 'field.required')
    .refine(value => codePoints(value) <= 128, 'field.tooLong|max=128'),
})
export type Credentials = z.infer<typeof Credentials>
