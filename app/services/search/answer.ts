import type { SearchResult } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import type { SettledAddress } from './query.ts'

/** How the words were taken: as they stand, spelt otherwise (同音字, pinyin, a code as one word), or with some of a sentence's words missing. */
export type Taken = 'asTyped' | 'respelt' | 'inPart'

export interface Answered {
  result: SearchResult
  taken: Taken
  /** The words that answered. */
  q: string
}

type Ask = (query: SettledAddress, match?: 'most') => Promise<SearchResult>

// public: it asks again what the same reader has asked
/**
 * The answer to the words as they stand; where nothing has all of them, to what they sound or are spelt like, and for a sentence to
 * most of them. Whoever asked for all of the words by name, or for the newest first, still gets what was found so.
 */
export async function answer(ctx: Context, query: SettledAddress, ask: Ask): Promise<Answered> {
  const typed = { result: await ask(query), taken: 'asTyped' as const, q: query.q }
  if (typed.result.total > 0 || query.q === '' || query.match !== 'all') return typed
  const spelt = await ctx.search.respelt({ index: query.index, q: query.q, scope: scopeOf(ctx.actor) })
  if (spelt !== null) {
    const result = await ask({ ...query, q: spelt })
    if (result.total > 0) return { result, taken: 'respelt', q: spelt }
  }
  const result = await ask(query, 'most')
  return result.total > 0 ? { result, taken: 'inPart', q: query.q } : typed
}
