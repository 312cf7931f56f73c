import type { Tx } from '#db/client.ts'
import type { Context } from './context.ts'

/** One verb, one transaction: state, history, audit, notices and jobs commit together or not at all. */
export function inTransaction<T>(ctx: Context, work: (tx: Tx) => Promise<T>): Promise<T> {
  return ctx.db.transaction(work)
}

/** Several verbs as one: each gets a savepoint in the same transaction, so that all of them took place or none. */
export function together<T>(ctx: Context, work: (inner: Context) => Promise<T>): Promise<T> {
  return ctx.db.transaction(tx => work({ ...ctx, db: tx }))
}
