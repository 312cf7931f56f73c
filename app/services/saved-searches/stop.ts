import { z } from 'zod'
import { findSavedSearch, stopMail } from '#db/queries/saved-searches.ts'
import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import type { SavedSearchId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'
import type { Vault } from '../vault.ts'

const purpose = 'stop'

/** What a letter carries: whoever holds it may stop the mail of this one search, and do nothing else. */
export function stopTokenFor(vault: Vault, id: SavedSearchId): string {
  return vault.seal(`${purpose} ${id}`)
}

function searchIn({ vault }: Context, token: unknown): SavedSearchId {
  return found(opened(vault, token), 'savedSearch.linkWrong')
}

/** What `stopTokenFor` makes is shorter; a longer text is none. */
const longestToken = 400

function opened(vault: Vault, token: unknown): SavedSearchId | null {
  if (typeof token !== 'string' || token.length > longestToken) return null
  try {
    const [what, id] = vault.open(token).split(' ', 2)
    return what === purpose ? parseId<SavedSearchId>(id) : null
  } catch {
    return null
  }
}

export interface StopPage {
  token: string
  /** Null when there is nothing to stop any more: the search or its owner's account is gone. */
  search: { name: string; rhythm: SearchRhythm } | null
}

// public: the sealed token from a letter speaks for whoever the letter was sent to
/** The page behind a letter's link; reading it stops nothing, for mail programs open links by themselves. */
export async function showStop(ctx: Context, token: unknown): Promise<StopPage> {
  const row = await findSavedSearch(ctx.db, searchIn(ctx, token))
  const isKept = row !== null && row.status !== 'removed'
  return { token: String(token), search: isKept ? { name: row.name, rhythm: row.rhythm } : null }
}

export const StopLetters = z.object({ token: z.string().max(longestToken).catch('') })

/** What a mail program sends for its reader (RFC 8058, section 3.1). */
export const OneClick = z.object({ 'List-Unsubscribe': z.literal('One-Click') })

// public: the same token; RFC 8058 lets a mail provider send it for its reader
/** 退订: no more mail of this search. Again, or after the search is gone, it changes nothing. */
export async function stopLetters(ctx: Context, input: z.infer<typeof StopLetters>): Promise<void> {
  const { token } = StopLetters.parse(input)
  await stopMail(ctx.db, searchIn(ctx, token), ctx.now)
}
