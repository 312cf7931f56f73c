import { v7 } from 'uuid'
import { brand } from '#domain/shared/ids.ts'

/** A fresh UUIDv7 of the noun the caller names. */
export function newId<I extends Parameters<typeof brand>[0] & ReturnType<typeof brand>>(): I {
  return brand<I>(v7())
}

/** A form's one-time key; for a form that creates, it becomes the new object's id. */
export function newFormKey(): string {
  return v7()
}
