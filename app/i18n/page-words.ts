import type { Part } from './load-words.ts'

/** What the shell and its badges say on every page. */
const always = ['common', 'status'] as const satisfies readonly Part[]

/** Why something cannot be done, as only those who are signed in are told. */
const refusals = [
  'refusal',
  'refusal-account',
  'refusal-desk',
  'refusal-reward',
] as const satisfies readonly Part[]

const object = '[0-9a-f-]{36}'

/**
 * The words that the browser needs beside those on the pages that anybody opens, so that none of them brings the
 * whole dictionary along; every other page does. The second list is for who is signed in: the page may be about
 * something of their own. A test holds each line against the page's own components.
 */
const pages: readonly (readonly [path: string, anybody: readonly Part[], signedIn?: readonly Part[]])[] = [
  ['/', ['home', 'scenario']],
  ['/search', ['catalog', 'product', 'saved-search', 'scenario', 'search', 'solution']],
  ['/about/formula', ['about', 'about-formula']],
  ['/about/data', ['about', 'about-data']],
  ['/about/open-data', ['about', 'about-open']],
  ['/about/privacy', ['about', 'about-privacy']],
  ['/about/accessibility', ['about', 'about-accessibility']],
  ['/sign-in', ['account', 'field', 'refusal', 'refusal-account'], refusals],
  ['/scenarios', ['scenario', 'scenario-list']],
  ['/products', ['compare', 'product', 'product-list', 'solution']],
  [
    `/scenarios/${object}`,
    ['file', 'recommendation', 'refusal', 'scenario', 'scenario-page'],
    ['field', 'scenario-desk', 'scenario-list', 'site', ...refusals],
  ],
  [
    `/products/${object}`,
    ['file', 'product', 'product-page', 'refusal', 'solution'],
    ['field', 'product-desk', 'product-hold', 'product-list', ...refusals],
  ],
  [`/products/${object}/versions/\\d+`, ['product', 'product-facts', 'product-page']],
  [`/(?:scenarios|products)/${object}/matches`, ['match', 'product', 'scenario']],
  ['/compare', ['compare', 'product']],
  ['/concepts', ['concept']],
  ['/weights', ['about-formula', 'weights']],
  [`/firms/${object}`, ['catalog', 'firm', 'product', 'product-page', 'scenario', 'solution']],
  ['/solutions', ['solution', 'solution-page']],
  [`/solutions/${object}`, ['refusal', 'solution', 'solution-page'], ['field', 'solution-desk', ...refusals]],
  ['/catalog', ['catalog']],
  [`/catalog/${object}`, ['catalog', 'catalog-page', 'recommendation', 'record', 'refusal'], refusals],
  ['/risk', ['field', 'refusal', 'risk'], refusals],
  ['/rewards', ['field', 'refusal', 'refusal-reward', 'reward'], refusals],
]

/** Who reads, as far as words go; a page that failed shows an error and nothing else, and `all` is everything. */
export type Reader = 'anybody' | 'signedIn' | 'error' | 'all'

/** The parts that a page needs for this reader, or null for all of them. */
export function partsOf(pathname: string, reader: Reader = 'anybody'): readonly Part[] | null {
  if (reader === 'error') return [...always, 'common-desk', ...refusals]
  if (reader === 'all') return null
  const [, anybody, signedIn = []] = pages.find(([path]) => new RegExp(`^${path}$`).test(pathname)) ?? []
  if (!anybody) return null
  return reader === 'anybody'
    ? [...always, ...anybody]
    : [...new Set([...always, 'common-desk' as const, ...anybody, ...signedIn])]
}
