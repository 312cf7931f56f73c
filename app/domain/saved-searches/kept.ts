import type { IndexName, SearchAddress } from '../searching/address.ts'
import { readAddress, writeAddress } from '../searching/address.ts'

/** How often mail tells of what is new to a saved search; in the platform it is always told at once. */
export const searchRhythms = ['each', 'daily', 'weekly', 'inApp'] as const
export type SearchRhythm = (typeof searchRhythms)[number]

/** What its owner can switch between. */
export const keptStatuses = ['active', 'paused'] as const
export type KeptStatus = (typeof keptStatuses)[number]

/** A removed one says nothing any more and is swept out; for a day its id tells a form sent twice from a made-up one. */
export const savedSearchStatuses = [...keptStatuses, 'removed'] as const

/** How many searches one person may keep. */
export const mostSavedSearches = 30

/** An address whose index is settled, as one search that can be kept. */
export type KeptAddress = SearchAddress & { index: IndexName }

/**
 * The one way to write a search that is kept: canonical, without the page. Two searches are the same one when this
 * is; how the reader had them sorted is kept, for "closing soon" leaves out what is over.
 */
export function canonicalSearch(address: KeptAddress): string {
  return writeAddress({ ...address, page: 1 }).toString()
}

/** The address of a kept search; one that names no index looks among scenarios. */
export function keptAddress(search: string | URLSearchParams): KeptAddress {
  const address = readAddress(new URLSearchParams(search))
  return { ...address, index: address.index ?? 'scenarios', page: 1 }
}
