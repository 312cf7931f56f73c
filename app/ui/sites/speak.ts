import { criterionOf } from '#domain/ontology/criteria.ts'
import { formatNeed } from '#domain/ontology/values.ts'
import type { ExpectedFrom } from '#domain/risk/expected.ts'
import { diffText } from '#domain/shared/content-diff.ts'
import type { Locale } from '#domain/shared/localized.ts'
import { withDerived } from '#domain/sites/derive.ts'
import { type SiteDifference, siteDifferences } from '#domain/sites/lines.ts'
import type { SiteDeviation } from '#domain/sites/needs.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import { siteTables } from '#domain/sites/tables.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ListedFile } from '../files/file-list.tsx'
import type { ScenarioWords } from '../scenarios/view.ts'
import type { SpokenDifference, SpokenSite, SpokenTaken } from './view.ts'

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
    changes: newer ? siteDifferences(taken, newer, locale).map(markDifference) : [],
    deviations: deviations.map(({ criterion, typed, site }) => ({
      label: criterionOf(criterion).label[locale],
      typed: typed === null ? null : formatNeed(criterion, typed, locale),
      site: formatNeed(criterion, site, locale),
    })),
  }
}

export function markDifference(difference: SiteDifference): SpokenDifference {
  const { before, after } = difference
  if (before === null || after === null) return { ...difference, start: '', end: '' }
  const { start, removed, added, end } = diffText(before, after)
  return { ...difference, start, before: removed, after: added, end }
}

interface Shown {
  content: SiteProfile
  files: ListedFile[]
}

/** The lists and photos that a scenario shows of its site, in words; null where there are none. */
export function speakShown(t: Translate, shown: Shown | null): SpokenSite | null {
  if (!shown) return null
  const tables = siteTables(shown.content, t.locale)
  const { files } = shown
  return tables.length === 0 && files.length === 0 ? null : { tables, files, photos: t('site.photos.title') }
}

/** What decides a scenario's risks; what it states as a need goes before what its site says. */
export function riskFrom(content: ScenarioWords, shown: Shown | null): ExpectedFrom {
  const facts = shown ? withDerived(shown.content).facts : {}
  const stated = (id: 'peopleDensity' | 'explosionProof' | 'outdoor') =>
    content.requirements.find(each => each.criterion === id)?.value ?? facts[id]
  return {
    ...{ domain: content.domain, tasks: content.tasks },
    peopleDensity: stated('peopleDensity'),
    explosionProof: stated('explosionProof'),
    outdoor: stated('outdoor'),
  }
}
