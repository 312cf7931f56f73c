import type { z } from 'zod'
import { lockEntry, setReview } from '#db/queries/catalog.ts'
import { insertRecusal } from '#db/queries/recusals.ts'
import { ReviewForm } from '#domain/catalog/entry.ts'
import { canScoreEntry } from '#domain/catalog/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict } from '../transition.ts'
import { entryContent } from './content.ts'
import { factsOf, loadEntry } from './load.ts'

/** What the review page sends; the entry is the page's own. */
export const ReviewSheet = ReviewForm.safeExtend({ formKey })

export const ScoreEntry = ReviewSheet.safeExtend({ id: id.entry })
export type ScoreEntry = z.infer<typeof ScoreEntry>

/** 专家评审: the declaration comes first; who declares a conflict is recused and his scores are not taken. */
export async function scoreEntry(ctx: Context, input: ScoreEntry): Promise<void> {
  const { id: entryId, formKey: key, recused, conflictFree, comment, ...scores } = ScoreEntry.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  if (await alreadyDone(ctx.db, entryId, key)) return
  permit(canScoreEntry(ctx.actor, factsOf(loaded)))
  const accountId = found(accountIdOf(ctx.actor), 'entry.unknown')
  const { advancement, fit, maturity, benefit } = scores
  const sheet = recused
    ? { advancement: null, fit: null, maturity: null, benefit: null }
    : {
        advancement: advancement ?? null,
        fit: fit ?? null,
        maturity: maturity ?? null,
        benefit: benefit ?? null,
      }
  await inTransaction(ctx, async tx => {
    const locked = found(await lockEntry(tx, entryId), 'entry.unknown')
    if (await alreadyDone(tx, entryId, key)) return
    if (locked.status !== 'expertReview') throw await conflict(tx, 'entry', entryId)
    await setReview(tx, { entryId, accountId, conflictFree, ...sheet, comment: comment ?? '', at: ctx.now })
    const why = comment ?? '评审表上申报有利害关系'
    if (recused)
      await insertRecusal(tx, { accountId, noun: 'entry', objectId: entryId, reason: why, at: ctx.now })
    const deed = recused ? 'recuse' : 'score'
    await record(tx, ctx, {
      noun: 'entry',
      id: entryId,
      deed,
      from: locked.status,
      to: locked.status,
      formKey: key,
      after: await entryContent(tx, loaded),
    })
  })
}
