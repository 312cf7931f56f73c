import type { SavedSearchRow } from '#db/queries/saved-searches.ts'
import { findSavedSearch } from '#db/queries/saved-searches.ts'
import type { KeptStatus } from '#domain/saved-searches/kept.ts'
import { canKeepSearches, canSeeSavedSearch } from '#domain/saved-searches/policy.ts'
import type { AccountId, SavedSearchId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

/** Whoever asks, as the owner of saved searches; a visitor is asked to sign in. */
export function keeperOf({ actor }: Context): AccountId {
  permit(canKeepSearches(actor))
  return found(actor.kind === 'person' ? actor.accountId : null, 'savedSearch.unknown')
}

export type KeptRow = SavedSearchRow & { status: KeptStatus }

/** One of the reader's own, removed or not: an unknown and a foreign id answer 404. */
export async function loadSavedSearch(ctx: Context, id: unknown): Promise<SavedSearchRow> {
  permit(canKeepSearches(ctx.actor))
  const savedSearchId = found(parseId<SavedSearchId>(id), 'savedSearch.unknown')
  const row = found(await findSavedSearch(ctx.db, savedSearchId), 'savedSearch.unknown')
  permit(canSeeSavedSearch(ctx.actor, row.accountId))
  return row
}

/** One that is still kept. */
export async function loadKept(ctx: Context, id: unknown): Promise<KeptRow> {
  const row = await loadSavedSearch(ctx, id)
  return { ...row, status: found(row.status === 'removed' ? null : row.status, 'savedSearch.unknown') }
}
