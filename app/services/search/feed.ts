import { listDocumentTimes } from '#db/queries/search-alerts.ts'
import { canonicalSearch, type KeptAddress, keptAddress } from '#domain/saved-searches/kept.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { Context } from '../context.ts'
import { type Found, hydrate } from './hydrate.ts'
import { engineQuery } from './query.ts'
import { titleOf } from './titles.ts'

export interface FeedEntry {
  id: string
  title: string
  /** The organisation behind it; two for a catalog entry. */
  author: string
  summary: string
  at: Date
}

export interface Feed {
  address: KeptAddress
  /** The search in its canonical form, without how it is sorted, which a feed settles itself; it names the feed for good. */
  search: string
  entries: FeedEntry[]
}

const mostEntries = 50

// public: asked as a visitor whoever asks, and every row is read through its visibility clause
/** What any search finds, the newest first, for programs that come back for it. */
export async function searchFeed(ctx: Context, params: URLSearchParams): Promise<Feed> {
  const address = { ...keptAddress(params), sort: 'newest' as const }
  const { index } = address
  const asVisitor = { ...ctx, actor: visitor }
  const { hits } = await ctx.search.search({ ...engineQuery(asVisitor, address), limit: mostEntries })
  const ids = hits.map(hit => hit.id)
  const [rows, times] = await Promise.all([
    hydrate(asVisitor, index, ids),
    listDocumentTimes(ctx.db, index, ids),
  ])
  const entries = rows.flatMap(found => {
    const at = times.get(found.row.id)
    return at ? [{ id: found.row.id, title: titleOf(found), at, ...aboutOf(found) }] : []
  })
  return { address, search: canonicalSearch({ ...address, sort: 'relevance' }), entries }
}

function aboutOf(found: Found): Pick<FeedEntry, 'author' | 'summary'> {
  switch (found.index) {
    case 'scenarios':
      return { author: found.row.organization.name, summary: found.row.summary }
    case 'products':
    case 'solutions':
      return { author: found.row.organization, summary: found.row.summary }
    case 'firms':
      return { author: found.row.name, summary: found.row.names.join('、') }
    case 'catalog':
      return { author: `${found.row.demand} · ${found.row.supply}`, summary: found.row.content.summary }
  }
}
