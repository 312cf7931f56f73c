import { criterionOf } from '#domain/ontology/criteria.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { siteDifferences } from '#domain/sites/lines.ts'
import type { SiteDeviation } from '#domain/sites/needs.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import type { SpokenTaken } from './view.ts'

interface Taken {
  id: string
  name: string
  version: number
  latest: number
  taken: SiteProfile
  newer: SiteProfile | null
  deviations: readonly SiteDeviation[]
}

/** The choice of a profile with what it says of the one taken, in words. */
export function speakChoice<C extends { taken: Taken | null }>(
  { taken, ...choice }: C,
  locale: Locale,
): Omit<C, 'taken'> & { taken: SpokenTaken | null } {
  return { ...choice, taken: taken && speakTaken(taken, locale) }
}

export function speakTaken({ taken, newer, deviations, ...told }: Taken, locale: Locale): SpokenTaken {
  return {
    ...told,
    changes: newer ? siteDifferences(taken, newer, locale) : [],
    deviations: deviations.map(({ criterion, typed, site }) => ({
      label: criterionOf(criterion).label[locale],
      typed: typed === null ? null : formatNeed(criterion, typed, locale),
      site: formatNeed(criterion, site, locale),
    })),
  }
}
