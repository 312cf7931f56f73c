import type { zh } from './zh.ts'

/** A part of the dictionary, as it is kept in one file per language. */
export type Part = keyof typeof zh

/** What the shell and its badges say on every page. */
const always = ['common', 'status'] as const satisfies readonly Part[]

/**
 * The words that the browser needs beside those on the pages that anybody opens, so that none of them brings the
 * whole dictionary along; every other page does. A test holds each line against the page's own components.
 */
const pages: readonly (readonly [page: RegExp, parts: readonly Part[]])[] = [
  [/^\/$/, ['home', 'scenario']],
  [/^\/search$/, ['catalog', 'product', 'scenario', 'search']],
  [/^\/about\/[^/]+$/, ['about']],
  [/^\/sign-in$/, ['account', 'field', 'refusal']],
  [/^\/scenarios$/, ['scenario']],
  [/^\/products$/, ['product']],
  [/^\/scenarios\/[0-9a-f-]{36}$/, ['field', 'recommendation', 'refusal', 'scenario']],
  [/^\/products\/[0-9a-f-]{36}$/, ['field', 'product', 'refusal']],
  [/^\/(scenarios|products)\/[0-9a-f-]{36}\/matches$/, ['match', 'product', 'scenario']],
  [/^\/catalog$/, ['catalog']],
  [/^\/catalog\/[0-9a-f-]{36}$/, ['bid', 'catalog', 'pilot', 'recommendation', 'refusal']],
  [/^\/rewards$/, ['field', 'refusal', 'reward']],
]

/** The parts that a page needs, or null for all of them; a page that failed shows an error and nothing else. */
export function partsOf(pathname: string, kind?: string): readonly Part[] | null {
  if (kind === 'error') return [...always, 'refusal']
  if (kind === 'all') return null
  const [, parts] = pages.find(([page]) => page.test(pathname)) ?? []
  return parts ? [...always, ...parts] : null
}
