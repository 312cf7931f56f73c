import { type IndexName, indexNames, type Segment, scopeOf } from '#search/engine.ts'
import type { Context } from '../context.ts'
import { hydrate } from './hydrate.ts'
import { titleOf } from './titles.ts'

/** One line under the search field while somebody types. */
export interface Suggestion {
  kind: IndexName | 'name'
  /** The object; null for another name of the same thing, which is searched for. */
  id: string | null
  /** The title in pieces, what was found marked. */
  title: Segment[]
}

export interface Suggestions {
  items: Suggestion[]
  /** How many a search for these words finds in all, or what it finds at least. */
  total: number
  /** There may be more than `total`. */
  more?: true
}

const mostItems = 7
const mostNames = 2
const mostOfOne = 4

// public: it finds what the reader's scope allows, and names rows only as far as anybody may see them
/**
 * What somebody may mean before they have finished typing: other names of the thing, and the first objects of every
 * index, shared out so that no index hides another.
 */
export async function suggest(ctx: Context, q: string): Promise<Suggestions> {
  if (q === '') return { items: [], total: 0 }
  const found = await Promise.all(indexNames.map(index => firstOf(ctx, index, q)))
  const names = ctx.search.otherNames(q).slice(0, mostNames)
  const room = shared(
    found.map(({ items }) => items.length),
    mostItems - names.length,
  )
  return {
    items: [
      ...names.map((text): Suggestion => ({ kind: 'name', id: null, title: [{ text, hit: false }] })),
      ...found.flatMap(({ items }, nth) => items.slice(0, room[nth])),
    ],
    total: found.reduce((sum, each) => sum + each.total, 0),
    ...(found.some(each => !each.totalIsExact) && { more: true as const }),
  }
}

async function firstOf(
  ctx: Context,
  index: IndexName,
  q: string,
): Promise<{ items: Suggestion[]; total: number; totalIsExact: boolean }> {
  const { hits, total, totalIsExact } = await ctx.search.search({
    ...{ index, q, scope: scopeOf(ctx.actor), limit: mostOfOne },
    counted: 'reachable',
  })
  const rows = await hydrate(
    ctx,
    index,
    hits.map(({ id }) => id),
  )
  const items = rows.map(
    (each): Suggestion => ({ kind: index, id: each.row.id, title: ctx.search.highlight(titleOf(each), q) }),
  )
  return { items, total, totalIsExact }
}

/** How many of each may be shown when there is room for `most` in all: one each in turn. */
function shared(lengths: readonly number[], most: number): number[] {
  const room = lengths.map(() => 0)
  for (let turn = 1; turn <= mostOfOne; turn++) {
    lengths.forEach((length, nth) => {
      const taken = room.reduce((sum, each) => sum + each, 0)
      if (length >= turn && taken < most) room[nth] = turn
    })
  }
  return room
}
