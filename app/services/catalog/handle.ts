import { z } from 'zod'
import { membersOf, officersWith } from '#db/queries/accounts.ts'
import type { EntryRecord } from '#db/queries/catalog.ts'
import { listReviews, patchEntry } from '#db/queries/catalog.ts'
import type { EntryDeed } from '#domain/catalog/lifecycle.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { canHandleEntry } from '#domain/catalog/policy.ts'
import { meanOf } from '#domain/catalog/review.ts'
import { choice, optional, text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf } from '../record.ts'
import { Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { allHaveScored } from './assign.ts'
import { entryContent } from './content.ts'
import { factsOf, loadEntry } from './load.ts'

/** 受理、形式审查通过、列入拟入选, or 不予收录 with a reason. */
export const HandleEntry = z
  .object({
    id: id.entry,
    deed: choice(['accept', 'passFormal', 'list', 'reject']),
    reason: optional(text({ min: 4, max: 1000 })),
    rev,
    formKey,
  })
  .refine(input => input.deed !== 'reject' || input.reason !== undefined, {
    error: 'field.required',
    path: ['reason'],
  })
export type HandleEntry = z.infer<typeof HandleEntry>

/** The handler's steps up to 拟入选; listing needs a complete review by experts without a conflict. */
export async function handleEntry(ctx: Context, input: HandleEntry): Promise<void> {
  const { id: entryId, deed, reason, rev: shown, formKey: key } = HandleEntry.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  const { entry } = loaded
  if (await alreadyDone(ctx.db, entryId, key)) return
  await permitFresh(ctx.db, 'entry', { ...entry, shown }, canHandleEntry(ctx.actor, factsOf(loaded)))
  if (deed === 'list') await demandReviewed(ctx, loaded)
  const step = { lifecycle: entryLifecycle, id: entryId, from: entry.status, deed: deed satisfies EntryDeed }
  const after = await entryContent(ctx.db, loaded)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await patchEntry(tx, entryId, { handledBy: accountIdOf(ctx.actor) })
    const { demandOrganizationId, supplyOrganizationId } = loaded.pilot
    const parties = await membersOf(tx, [demandOrganizationId, supplyOrganizationId])
    // The experts are told one by one, when they are assigned.
    const officers = deed === 'list' ? ['approver' as const] : []
    await tell(tx, [...parties, ...(await officersWith(tx, officers))], {
      event: deed === 'reject' ? 'entry.rejected' : 'entry.moved',
      noun: 'entry',
      id: entryId,
      params: { title: entry.title, deed, reason: reason ?? '' },
      key: `entry.${deed}:${key}`,
    })
  })
}

async function demandReviewed(ctx: Context, { entry }: EntryRecord): Promise<void> {
  const reviews = await listReviews(ctx.db, entry.id)
  const scored = reviews.map(({ review }) => review.accountId)
  const complete = await allHaveScored(ctx, entry.id, scored)
  if (!complete || meanOf(reviews.map(({ review }) => review)) === null)
    throw new Refusal('conflict', 'entry.reviewIncomplete')
}
