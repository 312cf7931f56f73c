import { rangesOf } from '#domain/searching/address.ts'
import type { Bounds, SearchResult } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { type Asked, engineQuery, type SettledAddress } from './query.ts'

/** A figure that the list can be narrowed by. */
export interface RangeView {
  name: string
  bounds: Bounds
  /** Least and greatest value that is stated, whatever is chosen of this very figure; null where none is. */
  span: { min: number; max: number } | null
  /** How many of `of` state it. */
  disclosed: number
  of: number
}

/** What does not disclose the figures asked for may stay or go: how many either choice finds. */
export interface UndisclosedView {
  chosen: 'keep' | 'drop'
  keep: number
  drop: number
}

/** The figures that stand on the page of this address: the usual ones and those that it names itself. */
export function figuresOf({ index, ranges }: Pick<SettledAddress, 'index' | 'ranges'>): string[] {
  return [...new Set([...rangesOf[index], ...Object.keys(ranges)])]
}

// public: it counts what a search of the same reader would find
/**
 * Each figure's span and disclosure. Of a figure that is chosen they are counted without its own bounds, so that the
 * other values stay in reach, as they do for facets.
 */
export function rangeViews(ctx: Context, query: Asked, result: SearchResult): Promise<RangeView[]> {
  return Promise.all(
    figuresOf(query).map(async (name): Promise<RangeView> => {
      const bounds = query.ranges[name]
      const { spans, facets, total } = bounds ? await withoutRange(ctx, query, name) : result
      return {
        ...{ name, bounds: bounds ?? {}, of: total },
        span: spans[name] ?? null,
        disclosed: facets.discloses?.[name] ?? 0,
      }
    }),
  )
}

function withoutRange(ctx: Context, query: Asked, name: string): Promise<SearchResult> {
  return ctx.search.search({
    ...engineQuery(ctx, { ...query, ranges: leftOf(query.ranges, name) }),
    ...{ facets: ['discloses'], spans: [name], limit: 0 },
  })
}

export function leftOf(ranges: SettledAddress['ranges'], name: string): SettledAddress['ranges'] {
  return Object.fromEntries(Object.entries(ranges).filter(([each]) => each !== name))
}

// public: it counts what a search of the same reader would find
/** Null where nothing is asked of any figure, so that nobody has to choose. */
export async function undisclosedView(
  ctx: Context,
  query: Asked,
  total: number,
): Promise<UndisclosedView | null> {
  if (Object.keys(query.ranges).length === 0) return null
  const chosen = query.undisclosed
  const other = chosen === 'keep' ? 'drop' : 'keep'
  const counted = await ctx.search.search({
    ...engineQuery(ctx, { ...query, undisclosed: other }),
    limit: 0,
  })
  const counts = { [chosen]: total, [other]: counted.total }
  return { chosen, keep: counts.keep ?? 0, drop: counts.drop ?? 0 }
}
