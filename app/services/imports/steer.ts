import { z } from 'zod'
import { moveImport, queueImportRows, releaseImportRows } from '#db/queries/imports.ts'
import { addJob } from '#db/queries/jobs.ts'
import { canCancelImport, canSteerImport } from '#domain/imports/policy.ts'
import { choice } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'
import { factsOf, importId, loadImport, tickedLines } from './load.ts'

export const StartImport = z.object({
  id: importId,
  /** Rows without errors that look like no other, all rows without errors, or the ticked ones. */
  which: choice(['fresh', 'all', 'chosen']),
  lines: tickedLines,
  formKey,
})
export type StartImport = z.infer<typeof StartImport>

/** 开始导入: the rows wait for the worker, whose job is queued with them. */
export async function startImport(ctx: Context, input: StartImport): Promise<void> {
  const { id, which, lines, formKey: key } = StartImport.parse(input)
  const job = await loadImport(ctx, id)
  if (await alreadyDone(ctx.db, id, key)) return
  permit(canSteerImport(ctx.actor, factsOf(job)))
  await inTransaction(ctx, async tx => {
    const startedBy = found(accountIdOf(ctx.actor), 'import.unknown')
    const step = {
      from: ['preview', 'done', 'cancelled'],
      to: 'running',
      startedBy,
      updatedAt: ctx.now,
    } as const
    if (!(await moveImport(tx, id, step))) {
      if (await alreadyDone(tx, id, key)) return
      throw new Refusal('conflict', 'import.running')
    }
    const rows = await queueImportRows(tx, id, which === 'chosen' ? lines : which)
    if (rows === 0) throw new Refusal('invalid', 'import.noRows', { path: 'which' })
    await addJob(tx, 'runImport', { importId: id })
    const deed = { noun: 'import', id, deed: 'start', from: job.status, to: 'running', formKey: key }
    await record(tx, ctx, { ...deed, after: { which, rows } })
  })
}

export const CancelImport = z.object({ id: importId, formKey })
export type CancelImport = z.infer<typeof CancelImport>

/** 停止导入: what has become a draft stays one, what waits is given back. */
export async function cancelImport(ctx: Context, input: CancelImport): Promise<void> {
  const { id, formKey: key } = CancelImport.parse(input)
  const job = await loadImport(ctx, id)
  if (await alreadyDone(ctx.db, id, key)) return
  permit(canCancelImport(ctx.actor, factsOf(job)))
  await inTransaction(ctx, async tx => {
    if (!(await moveImport(tx, id, { from: ['running'], to: 'cancelled', updatedAt: ctx.now }))) {
      if (await alreadyDone(tx, id, key)) return
      throw new Refusal('conflict', 'import.notRunning')
    }
    await releaseImportRows(tx, id)
    await record(tx, ctx, {
      ...{ noun: 'import', id, deed: 'cancel', from: 'running', to: 'cancelled', formKey: key },
    })
  })
}
