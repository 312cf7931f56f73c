import type { IndexName } from '../searching/address.ts'
import type { Locale } from '../shared/localized.ts'
import type { Findable } from './fit.ts'

/** What may have become new about an object: that it is public at all, or that what it says has changed. */
export type AlertFact = 'published' | `changed:${number}`

/** What a change leaves for the search of those whom it concerns. */
export interface Changed {
  index: IndexName
  id: string
  fact: AlertFact
  /** The instant of the change, as ISO text. */
  at: string
  /** What the object said before; null where it was not public. */
  before: Findable | null
}

/** Facets that say where an object stands in its procedure: moving on does not make it another object. */
const procedural = new Set(['status', 'readiness'])

/** The part of an object that a later comparison needs; attachments by their text alone. */
export function material({
  title,
  org,
  keywords,
  summary,
  body,
  attachments = [],
  facets,
  specs,
}: Findable): Findable {
  const kept = Object.entries(facets).filter(
    ([name, values]) => !procedural.has(name) && (values?.length ?? 0) > 0,
  )
  return {
    ...{ title, org, keywords, summary, body },
    attachments: attachments.map(({ name, pages }) => ({ name, pages })),
    facets: Object.fromEntries(kept),
    specs,
  }
}

/** Whether anything that a reader may search by differs: a status that moves on is no change of the object. */
export function isMaterialChange(before: Findable, after: Findable): boolean {
  return sorted(material(before)) !== sorted(material(after))
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  )
}

/** The texts of an object in which words are found. */
export function textsOf({ title, org, keywords, summary, body, attachments = [] }: Findable): string[] {
  const files = attachments.flatMap(({ name, pages }) => [name, ...pages])
  return [title, org, ...keywords, summary, body, ...files].filter(text => text !== '')
}

/** Why an alert comes now. */
export function newsInWords(fact: AlertFact, locale: Locale): string {
  if (fact === 'published') return { zh: '新公开', en: 'Newly published' }[locale]
  return { zh: '内容有变更，现在符合', en: 'Changed, and fits now' }[locale]
}
