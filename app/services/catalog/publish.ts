import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { countOpenObjections, lockEntry, patchEntry } from '#db/queries/catalog.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { isNoticeOver } from '#domain/catalog/notice.ts'
import { canApproveEntry } from '#domain/catalog/policy.ts'
import { dayOf, isDay } from '#domain/shared/dates.ts'
import { text } from '#domain/shared/fields.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { found, Refusal } from '../refusal.ts'
import { indexEntry } from '../search/sync.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, carryOut, permitFresh, transition } from '../transition.ts'
import { entryContent } from './content.ts'
import { factsOf, loadEntry } from './load.ts'

export const PublishEntry = z.object({ id: id.entry, rev, formKey })
export type PublishEntry = z.infer<typeof PublishEntry>

/** 发布: after the notice's last working day on the database's clock, and never while an objection is open. */
export async function publishEntry(ctx: Context, input: PublishEntry): Promise<void> {
  const { id: entryId, rev: shown, formKey: key } = PublishEntry.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  const { entry, pilot } = loaded
  if (await alreadyDone(ctx.db, entryId, key)) return
  await permitFresh(ctx.db, 'entry', { ...entry, shown }, canApproveEntry(ctx.actor, factsOf(loaded)))
  await inTransaction(ctx, async tx => {
    const locked = found(await lockEntry(tx, entryId), 'entry.unknown')
    const openObjections = await countOpenObjections(tx, entryId)
    const noticeTo = isDay(locked.noticeTo) ? locked.noticeTo : null
    const over = isNoticeOver({ noticeTo, openObjections }, dayOf(await ctx.clock(tx)))
    if (!over.ok) throw new Refusal('conflict', over.reason, { detail: over.detail })
    const step = { lifecycle: entryLifecycle, id: entryId, from: entry.status, deed: 'publish' as const }
    const { repeated } = await transition(tx, ctx, {
      ...step,
      rev: shown,
      formKey: key,
      after: await entryContent(tx, loaded),
    })
    if (repeated) return
    await patchEntry(tx, entryId, { publishedAt: ctx.now })
    await indexEntry(tx, ctx, entryId)
    await tell(tx, await membersOf(tx, [pilot.demandOrganizationId, pilot.supplyOrganizationId]), {
      event: 'entry.published',
      noun: 'entry',
      id: entryId,
      params: { title: entry.title, number: entry.number ?? '' },
      key: `entry.published:${key}`,
    })
  })
}

export const DelistEntry = PublishEntry.extend({ reason: text({ min: 4, max: 1000 }) })
export type DelistEntry = z.infer<typeof DelistEntry>

/** 撤出 of the catalog, with a reason. */
export async function delistEntry(ctx: Context, input: DelistEntry): Promise<void> {
  const { id: entryId, rev: shown, formKey: key, reason } = DelistEntry.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  const { entry, pilot } = loaded
  if (await alreadyDone(ctx.db, entryId, key)) return
  await permitFresh(ctx.db, 'entry', { ...entry, shown }, canApproveEntry(ctx.actor, factsOf(loaded)))
  const step = { lifecycle: entryLifecycle, id: entryId, from: entry.status, deed: 'delist' as const }
  const after = await entryContent(ctx.db, loaded)
  await carryOut(ctx, { ...step, rev: shown, formKey: key, reason, after }, async tx => {
    await indexEntry(tx, ctx, entryId)
    await tell(tx, await membersOf(tx, [pilot.demandOrganizationId, pilot.supplyOrganizationId]), {
      event: 'entry.rejected',
      noun: 'entry',
      id: entryId,
      params: { title: entry.title, deed: 'delist', reason },
      key: `entry.delisted:${key}`,
    })
  })
}
