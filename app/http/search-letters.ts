import { newsInWords } from '#domain/saved-searches/change.ts'
import { fitInWords } from '#domain/saved-searches/fit.ts'
import { canonicalSearch } from '#domain/saved-searches/kept.ts'
import type { IndexName } from '#domain/searching/address.ts'
import { en } from '#i18n/en.ts'
import { createT, type Translate } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import type { Letter } from '#services/notifications/deliver.ts'
import type { SearchLetter } from '#services/saved-searches/letter.ts'

/** A letter lists so many; the rest is behind its link. */
const mostListed = 20

/** The page of an object of each index. */
export const objectPaths: Record<IndexName, (id: string) => string> = {
  scenarios: paths.scenario,
  products: id => paths.product(id),
  solutions: id => paths.solution(id),
  firms: paths.firm,
  catalog: paths.entry,
}

/** Writes the letter of a saved search: what is new, why it fits, and how to stop letters like it. */
export function searchLetterOf(publicOrigin: string): (letter: SearchLetter) => Letter {
  return letter => {
    const { to, locale, name, search, alerts, stopToken } = letter
    const t = createT(locale === 'en' ? en : zh, locale)
    const link = (path: string) => new URL(path, publicOrigin).href
    const n = alerts.length
    const [first] = alerts
    const subject =
      n === 1 && first
        ? t('savedSearch.letter.subjectOne', { search: search.name, title: first.title })
        : t('savedSearch.letter.subject', { search: search.name, n })
    const body = t('savedSearch.letter.body', {
      ...{ name, n, search: search.name, items: itemsOf(t, letter, link) },
      all: link(`${paths.search()}?${canonicalSearch(search.address)}`),
      day: t.date(search.savedAt),
      rhythm: t(`savedSearch.${search.rhythm}`),
      stop: link(paths.searchStop(stopToken)),
      own: link(paths.searches()),
    })
    return { to, subject, body, headers: stopHeaders(link(paths.searchUnsubscribe(stopToken))) }
  }
}

/** RFC 2369 and 8058: the mail program's own button, which stops letters of this search and nothing else. */
function stopHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

function itemsOf(t: Translate, { search, alerts }: SearchLetter, link: (path: string) => string): string {
  const page = objectPaths[search.address.index]
  const items = alerts.slice(0, mostListed).map(({ id, title, fact, reasons }, at) =>
    t('savedSearch.letter.item', {
      ...{ nth: at + 1, title, link: link(page(id)) },
      ...{ news: newsInWords(fact, t.locale), fit: fitInWords(reasons, t.locale) },
    }),
  )
  const left = alerts.length - items.length
  return [...items, ...(left > 0 ? [t('savedSearch.letter.more', { n: left })] : [])].join('\n\n')
}
