import { findMailbox } from '#db/queries/accounts.ts'
import { findSavedBySearch, listSavedSearches, setLooked } from '#db/queries/saved-searches.ts'
import type { KeptAddress, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { canonicalSearch, keptAddress, mostSavedSearches } from '#domain/saved-searches/kept.ts'
import { canKeepSearches } from '#domain/saved-searches/policy.ts'
import type { SavedSearchId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { sha256 } from '../digest.ts'
import { found, permit } from '../refusal.ts'
import type { SavedSheet } from './change.ts'
import { keeperOf } from './load.ts'

export interface OwnSearch extends SavedSheet {
  /** How many it found when its owner last looked, and when; since then so many were new to it. */
  hits: number
  lookedAt: Date
  fresh: number
}

export interface OwnSearches {
  searches: OwnSearch[]
  email: string
  most: number
}

/** The reader's own saved searches, the latest first. */
export async function listOwnSearches(ctx: Context): Promise<OwnSearches> {
  permit(canKeepSearches(ctx.actor))
  const accountId = keeperOf(ctx)
  const [rows, mailbox] = await Promise.all([
    listSavedSearches(ctx.db, accountId),
    findMailbox(ctx.db, accountId),
  ])
  const searches = rows.map(({ id, rev, name, rhythm, status, search, hits, lookedAt, fresh }) => ({
    ...{ id, rev, name, rhythm, hits, lookedAt, fresh },
    status: status === 'paused' ? ('paused' as const) : ('active' as const),
    address: keptAddress(search),
  }))
  return { searches, email: found(mailbox, 'savedSearch.unknown').email, most: mostSavedSearches }
}

/** What the search page says about keeping the search that it shows. */
export interface Saving {
  saved: { id: SavedSearchId; name: string; rhythm: SearchRhythm; paused: boolean } | null
}

// public: it speaks of the reader's own saved search, and of none to a visitor
/** Whether the reader keeps this very search; seeing its results is looking at what was new to it. */
export async function savingOf(ctx: Context, address: KeptAddress, hits: number): Promise<Saving> {
  const { actor, db, now } = ctx
  if (actor.kind !== 'person') return { saved: null }
  const row = await findSavedBySearch(db, actor.accountId, sha256(canonicalSearch(address)))
  if (!row) return { saved: null }
  const { id, name, rhythm, status } = row
  if (row.fresh > 0 || row.hits !== hits) await setLooked(db, { id, hits, at: now })
  return { saved: { id, name, rhythm, paused: status === 'paused' } }
}
