import type { DbOrTx, Tx } from '#db/client.ts'
import { findHistoryByKey, lastHistory } from '#db/queries/history.ts'
import { moveStatus } from '#db/queries/transitions.ts'
import type { Lifecycle, Noun } from '#domain/shared/lifecycle.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from './context.ts'
import { record } from './record.ts'
import { permit, Refusal } from './refusal.ts'
import { inTransaction } from './transaction.ts'

interface Step<S extends string, D extends string> {
  lifecycle: Lifecycle<S, D>
  id: string
  /** The status that the verb loaded and judged. */
  from: S
  deed: D
  /** The revision the reader's page showed; an older one is a stale page. */
  rev?: number
  formKey?: string
  reason?: string
  before?: unknown
  after?: unknown
  /** The rules by which it was decided, where rules decide. */
  ruleVersion?: string
}

/** Whether this very form has already had its effect on the object. */
export async function alreadyDone(db: DbOrTx, id: string, formKey: string | undefined): Promise<boolean> {
  return formKey !== undefined && (await findHistoryByKey(db, id, formKey)) !== null
}

/**
 * The policy's verdict on the row as it is; an older page is told first what changed and by whom (409), instead of
 * that its deed is not allowed any more. Whom the policy refuses as a person is not told what others did.
 */
export async function permitFresh(
  db: DbOrTx,
  noun: Noun,
  { id, rev, shown }: { id: string; rev: number; shown: number },
  verdict: Verdict,
): Promise<void> {
  const isPersonal =
    !verdict.ok && (!verdict.reason.startsWith(`${noun}.`) || verdict.reason.endsWith('.unknown'))
  if (!isPersonal && rev !== shown) throw await conflict(db, noun, id)
  permit(verdict)
}

/**
 * The one way a status changes: the table decides, a conditional update carries it out, history and audit
 * go with it. A lost race or a stale page is a conflict that says what the object is now and by whom.
 */
export async function transition<S extends string, D extends string>(
  tx: Tx,
  ctx: Context,
  step: Step<S, D>,
): Promise<{ to: S; repeated: boolean }> {
  const { lifecycle, id, from, deed, rev, formKey, ...told } = step
  const { noun } = lifecycle
  const verdict = lifecycle.move(from, deed)
  if (!verdict.ok) throw await conflict(tx, noun, id)
  const moved = await moveStatus(tx, noun, { id, from, to: verdict.to, rev, at: ctx.now })
  if (!moved) {
    if (await alreadyDone(tx, id, formKey)) return { to: verdict.to, repeated: true }
    throw await conflict(tx, noun, id)
  }
  const { reason, before, after, ruleVersion } = told
  const how = { reason, formKey, before, after, ruleVersion }
  await record(tx, ctx, { noun, id, deed, from, to: verdict.to, ...how })
  return { to: verdict.to, repeated: false }
}

/** The transition and what follows from it, in one transaction; a repeated form has no second effect. */
export function carryOut<S extends string, D extends string>(
  ctx: Context,
  step: Step<S, D>,
  effects: (tx: Tx) => Promise<void>,
): Promise<void> {
  return inTransaction(ctx, async tx => {
    const { repeated } = await transition(tx, ctx, step)
    if (!repeated) await effects(tx)
  })
}

/** 409 with what the object has become, by whom and when. */
export async function conflict(db: DbOrTx, noun: Noun, id: string): Promise<Refusal> {
  const last = await lastHistory(db, noun, id)
  if (!last) return new Refusal('conflict', 'page.stale')
  const detail = { noun, status: last.toStatus, by: last.actorName, at: last.at.toISOString() }
  return new Refusal('conflict', 'page.changed', { detail })
}
