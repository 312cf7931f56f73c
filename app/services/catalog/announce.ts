import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { lockEntry, patchEntry } from '#db/queries/catalog.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { noticeWorkingDays } from '#domain/catalog/notice.ts'
import { canApproveEntry } from '#domain/catalog/policy.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { noticeEnd } from '#domain/shared/working-days.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'
import { indexEntry } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh, transition } from '../transition.ts'
import { entryContent } from './content.ts'
import { factsOf, loadEntry } from './load.ts'

export const AnnounceEntry = z.object({ id: id.entry, rev, formKey })
export type AnnounceEntry = z.infer<typeof AnnounceEntry>

/** 公示: five PRC working days from the next working day; from now on anybody may read the entry and object. */
export async function announceEntry(ctx: Context, input: AnnounceEntry): Promise<void> {
  const { id: entryId, rev: shown, formKey: key } = AnnounceEntry.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  const { entry, pilot } = loaded
  if (await alreadyDone(ctx.db, entryId, key)) return
  await permitFresh(ctx.db, 'entry', { ...entry, shown }, canApproveEntry(ctx.actor, factsOf(loaded)))
  const from = dayOf(ctx.now)
  const until = noticeEnd(from, noticeWorkingDays)
  await inTransaction(ctx, async tx => {
    const locked = found(await lockEntry(tx, entryId), 'entry.unknown')
    if (await alreadyDone(tx, entryId, key)) return
    if (locked.status !== entry.status) throw await conflict(tx, 'entry', entryId)
    // The dates come first: the database has no entry in notice without them.
    await patchEntry(tx, entryId, { noticeFrom: from, noticeTo: until })
    const step = { lifecycle: entryLifecycle, id: entryId, from: entry.status, deed: 'announce' as const }
    const dated = { ...loaded, entry: { ...entry, noticeFrom: from, noticeTo: until } }
    const after = await entryContent(tx, dated)
    await transition(tx, ctx, { ...step, rev: shown, formKey: key, after })
    await indexEntry(tx, ctx, entryId)
    await tell(tx, await membersOf(tx, [pilot.demandOrganizationId, pilot.supplyOrganizationId]), {
      event: 'entry.announced',
      noun: 'entry',
      id: entryId,
      params: { title: entry.title, until },
      key: `entry.announced:${key}`,
    })
  })
}
