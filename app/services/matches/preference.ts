import { z } from 'zod'
import type { Tx } from '#db/client.ts'
import { patchAccount } from '#db/queries/credentials.ts'
import { silenceMatches } from '#db/queries/match-letters.ts'
import { type SearchRhythm, searchRhythms } from '#domain/saved-searches/kept.ts'
import { choice } from '#domain/shared/fields.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { ownSigner } from '../accounts/second-factor.ts'
import type { Context } from '../context.ts'
import { inTransaction } from '../transaction.ts'

export const ChooseMatchRhythm = z.object({ rhythm: choice(searchRhythms) })

/** How often mail tells this person of new matches. */
export async function showMatchRhythm(ctx: Context): Promise<SearchRhythm> {
  return (await ownSigner(ctx)).account.matchRhythm
}

// public: one's own preference, by whoever is signed in; `ownSigner` refuses a visitor
export async function chooseMatchRhythm(
  ctx: Context,
  input: z.infer<typeof ChooseMatchRhythm>,
): Promise<void> {
  const { rhythm } = ChooseMatchRhythm.parse(input)
  const { account } = await ownSigner(ctx)
  await inTransaction(ctx, tx => setMatchRhythm(tx, account.id, { rhythm, at: ctx.now }))
}

/** Whoever wants no mail gets none of what still waits either, not even when they want some again. */
export async function setMatchRhythm(
  tx: Tx,
  id: AccountId,
  { rhythm, at }: { rhythm: SearchRhythm; at: Date },
): Promise<void> {
  await patchAccount(tx, id, { matchRhythm: rhythm })
  if (rhythm === 'inApp') await silenceMatches(tx, id, at)
}
