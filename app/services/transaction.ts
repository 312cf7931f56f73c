import type { Tx } from '#db/client.ts'
import type { Context } from './context.ts'
import { closeAudit, isOpen, openAudit } from './record.ts'

/** One verb, one transaction: state, history, audit, notices and jobs commit together or not at all. */
export function inTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  // A verb inside `together` joins the transaction that is open already.
  if (isOpen(ctx.db)) return work(ctx.db)
  return ctx.db.transaction(async tx => {
    openAudit(tx)
    const result = await work(tx)
    await closeAudit(tx, ctx)
    return result
  })
}

/** Several verbs as one: all of them took place or none, and their audit rows are chained at the common end. */
export function together<T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> {
  return inTransaction(ctx, tx => work({ ...ctx, db: tx }))
}
