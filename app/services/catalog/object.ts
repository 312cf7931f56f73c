import type { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { insertObjection, lockEntry } from '#db/queries/catalog.ts'
import { ObjectionForm } from '#domain/catalog/entry.ts'
import { entryLifecycle } from '#domain/catalog/lifecycle.ts'
import { canObject } from '#domain/catalog/policy.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { record } from '../record.ts'
import { found, permit } from '../refusal.ts'
import { tell } from '../tell.ts'
import { inTransaction } from '../transaction.ts'
import { transition } from '../transition.ts'
import { entryContent } from './content.ts'
import { factsOf, loadEntry } from './load.ts'

export const ObjectToEntry = ObjectionForm.extend({ id: id.entry, formKey })
export type ObjectToEntry = z.infer<typeof ObjectToEntry>

/** 异议: stops the notice until it is settled. The objector stays out of history, audit, mail and every page. */
export async function objectToEntry(ctx: Context, input: ObjectToEntry): Promise<void> {
  const { id: entryId, formKey: key, affirmed: _, ...objection } = ObjectToEntry.parse(input)
  const loaded = await loadEntry(ctx, entryId)
  permit(canObject(factsOf(loaded)))
  const sealed: Context = { ...ctx, actor: { kind: 'system', name: '异议人（身份密存）' } }
  await inTransaction(ctx, async tx => {
    const locked = found(await lockEntry(tx, entryId), 'entry.unknown')
    permit(canObject({ ...factsOf(loaded), status: locked.status }))
    if (!(await insertObjection(tx, { entryId, formKey: key, ...objection, filedAt: ctx.now }))) return
    const after = await entryContent(tx, loaded)
    if (locked.status === 'notice') {
      const step = {
        lifecycle: entryLifecycle,
        id: entryId,
        from: 'notice' as const,
        deed: 'object' as const,
      }
      await transition(tx, sealed, { ...step, after })
    } else {
      await record(tx, sealed, {
        noun: 'entry',
        id: entryId,
        deed: 'object',
        from: locked.status,
        to: locked.status,
        after,
      })
    }
    await tell(tx, await officersWith(tx, ['approver']), {
      event: 'entry.objected',
      noun: 'entry',
      id: entryId,
      params: { title: locked.title },
      key: `entry.objected:${key}`,
    })
  })
}
