import { readAddress, type SearchAddress } from '#domain/searching/address.ts'

/** A search as its address would say it. */
export function searchFor(q: string, more: Readonly<Record<string, string>> = {}): SearchAddress {
  return readAddress(new URLSearchParams({ q, ...more }))
}
