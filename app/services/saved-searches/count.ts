import type { KeptAddress } from '#domain/saved-searches/kept.ts'
import type { Context } from '../context.ts'
import { engineQuery } from '../search/query.ts'

// public: it counts what a search of the same reader would find
export async function countOf(ctx: Context, address: KeptAddress): Promise<number> {
  const { total } = await ctx.search.search({ ...engineQuery(ctx, address), limit: 0 })
  return total
}
