import type { Findable } from '#domain/saved-searches/fit.ts'

/** A document as the index has stored it: our own writing, read back. */
export function readStored(content: unknown): Findable {
  return content as Findable
}
