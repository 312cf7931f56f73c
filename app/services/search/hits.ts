import { visitor } from '#domain/shared/actor.ts'
import type { IndexName, SearchResult } from '#search/engine.ts'
import { scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { hydrate } from './hydrate.ts'
import { titleOf } from './titles.ts'

export interface Hits {
  hits: { id: string; index: IndexName; title: string }[]
  total: number
  engine: SearchResult['engine']
}

// public: asked as a visitor whoever asks, and every row is read through its visibility clause
/** The read API's search: ids and titles of what anybody may find. */
export async function findHits(
  ctx: Context,
  { index, q, offset, limit }: { index: IndexName; q: string; offset: number; limit: number },
): Promise<Hits> {
  const result = await ctx.search.search({ index, q, offset, limit, scope: scopeOf(visitor) })
  const ids = result.hits.map(hit => hit.id)
  const found = await hydrate(ctx, index, ids)
  const hits = found.map(each => ({ id: each.row.id, index, title: titleOf(each) }))
  return { hits, total: result.total, engine: result.engine }
}
