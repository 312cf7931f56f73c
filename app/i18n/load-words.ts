import type { Locale } from '#domain/shared/localized.ts'
import { merge } from './merge.ts'
import type { Words } from './translate.ts'

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
    audit: () => import('./zh/audit.ts'),
    bid: () => import('./zh/bid.ts'),
    catalog: () => import('./zh/catalog.ts'),
    'catalog-desk': () => import('./zh/catalog-desk.ts'),
    'catalog-page': () => import('./zh/catalog-page.ts'),
    common: () => import('./zh/common.ts'),
    'common-desk': () => import('./zh/common-desk.ts'),
    field: () => import('./zh/field.ts'),
    home: () => import('./zh/home.ts'),
    letter: () => import('./zh/letter.ts'),
    match: () => import('./zh/match.ts'),
    notification: () => import('./zh/notification.ts'),
    office: () => import('./zh/office.ts'),
    organization: () => import('./zh/organization.ts'),
    pilot: () => import('./zh/pilot.ts'),
    product: () => import('./zh/product.ts'),
    'product-desk': () => import('./zh/product-desk.ts'),
    'product-page': () => import('./zh/product-page.ts'),
    queue: () => import('./zh/queue.ts'),
    recommendation: () => import('./zh/recommendation.ts'),
    record: () => import('./zh/record.ts'),
    refusal: () => import('./zh/refusal.ts'),
    'refusal-account': () => import('./zh/refusal-account.ts'),
    'refusal-desk': () => import('./zh/refusal-desk.ts'),
    'refusal-reward': () => import('./zh/refusal-reward.ts'),
    reward: () => import('./zh/reward.ts'),
    'reward-claim': () => import('./zh/reward-claim.ts'),
    scenario: () => import('./zh/scenario.ts'),
    'scenario-desk': () => import('./zh/scenario-desk.ts'),
    'scenario-page': () => import('./zh/scenario-page.ts'),
    search: () => import('./zh/search.ts'),
    status: () => import('./zh/status.ts'),
    workspace: () => import('./zh/workspace.ts'),
  },
  en: {
    about: () => import('./en/about.ts'),
    'about-accessibility': () => import('./en/about-accessibility.ts'),
    'about-data': () => import('./en/about-data.ts'),
    'about-formula': () => import('./en/about-formula.ts'),
    'about-open': () => import('./en/about-open.ts'),
    'about-privacy': () => import('./en/about-privacy.ts'),
    account: () => import('./en/account.ts'),
    audit: () => import('./en/audit.ts'),
    bid: () => import('./en/bid.ts'),
    catalog: () => import('./en/catalog.ts'),
    'catalog-desk': () => import('./en/catalog-desk.ts'),
    'catalog-page': () => import('./en/catalog-page.ts'),
    common: () => import('./en/common.ts'),
    'common-desk': () => import('./en/common-desk.ts'),
    field: () => import('./en/field.ts'),
    home: () => import('./en/home.ts'),
    letter: () => import('./en/letter.ts'),
    match: () => import('./en/match.ts'),
    notification: () => import('./en/notification.ts'),
    office: () => import('./en/office.ts'),
    organization: () => import('./en/organization.ts'),
    pilot: () => import('./en/pilot.ts'),
    product: () => import('./en/product.ts'),
    'product-desk': () => import('./en/product-desk.ts'),
    'product-page': () => import('./en/product-page.ts'),
    queue: () => import('./en/queue.ts'),
    recommendation: () => import('./en/recommendation.ts'),
    record: () => import('./en/record.ts'),
    refusal: () => import('./en/refusal.ts'),
    'refusal-account': () => import('./en/refusal-account.ts'),
    'refusal-desk': () => import('./en/refusal-desk.ts'),
    'refusal-reward': () => import('./en/refusal-reward.ts'),
    reward: () => import('./en/reward.ts'),
    'reward-claim': () => import('./en/reward-claim.ts'),
    scenario: () => import('./en/scenario.ts'),
    'scenario-desk': () => import('./en/scenario-desk.ts'),
    'scenario-page': () => import('./en/scenario-page.ts'),
    search: () => import('./en/search.ts'),
    status: () => import('./en/status.ts'),
    workspace: () => import('./en/workspace.ts'),
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
