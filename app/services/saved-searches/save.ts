import { z } from 'zod'
import { findMailbox } from '#db/queries/accounts.ts'
import {
  countSaved,
  findSavedBySearch,
  findSavedSearch,
  insertSavedSearch,
  lockAndCountSaved,
} from '#db/queries/saved-searches.ts'
import type { KeptAddress, SearchRhythm } from '#domain/saved-searches/kept.ts'
import { canonicalSearch, keptAddress, mostSavedSearches } from '#domain/saved-searches/kept.ts'
import { canKeepAnother, canKeepSearches } from '#domain/saved-searches/policy.ts'
import { KeptSearch, Rhythm, SearchName } from '#domain/saved-searches/saved-search.ts'
import { proposedName } from '#domain/saved-searches/words.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { SavedSearchId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { Locale } from '#domain/shared/localized.ts'
import type { MailRhythm } from '#domain/shared/notice-matrix.ts'
import type { Context } from '../context.ts'
import { sha256 } from '../digest.ts'
import { newFormKey } from '../new-id.ts'
import { showRhythm } from '../notifications/preferences.ts'
import { demand, found, permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { countOf } from './count.ts'
import { keeperOf } from './load.ts'

/** The form's key becomes the id, so the same form sent twice keeps one search. */
export const SaveSearch = z.object({ search: KeptSearch, name: SearchName, rhythm: Rhythm, formKey })
export type SaveSearch = z.infer<typeof SaveSearch>

/** What the form of a search that is to be kept shows. */
export interface SaveSheet {
  formKey: string
  address: KeptAddress
  search: string
  name: string
  /** How many it finds now. */
  hits: number
  /** Where its mail will go. */
  email: string
  rhythm: SearchRhythm
  /** The reader has this very search already. */
  already: { id: SavedSearchId; name: string } | null
  kept: { most: number; tooMany: boolean }
}

const proposedRhythm: Record<MailRhythm, SearchRhythm> = { each: 'each', daily: 'daily', none: 'inApp' }

/** The form for keeping the search of an address, with a name in words and what will follow from it. */
export async function showSaveSheet(
  ctx: Context,
  params: URLSearchParams,
  locale: Locale,
): Promise<SaveSheet> {
  permit(canKeepSearches(ctx.actor))
  const accountId = keeperOf(ctx)
  const address = keptAddress(params)
  const search = canonicalSearch(address)
  const [hits, mailbox, already, kept, rhythm] = await Promise.all([
    countOf(ctx, address),
    findMailbox(ctx.db, accountId),
    findSavedBySearch(ctx.db, accountId, sha256(search)),
    countSaved(ctx.db, accountId),
    showRhythm(ctx),
  ])
  const { email } = found(mailbox, 'savedSearch.unknown')
  return {
    ...{ formKey: newFormKey(), address, search, hits, email },
    name: proposedName(address, locale),
    rhythm: proposedRhythm[rhythm],
    already: already && { id: already.id, name: already.name },
    kept: { most: mostSavedSearches, tooMany: !canKeepAnother(kept).ok },
  }
}

/** 保存搜索: the same search saved again is the one that is there already, as its owner has named it. */
export async function saveSearch(
  ctx: Context,
  input: z.input<typeof SaveSearch>,
): Promise<{ id: SavedSearchId; already: boolean }> {
  permit(canKeepSearches(ctx.actor))
  const accountId = keeperOf(ctx)
  const { search, name, rhythm, formKey: key } = SaveSearch.parse(input)
  const address = keptAddress(search)
  const digest = sha256(search)
  const hits = await countOf(ctx, address)
  const id = brand<SavedSearchId>(key)
  return inTransaction(ctx, async tx => {
    const kept = await lockAndCountSaved(tx, accountId)
    const same = await findSavedBySearch(tx, accountId, digest)
    if (same) return { id: same.id, already: same.id !== id }
    // Its form was sent before, and the search has been forgotten or is somebody else's.
    found((await findSavedSearch(tx, id)) ? null : id, 'savedSearch.unknown')
    demand(canKeepAnother(kept))
    const at = { lookedAt: ctx.now, createdAt: ctx.now, updatedAt: ctx.now }
    await insertSavedSearch(tx, {
      id,
      accountId,
      name,
      search,
      digest,
      index: address.index,
      rhythm,
      hits,
      ...at,
    })
    return { id, already: false }
  })
}
