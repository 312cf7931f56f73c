import { z } from 'zod'
import { findMatchRhythm } from '#db/queries/match-letters.ts'
import type { SearchRhythm } from '#domain/saved-searches/kept.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import type { Vault } from '../vault.ts'
import { setMatchRhythm } from './preference.ts'

const purpose = 'stopMatches'

/** What a letter carries: whoever holds it may stop the mail about this person's matches, and do nothing else. */
export function stopMatchesTokenFor(vault: Vault, id: AccountId): string {
  return vault.seal(`${purpose} ${id}`)
}

/** What `stopMatchesTokenFor` makes is shorter; a longer text is none. */
const longestToken = 400

function readerIn({ vault }: Context, token: unknown): AccountId {
  return found(opened(vault, token), 'matches.linkWrong')
}

function opened(vault: Vault, token: unknown): AccountId | null {
  if (typeof token !== 'string' || token.length > longestToken) return null
  try {
    const [what, id] = vault.open(token).split(' ', 2)
    return what === purpose ? parseId<AccountId>(id) : null
  } catch {
    return null
  }
}

export interface StopMatchesPage {
  token: string
  /** Null when there is nobody any more to whom such letters could go. */
  rhythm: SearchRhythm | null
}

// public: the sealed token from a letter speaks for whoever the letter was sent to
/** The page behind a letter's link; reading it stops nothing, for mail programs open links by themselves. */
export async function showStopMatches(ctx: Context, token: unknown): Promise<StopMatchesPage> {
  return { token: String(token), rhythm: await findMatchRhythm(ctx.db, readerIn(ctx, token)) }
}

export const StopMatchLetters = z.object({ token: z.string().max(longestToken).catch('') })

// public: the same token; RFC 8058 lets a mail provider send it for its reader
/** 退订: no more mail about matches. Again, or after the account is gone, it changes nothing. */
export async function stopMatchLetters(ctx: Context, input: z.infer<typeof StopMatchLetters>): Promise<void> {
  const id = readerIn(ctx, StopMatchLetters.parse(input).token)
  await inTransaction(ctx, tx => setMatchRhythm(tx, id, { rhythm: 'inApp', at: ctx.now }))
}
