import type { IndexName } from '#domain/searching/address.ts'
import type { SavedSearchId } from '#domain/shared/ids.ts'

/** The noun under which a notice speaks of an object of each index. */
export const nounOf: Record<IndexName, string> = {
  scenarios: 'scenario',
  products: 'product',
  solutions: 'solution',
  firms: 'firm',
  catalog: 'entry',
}

/** One letter of a search waits at a time. */
export const letterKey = (id: SavedSearchId) => `searchLetter:${id}`
