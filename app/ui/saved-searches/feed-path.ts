import type { KeptAddress } from '#domain/saved-searches/kept.ts'
import { canonicalSearch } from '#domain/saved-searches/kept.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { paths } from '#paths'

/** The feed of a search; how the reader has it sorted is not the feed's, which has the newest first. */
export function feedPath(query: KeptAddress, locale: Locale): string {
  const search = new URLSearchParams(canonicalSearch({ ...query, sort: 'relevance' }))
  if (locale === 'en') search.set('lang', 'en')
  return paths.searchFeed(search)
}
