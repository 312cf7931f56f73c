import { textsOf } from '#domain/saved-searches/change.ts'
import type { Findable, FitReason } from '#domain/saved-searches/fit.ts'
import { fitReasons } from '#domain/saved-searches/fit.ts'
import { keptAddress } from '#domain/saved-searches/kept.ts'
import type { Filter, IndexName, SearchResult, Visibility } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { engineQuery } from '../search/query.ts'
import { rulesOut } from './rules-out.ts'

/** An object that has become public or has changed. */
export interface News {
  index: IndexName
  id: string
  now: Findable
  /** What it said before; null where it was not public. */
  before: Findable | null
  visibility: readonly Visibility[]
}

export interface Fit {
  reasons: FitReason[]
  /** By words alone: whoever was told of the object already is not told again. */
  byWords: boolean
}

/** Searches that are asked about in one statement. */
const together = 100

// public: it asks what a search of anybody would find; who may be told is asked of each search's owner
/** Those of many searches that may find this object: the others are not looked at one by one. */
export async function candidates<S extends { search: string }>(
  ctx: Context,
  { id, now, visibility: scope }: News,
  searches: readonly S[],
): Promise<S[]> {
  const open = searches.flatMap(each => {
    const query = engineQuery(ctx, keptAddress(each.search))
    return rulesOut(query, now) ? [] : [{ each, query: { ...query, scope } }]
  })
  const found: S[] = []
  for (let from = 0; from < open.length; from += together) {
    const some = open.slice(from, from + together)
    const places = await ctx.search.fitting(
      id,
      some.map(({ query }) => query),
    )
    found.push(...places.flatMap(nth => some[nth]?.each ?? []))
  }
  return found
}

// public: it judges what a job hands it; who may be told is asked of each search's owner
/**
 * Whether a search newly finds this object, and why. That it finds it is asked of the engine itself, with nothing but
 * the one document to look among; that it did not before is told from what the document said before.
 */
export async function fitOf(ctx: Context, news: News, search: string): Promise<Fit | null> {
  const { id, now, before, visibility } = news
  const address = keptAddress(search)
  const query = engineQuery(ctx, address)
  if (rulesOut(query, now)) return null
  const result = await ctx.search.search({ ...query, scope: visibility, ids: [id], limit: 1 })
  if (result.hits.length === 0) return null
  const found = foundWords(ctx, now, address.q)
  const reasons = fitReasons(address, now, { found, understood: result.understood })
  if (before === null) return { reasons, byWords: false }
  const filter = { and: [...(query.filter ? [query.filter] : []), ...understoodFilters(result)] }
  if (rulesOut({ ...query, filter }, before)) return { reasons, byWords: false }
  const known = new Set(foundWords(ctx, before, address.q))
  return found.some(word => !known.has(word)) ? { reasons, byWords: true } : null
}

function understoodFilters({ understood }: SearchResult): Filter[] {
  return understood.map(({ criterion, bounds }) => ({ range: [criterion, bounds], unknown: 'keep' }))
}

const longestText = 20_000
const mostWords = 12

/** The words of an object that a search finds, as they are written there: the short texts first. */
function foundWords({ search }: Context, object: Findable, q: string): string[] {
  const words = new Map<string, string>()
  if (q === '') return []
  for (const text of textsOf(object)) {
    for (const { text: word, hit } of search.highlight(text.slice(0, longestText), q)) {
      const key = word.normalize('NFKC').toLowerCase()
      if (hit && !words.has(key)) words.set(key, word)
    }
    if (words.size >= mostWords) break
  }
  return whole([...words.values()]).slice(0, mostWords)
}

/** Without words that are only a piece of another one. */
function whole(words: readonly string[]): string[] {
  return words.filter(word => !words.some(other => other.length > word.length && other.includes(word)))
}
