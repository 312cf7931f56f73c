import type { Tx } from '#db/client.ts'
import { type AlertLine, linesOf, removeNotices, setNotice } from '#db/queries/match-alerts.ts'
import type { MatchParty } from '#domain/matches/news.ts'
import { reasonsInWords } from '#domain/matches/words.ts'
import { both, type Locale } from '#domain/shared/localized.ts'
import type { NoticeEvent } from '#domain/shared/notices.ts'
import type { Detail } from '#domain/shared/verdict.ts'

/** What each party's notice is called, and the noun that leads from it to the match page of its own object. */
export const noticeOf = {
  demand: { event: 'match.products', noun: 'scenarioMatches' },
  supply: { event: 'match.scenarios', noun: 'productMatches' },
} as const satisfies Record<MatchParty, { event: NoticeEvent; noun: string }>

/** Pairs that a notice names, each with its reasons; the others are behind its link. */
const named = 3

/** The other party's object as one line names it. */
export function otherTitle({ alert, scenarioTitle, productName }: AlertLine): string {
  return alert.party === 'demand' ? productName : scenarioTitle
}

/** The reader's own object. */
export function ownTitle({ alert, scenarioTitle, productName }: AlertLine): string {
  return alert.party === 'demand' ? scenarioTitle : productName
}

/** A pair stands once, however many facts of it were told; the latest fact is what it is now. */
export function onePerPair(lines: readonly AlertLine[]): AlertLine[] {
  const pairs = new Map<string, AlertLine>()
  for (const line of lines) {
    const key = `${line.alert.scenarioId} ${line.alert.productId}`
    const known = pairs.get(key)
    if (!known || line.alert.at > known.alert.at) pairs.set(key, line)
  }
  return [...pairs.values()]
}

// public: it says what a job or a judged verb has just written
/** Puts what is left of these notices into words again; one of which nothing is left goes. */
export async function sayAgain(tx: Tx, noticeIds: readonly string[], at?: Date): Promise<void> {
  if (noticeIds.length === 0) return
  const lines = await linesOf(tx, noticeIds)
  const gone: string[] = []
  for (const id of noticeIds) {
    const own = onePerPair(lines.filter(({ alert }) => alert.notificationId === id))
    if (own.length === 0) gone.push(id)
    else await setNotice(tx, id, { params: paramsOf(own), ...(at && { at }) })
  }
  await removeNotices(tx, gone)
}

function paramsOf(lines: readonly AlertLine[]): Detail {
  const [first] = lines
  return {
    ...{ n: lines.length, title: first ? ownTitle(first) : '' },
    items: both({ zh: itemsIn('zh', lines), en: itemsIn('en', lines) }),
  }
}

function itemsIn(locale: Locale, lines: readonly AlertLine[]): string {
  const zh = locale === 'zh'
  const items = lines.slice(0, named).map(line => {
    const why = reasonsInWords(line.alert.reasons, locale)
    return zh ? `“${otherTitle(line)}”（${why}）` : `“${otherTitle(line)}” (${why})`
  })
  const left = lines.length - items.length
  if (left > 0) items.push(zh ? `另有 ${left} 个` : `and ${left} more`)
  return items.join(zh ? '；' : '; ')
}
