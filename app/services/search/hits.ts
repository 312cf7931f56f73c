import { visitor } from '#domain/shared/actor.ts'
import type { IndexName, SearchQuery, SearchResult } from '#search/engine.ts'
import { isBadCursor, scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { hydrate } from './hydrate.ts'
import { titleOf } from './titles.ts'

export interface Hits {
  hits: { id: string; index: IndexName; title: string }[]
  total: number
  /** False where there may be more than `total`. */
  totalIsExact: boolean
  /** `after` of the next page; null on the last one. */
  next: string | null
  engine: SearchResult['engine']
}

// public: asked as a visitor whoever asks, and every row is read through its visibility clause
/** The read API's search: ids and titles of what anybody may find. An `after` that is no page's `next` is refused. */
export async function findHits(
  ctx: Context,
  asked: Pick<SearchQuery, 'index' | 'q' | 'offset' | 'limit'> & { after?: string | undefined },
): Promise<Hits> {
  const { after, index, ...rest } = asked
  const query: SearchQuery = {
    ...{ ...rest, index, ...(after !== undefined && { after }) },
    ...{ scope: scopeOf(visitor), counted: 'reachable' },
  }
  const result = await ctx.search.search(query).catch((error: unknown) => {
    if (!isBadCursor(error)) throw error
    throw new Refusal('invalid', 'api.invalidQuery', {
      path: 'after',
      detail: { message: 'no page of this' },
    })
  })
  const ids = result.hits.map(hit => hit.id)
  const found = await hydrate(ctx, index, ids)
  const hits = found.map(each => ({ id: each.row.id, index, title: titleOf(each) }))
  const { total, totalIsExact, next, engine } = result
  return { hits, total, totalIsExact, next, engine }
}
