import { reasonsInWords } from '#domain/matches/words.ts'
import { en } from '#i18n/en.ts'
import { createT, type Translate } from '#i18n/translate.ts'
import { zh } from '#i18n/zh.ts'
import { paths } from '#paths'
import type { LetterPart, MatchLetter } from '#services/matches/letter.ts'
import type { Letter } from '#services/notifications/deliver.ts'

/** A letter names so many objects, so many pairs of each, and so many in all; the rest is behind its links. */
const mostParts = 10
const mostOfOne = 5
const mostListed = 20

/** Writes the letter about new matches: what is new, why it fits, why it comes and how to stop letters like it. */
export function matchLetterOf(publicOrigin: string): (letter: MatchLetter) => Letter {
  return ({ to, locale, name, rhythm, parts, stopToken }) => {
    const t = createT(locale === 'en' ? en : zh, locale)
    const link = (path: string) => new URL(path, publicOrigin).href
    const n = parts.reduce((sum, part) => sum + part.partners.length, 0)
    const [first] = parts
    const subject =
      parts.length === 1 && first
        ? t(`matches.letter.${first.party}One`, { title: first.title, n })
        : t('matches.letter.subject', { n })
    const body = t('matches.letter.body', {
      ...{ name, n, parts: partsIn(t, parts, link) },
      rhythm: t(`savedSearch.${rhythm}`),
      stop: link(paths.matchesStop(stopToken)),
      own: link(paths.account()),
    })
    return { to, subject, body, headers: stopHeaders(link(paths.matchesUnsubscribe(stopToken))) }
  }
}

/** RFC 2369 and 8058: the mail program's own button, which stops letters about matches and nothing else. */
function stopHeaders(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

type Link = (path: string) => string

/** Objects whose turn comes when the letter is full stand with their number and link alone, or are counted. */
function partsIn(t: Translate, parts: readonly LetterPart[], link: Link): string {
  let left = mostListed
  const named = parts.slice(0, mostParts).map(part => {
    const shown = part.partners.slice(0, Math.min(mostOfOne, left))
    left -= shown.length
    return partIn(t, { ...part, partners: shown }, { link, n: part.partners.length })
  })
  const n = parts.length - named.length
  if (n > 0) named.push(t('matches.letter.moreParts', { n, all: link(paths.notifications()) }))
  return named.join('\n\n')
}

function partIn(
  t: Translate,
  { party, id, title, partners }: LetterPart,
  { link, n }: { link: Link; n: number },
): string {
  const page = party === 'demand' ? paths.product : paths.scenario
  const items = partners.map((partner, at) =>
    t(`matches.letter.${party}Item`, {
      ...{ nth: at + 1, title: partner.title, organization: partner.organization },
      ...{ why: reasonsInWords(partner.reasons, t.locale), link: link(page(partner.id)) },
    }),
  )
  const more = n - items.length
  const all = link(party === 'demand' ? paths.scenarioMatches(id) : paths.productMatches(id))
  return [
    t(`matches.letter.${party}Head`, { title, n }),
    ...items,
    more > 0 ? t('matches.letter.more', { n: more, all }) : t('matches.letter.all', { all }),
  ].join('\n')
}
