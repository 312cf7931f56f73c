import type { Translate } from '#i18n/translate.ts'

/** A route's `handle`: the words of its title, in the reader's language, from what its loader returned. */
export interface PageHandle<Data = unknown> {
  title: (t: Translate, data: Data) => string
  /** A desk has a low, wide head. */
  desk?: boolean
}

type Matches = readonly { handle?: unknown; data?: unknown }[]

/** The title of the deepest page that names one; the root draws it. `error` is an error page's own title. */
export function titleOf(t: Translate, matches: Matches, error?: string): string {
  const page = matches.findLast(match => isPageHandle(match.handle) && match.data !== undefined)
  const own = error ?? (page && isPageHandle(page.handle) ? page.handle.title(t, page.data) : '')
  return own ? `${own} · ${t('common.name')}` : t('common.fullName')
}

/** Whether the deepest page that has a handle is a desk. */
export function isDesk(matches: Matches): boolean {
  const page = matches.findLast(match => isPageHandle(match.handle))
  return isPageHandle(page?.handle) && page.handle.desk === true
}

function isPageHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'title' in handle
}
