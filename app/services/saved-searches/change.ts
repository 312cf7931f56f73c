import { z } from 'zod'
import { changeSavedSearch, removeSaved } from '#db/queries/saved-searches.ts'
import type { KeptAddress, KeptStatus, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { keptAddress } from '#domain/saved-searches/kept.ts'
import { Rhythm, SearchName, Status } from '#domain/saved-searches/saved-search.ts'
import { id, rev } from '#domain/shared/id-schemas.ts'
import type { SavedSearchId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { loadKept, loadSavedSearch } from './load.ts'

export interface SavedSheet {
  id: SavedSearchId
  rev: number
  name: string
  rhythm: SearchRhythm
  status: KeptStatus
  address: KeptAddress
}

/** One of the reader's own, as its form shows it. */
export async function showSavedSearch(ctx: Context, savedSearchId: unknown): Promise<SavedSheet> {
  const { search, ...row } = await loadKept(ctx, savedSearchId)
  const { id: own, rev: shown, name, rhythm, status } = row
  return { id: own, rev: shown, name, rhythm, status, address: keptAddress(search) }
}

export const EditSavedSearch = z.object({ id: id.savedSearch, rev, name: SearchName, rhythm: Rhythm })

/** Another name, or another rhythm of mail. Sent again as it stands already, it changes nothing. */
export async function editSavedSearch(ctx: Context, input: z.infer<typeof EditSavedSearch>): Promise<void> {
  const { id: own, rev: shown, name, rhythm } = EditSavedSearch.parse(input)
  const row = await loadKept(ctx, own)
  if (row.name === name && row.rhythm === rhythm) return
  await changed(ctx, { id: own, rev: shown, name, rhythm })
}

export const PauseSavedSearch = z.object({
  id: id.savedSearch,
  rev,
  status: Status,
})

/** 暂停 and 恢复: a paused search is told nothing; what comes meanwhile is not made up for. */
export async function pauseSavedSearch(ctx: Context, input: z.infer<typeof PauseSavedSearch>): Promise<void> {
  const { id: own, rev: shown, status } = PauseSavedSearch.parse(input)
  const row = await loadKept(ctx, own)
  if (row.status === status) return
  await changed(ctx, { id: own, rev: shown, status })
}

async function changed(
  ctx: Context,
  change: Omit<Parameters<typeof changeSavedSearch>[1], 'at'>,
): Promise<void> {
  if (!(await changeSavedSearch(ctx.db, { ...change, at: ctx.now })))
    throw new Refusal('conflict', 'page.stale')
}

export const RemoveSavedSearch = z.object({ id: id.savedSearch })

/** 删除: with everything that it still had to tell by mail; the notices in the platform stay with their reader. */
export async function removeSavedSearch(
  ctx: Context,
  input: z.infer<typeof RemoveSavedSearch>,
): Promise<void> {
  const { id: own } = RemoveSavedSearch.parse(input)
  const { status } = await loadSavedSearch(ctx, own)
  if (status !== 'removed') await inTransaction(ctx, tx => removeSaved(tx, own, ctx.now))
}
