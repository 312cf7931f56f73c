import { z } from 'zod'
import { membersOf } from '#db/queries/accounts.ts'
import { countOpenObjections, lockEntry, settleObjectionRow } from '#db/queries/catalog.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { canSettle } from '#domain/catalog/policy.ts'
import { decimal, text } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, transition } from '../transition.ts'
import { entryContent } from './content.ts'
import { factsOf, loadEntry } from './load.ts'

export const SettleObjection = z.object({
  id: id.entry,
  objectionId: decimal({ min: 1, max: Number.MAX_SAFE_INTEGER, integer: true }),
  answer: text({ min: 4, max: 3000 }),
  formKey,
})
export type SettleObjection = z.infer<typeof SettleObjection>

/** 异议办结: with a public answer; once none is open any more, the notice goes on. */
export async function settleObjection(ctx: Context, input: SettleObjection): Promise<void> {
  const { id: entryId, objectionId, answer, formKey: key } = SettleObjection.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  if (await alreadyDone(ctx.db, entryId, key)) return
  permit(canSettle(ctx.actor, factsOf(loaded)))
  const by = found(accountIdOf(ctx.actor), 'entry.unknown')
  await inTransaction(ctx, async tx => {
    const locked = found(await lockEntry(tx, entryId), 'entry.unknown')
    if (!(await settleObjectionRow(tx, { id: objectionId, entryId, answer, by, at: ctx.now }))) {
      throw new Refusal('conflict', 'entry.objectionSettled')
    }
    const after = await entryContent(tx, loaded)
    if ((await countOpenObjections(tx, entryId)) === 0) {
      const step = { lifecycle: entryLifecycle, id: entryId, from: locked.status, deed: 'settle' as const }
      await transition(tx, ctx, { ...step, formKey: key, reason: answer, after })
    } else {
      await record(tx, ctx, {
        noun: 'entry',
        id: entryId,
        deed: 'answer',
        from: locked.status,
        to: locked.status,
        formKey: key,
        reason: answer,
        after,
      })
    }
    const { demandOrganizationId, supplyOrganizationId } = loaded.pilot
    await tell(tx, await membersOf(tx, [demandOrganizationId, supplyOrganizationId]), {
      event: 'entry.settled',
      noun: 'entry',
      id: entryId,
      params: { title: locked.title },
      key: `entry.settled:${objectionId}`,
    })
  })
}
