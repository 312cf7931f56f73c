import type { Locale } from '#domain/shared/localized.ts'
import { merge, type Words } from './merge.ts'

/** Each part of each dictionary is a file of its own for the browser, and is called like it. */
export const wordFiles = {
  zh: {
    about: () => import('./zh/about.ts'),
    'about-accessibility': () => import('./zh/about-accessibility.ts'),
    'about-data': () => import('./zh/about-data.ts'),
    'about-formula': () => import('./zh/about-formula.ts'),
    'about-open': () => import('./zh/about-open.ts'),
    'about-privacy': () => import('./zh/about-privacy.ts'),
    account: () => import('./zh/account.ts'),
    catalog: () => import('./zh/catalog.ts'),
    'catalog-page': () => import('./zh/catalog-page.ts'),
    common: () => import('./zh/common.ts'),
    'common-desk': () => import('./zh/common-desk.ts'),
    compare: () => import('./zh/compare.ts'),
    concept: () => import('./zh/concept.ts'),
    'concept-desk': () => import('./zh/concept-desk.ts'),
    deployments: () => import('./zh/deployments.ts'),
    desk: () => import('./zh/desk.ts'),
    field: () => import('./zh/field.ts'),
    fit: () => import('./zh/fit.ts'),
    file: () => import('./zh/file.ts'),
    'file-desk': () => import('./zh/file-desk.ts'),
    firm: () => import('./zh/firm.ts'),
    home: () => import('./zh/home.ts'),
    imports: () => import('./zh/imports.ts'),
    market: () => import('./zh/market.ts'),
    match: () => import('./zh/match.ts'),
    'match-spoken': () => import('./zh/match-spoken.ts'),
    matches: () => import('./zh/matches.ts'),
    notification: () => import('./zh/notification.ts'),
    product: () => import('./zh/product.ts'),
    'product-desk': () => import('./zh/product-desk.ts'),
    'product-facts': () => import('./zh/product-facts.ts'),
    'product-list': () => import('./zh/product-list.ts'),
    'product-page': () => import('./zh/product-page.ts'),
    recommendation: () => import('./zh/recommendation.ts'),
    record: () => import('./zh/record.ts'),
    refusal: () => import('./zh/refusal.ts'),
    'refusal-account': () => import('./zh/refusal-account.ts'),
    'refusal-desk': () => import('./zh/refusal-desk.ts'),
    'refusal-reward': () => import('./zh/refusal-reward.ts'),
    review: () => import('./zh/review.ts'),
    reward: () => import('./zh/reward.ts'),
    risk: () => import('./zh/risk.ts'),
    'risk-expected': () => import('./zh/risk-expected.ts'),
    scenario: () => import('./zh/scenario.ts'),
    'scenario-desk': () => import('./zh/scenario-desk.ts'),
    'scenario-list': () => import('./zh/scenario-list.ts'),
    'scenario-page': () => import('./zh/scenario-page.ts'),
    'scenario-wizard': () => import('./zh/scenario-wizard.ts'),
    'saved-search': () => import('./zh/saved-search.ts'),
    'saved-search-desk': () => import('./zh/saved-search-desk.ts'),
    search: () => import('./zh/search.ts'),
    'search-suggestions': () => import('./zh/search-suggestions.ts'),
    site: () => import('./zh/site.ts'),
    'site-lists': () => import('./zh/site-lists.ts'),
    solution: () => import('./zh/solution.ts'),
    'solution-desk': () => import('./zh/solution-desk.ts'),
    'solution-page': () => import('./zh/solution-page.ts'),
    standing: () => import('./zh/standing.ts'),
    'standing-spoken': () => import('./zh/standing-spoken.ts'),
    status: () => import('./zh/status.ts'),
    submissions: () => import('./zh/submissions.ts'),
    weights: () => import('./zh/weights.ts'),
    'weights-desk': () => import('./zh/weights-desk.ts'),
  },
  en: {
    about: () => import('./en/about.ts'),
    'about-accessibility': () => import('./en/about-accessibility.ts'),
    'about-data': () => import('./en/about-data.ts'),
    'about-formula': () => import('./en/about-formula.ts'),
    'about-open': () => import('./en/about-open.ts'),
    'about-privacy': () => import('./en/about-privacy.ts'),
    account: () => import('./en/account.ts'),
    catalog: () => import('./en/catalog.ts'),
    'catalog-page': () => import('./en/catalog-page.ts'),
    common: () => import('./en/common.ts'),
    'common-desk': () => import('./en/common-desk.ts'),
    compare: () => import('./en/compare.ts'),
    concept: () => import('./en/concept.ts'),
    'concept-desk': () => import('./en/concept-desk.ts'),
    deployments: () => import('./en/deployments.ts'),
    desk: () => import('./en/desk.ts'),
    field: () => import('./en/field.ts'),
    fit: () => import('./en/fit.ts'),
    file: () => import('./en/file.ts'),
    'file-desk': () => import('./en/file-desk.ts'),
    firm: () => import('./en/firm.ts'),
    home: () => import('./en/home.ts'),
    imports: () => import('./en/imports.ts'),
    market: () => import('./en/market.ts'),
    match: () => import('./en/match.ts'),
    'match-spoken': () => import('./en/match-spoken.ts'),
    matches: () => import('./en/matches.ts'),
    notification: () => import('./en/notification.ts'),
    product: () => import('./en/product.ts'),
    'product-desk': () => import('./en/product-desk.ts'),
    'product-facts': () => import('./en/product-facts.ts'),
    'product-list': () => import('./en/product-list.ts'),
    'product-page': () => import('./en/product-page.ts'),
    recommendation: () => import('./en/recommendation.ts'),
    record: () => import('./en/record.ts'),
    refusal: () => import('./en/refusal.ts'),
    'refusal-account': () => import('./en/refusal-account.ts'),
    'refusal-desk': () => import('./en/refusal-desk.ts'),
    'refusal-reward': () => import('./en/refusal-reward.ts'),
    review: () => import('./en/review.ts'),
    reward: () => import('./en/reward.ts'),
    risk: () => import('./en/risk.ts'),
    'risk-expected': () => import('./en/risk-expected.ts'),
    scenario: () => import('./en/scenario.ts'),
    'scenario-desk': () => import('./en/scenario-desk.ts'),
    'scenario-list': () => import('./en/scenario-list.ts'),
    'scenario-page': () => import('./en/scenario-page.ts'),
    'scenario-wizard': () => import('./en/scenario-wizard.ts'),
    'saved-search': () => import('./en/saved-search.ts'),
    'saved-search-desk': () => import('./en/saved-search-desk.ts'),
    search: () => import('./en/search.ts'),
    'search-suggestions': () => import('./en/search-suggestions.ts'),
    site: () => import('./en/site.ts'),
    'site-lists': () => import('./en/site-lists.ts'),
    solution: () => import('./en/solution.ts'),
    'solution-desk': () => import('./en/solution-desk.ts'),
    'solution-page': () => import('./en/solution-page.ts'),
    standing: () => import('./en/standing.ts'),
    'standing-spoken': () => import('./en/standing-spoken.ts'),
    status: () => import('./en/status.ts'),
    submissions: () => import('./en/submissions.ts'),
    weights: () => import('./en/weights.ts'),
    'weights-desk': () => import('./en/weights-desk.ts'),
  },
} satisfies Record<Locale, Record<string, () => Promise<Words>>>

/** A part of the dictionary; a namespace that few pages need whole is kept in several. */
export type Part = keyof typeof wordFiles.zh

/** The one dictionary of this document, which grows in place. */
const dictionary: Record<string, string | Words> = {}
const loaded = new Set<Part>()

/** Whether these parts, or all of them, are here. */
export function hasWords(parts: readonly Part[] | null): boolean {
  return partsIn(parts).every(part => loaded.has(part))
}

/** Brings the parts that are not here yet. */
export async function loadWords(locale: Locale, parts: readonly Part[] | null): Promise<Words> {
  const missing = partsIn(parts).filter(part => !loaded.has(part))
  const found: Words[] = await Promise.all(missing.map(part => wordFiles[locale][part]()))
  for (const words of found) Object.assign(dictionary, merge(dictionary, words))
  for (const part of missing) loaded.add(part)
  return dictionary
}

const partsIn = (parts: readonly Part[] | null) => parts ?? (Object.keys(wordFiles.zh) as Part[])
