import type { Tx } from '#db/client.ts'
import type { Context } from './context.ts'
import { closeAudit, openAudit } from './record.ts'

/** One verb, one transaction: state, history, audit, notices and jobs commit together or not at all. */
export function inTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction(async tx => {
    openAudit(tx)
    const result = await work(tx)
    await closeAudit(tx, ctx)
    return result
  })
}
