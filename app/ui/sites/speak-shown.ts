import type { ExpectedFrom } from '#domain/risk/expected.ts'
import { withDerived } from '#domain/sites/derive.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import { siteTables } from '#domain/sites/tables.ts'
import type { Translate } from '#i18n/translate.ts'
import type { ListedFile } from '../files/file-list.tsx'
import { speakExpected } from '../risk/speak-expected.ts'
import type { SpokenExpected } from '../risk/view.ts'
import type { ScenarioWords } from '../scenarios/view.ts'
import type { SpokenSite } from './view.ts'

interface Shown {
  content: SiteProfile
  files: ListedFile[]
}

/** The lists and photos that a scenario shows of its site, in words; null where there are none. */
export function speakShown(t: Translate, shown: Shown | null): SpokenSite | null {
  if (!shown) return null
  const tables = siteTables(shown.content, t.locale)
  const { files } = shown
  return tables.length === 0 && files.length === 0
    ? null
    : { tables, files, photos: t('site.photos.title') }
}

/** What the scenario states as a need goes before what its site says. */
export function speakRisk(t: Translate, content: ScenarioWords, shown: Shown | null): SpokenExpected | null {
  const facts = shown ? withDerived(shown.content).facts : {}
  const stated = (id: 'peopleDensity' | 'explosionProof' | 'outdoor') =>
    content.requirements.find(each => each.criterion === id)?.value ?? facts[id]
  const from: ExpectedFrom = {
    ...{ domain: content.domain, tasks: content.tasks },
    peopleDensity: stated('peopleDensity'),
    explosionProof: stated('explosionProof'),
    outdoor: stated('outdoor'),
  }
  return speakExpected(t, from)
}
