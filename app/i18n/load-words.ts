import type { Locale } from '#domain/shared/localized.ts'
import type { Part } from './page-words.ts'
import type { Words } from './translate.ts'

/** Each part of each dictionary is a file of its own for the browser. */
const files: Record<Locale, Record<Part, () => Promise<Words>>> = {
  zh: {
    about: () => import('./zh/about.ts'),
    account: () => import('./zh/account.ts'),
    audit: () => import('./zh/audit.ts'),
    bid: () => import('./zh/bid.ts'),
    catalog: () => import('./zh/catalog.ts'),
    common: () => import('./zh/common.ts'),
    field: () => import('./zh/field.ts'),
    home: () => import('./zh/home.ts'),
    letter: () => import('./zh/letter.ts'),
    match: () => import('./zh/match.ts'),
    notification: () => import('./zh/notification.ts'),
    office: () => import('./zh/office.ts'),
    organization: () => import('./zh/organization.ts'),
    pilot: () => import('./zh/pilot.ts'),
    product: () => import('./zh/product.ts'),
    queue: () => import('./zh/queue.ts'),
    recommendation: () => import('./zh/recommendation.ts'),
    refusal: () => import('./zh/refusal.ts'),
    reward: () => import('./zh/reward.ts'),
    scenario: () => import('./zh/scenario.ts'),
    search: () => import('./zh/search.ts'),
    status: () => import('./zh/status.ts'),
    workspace: () => import('./zh/workspace.ts'),
  },
  en: {
    about: () => import('./en/about.ts'),
    account: () => import('./en/account.ts'),
    audit: () => import('./en/audit.ts'),
    bid: () => import('./en/bid.ts'),
    catalog: () => import('./en/catalog.ts'),
    common: () => import('./en/common.ts'),
    field: () => import('./en/field.ts'),
    home: () => import('./en/home.ts'),
    letter: () => import('./en/letter.ts'),
    match: () => import('./en/match.ts'),
    notification: () => import('./en/notification.ts'),
    office: () => import('./en/office.ts'),
    organization: () => import('./en/organization.ts'),
    pilot: () => import('./en/pilot.ts'),
    product: () => import('./en/product.ts'),
    queue: () => import('./en/queue.ts'),
    recommendation: () => import('./en/recommendation.ts'),
    refusal: () => import('./en/refusal.ts'),
    reward: () => import('./en/reward.ts'),
    scenario: () => import('./en/scenario.ts'),
    search: () => import('./en/search.ts'),
    status: () => import('./en/status.ts'),
    workspace: () => import('./en/workspace.ts'),
  },
}

const loaded: Record<string, string | Words> = {}

/** Whether these parts, or all of them, are here. */
export function hasWords(parts: readonly Part[] | null): boolean {
  return partsIn(parts).every(part => part in loaded)
}

/** Brings the parts that are not here yet into the one dictionary of this document, which grows in place. */
export async function loadWords(locale: Locale, parts: readonly Part[] | null): Promise<Words> {
  const missing = partsIn(parts).filter(part => !(part in loaded))
  const found = await Promise.all(missing.map(part => files[locale][part]()))
  for (const words of found) Object.assign(loaded, words)
  return loaded
}

const partsIn = (parts: readonly Part[] | null) => parts ?? (Object.keys(files.zh) as Part[])
