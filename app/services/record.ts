import type { Tx } from '#db/client.ts'
import { appendAudit, lockAuditHead } from '#db/queries/audit.ts'
import { insertHistory } from '#db/queries/history.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from './context.ts'
import { digest } from './digest.ts'

/** What happened to one object, for its history and for the audit chain. */
export interface Happening {
  noun: string
  id: string
  deed: string
  from: string | null
  to: string
  reason?: string
  formKey?: string
  /** The object's content before and after; only their digests are kept. */
  before?: unknown
  after?: unknown
}

export function actorName(actor: Actor): string {
  return actor.kind === 'visitor' ? '访客' : actor.name
}

export function accountIdOf(actor: Actor): AccountId | null {
  return actor.kind === 'person' ? actor.accountId : null
}

/** Writes the history row and the audit row of one state change, in the change's own transaction. */
export async function record(tx: Tx, ctx: Context, happening: Happening): Promise<void> {
  const { noun, id, deed, from, to, reason, formKey, before, after } = happening
  const afterHash = after === undefined ? null : digest(after)
  await insertHistory(tx, {
    noun,
    objectId: id,
    deed,
    fromStatus: from,
    toStatus: to,
    actorId: accountIdOf(ctx.actor),
    actorName: actorName(ctx.actor),
    reason: reason ?? null,
    contentHash: afterHash,
    formKey: formKey ?? null,
    at: ctx.now,
  })
  await audited(tx, ctx, {
    noun,
    id,
    deed,
    beforeHash: before === undefined ? null : digest(before),
    afterHash,
  })
}

/** Appends to the hash chain: hash = SHA-256 of the canonical row with the previous hash in it. */
async function audited(
  tx: Tx,
  ctx: Context,
  act: { noun: string; id: string; deed: string; beforeHash: string | null; afterHash: string | null },
): Promise<void> {
  const head = await lockAuditHead(tx)
  const row = {
    seq: head.seq + 1,
    at: ctx.now,
    actorId: accountIdOf(ctx.actor),
    actorName: actorName(ctx.actor),
    deed: act.deed,
    noun: act.noun,
    objectId: act.id,
    beforeHash: act.beforeHash,
    afterHash: act.afterHash,
    requestId: ctx.requestId,
    prevHash: head.hash,
  }
  await appendAudit(tx, { ...row, hash: digest(row) })
}
