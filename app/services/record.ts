import type { DbOrTx, Tx } from '#db/client.ts'
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
  /** The rules by which it was decided, where rules decide. */
  ruleVersion?: string
}

export function actorName(actor: Actor): string {
  return actor.kind === 'visitor' ? '访客' : actor.name
}

export function accountIdOf(actor: Actor): AccountId | null {
  return actor.kind === 'person' ? actor.accountId : null
}

/** What a transaction has done so far and not yet chained. */
interface Act {
  actorId: AccountId | null
  actorName: string
  noun: string
  objectId: string
  deed: string
  beforeHash: string | null
  afterHash: string | null
  ruleVersion: string | null
}
const acts = new WeakMap<DbOrTx, Act[]>()

/** Called once at the beginning of a verb's transaction. */
export function openAudit(tx: Tx): void {
  acts.set(tx, [])
}

/** Whether this is the inside of a transaction that has been opened here, so that a verb may join it. */
export function isOpen(db: DbOrTx): db is Tx {
  return acts.has(db)
}

/** Writes the history row of one state change, and notes its audit row for the end of the same transaction. */
export async function record(tx: Tx, ctx: Context, happening: Happening): Promise<void> {
  const { noun, id, deed, from, to, reason, formKey, before, after, ruleVersion = null } = happening
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
  const noted = acts.get(tx)
  if (!noted) throw new Error('a state change outside inTransaction would leave no audit row')
  // The actor of the deed, who may be sealed, not the one of the transaction.
  const by = { actorId: accountIdOf(ctx.actor), actorName: actorName(ctx.actor) }
  const beforeHash = before === undefined ? null : digest(before)
  noted.push({ ...by, noun, objectId: id, deed, beforeHash, afterHash, ruleVersion })
}

/**
 * Appends the transaction's acts to the hash chain: hash = SHA-256 of the canonical row with the previous hash in it.
 * The head is one row that all writers lock, so this comes last, right before the commit.
 */
export async function closeAudit(tx: Tx, ctx: Context): Promise<void> {
  const noted = acts.get(tx) ?? []
  if (noted.length === 0) return
  let { seq, hash } = await lockAuditHead(tx)
  const rows = noted.map(act => {
    const row = {
      ...{ seq: seq + 1, at: ctx.now, ...act },
      ...{ requestId: ctx.requestId, prevHash: hash },
    }
    seq = row.seq
    hash = hashOf(row)
    return { ...row, hash }
  })
  await appendAudit(tx, rows)
}

/** What the chain hashes of a row: all of it; a rule version only where there is one, as in rows from before it was kept. */
export function hashOf({
  ruleVersion,
  ...row
}: { ruleVersion: string | null } & Record<string, unknown>): string {
  return digest(ruleVersion === null ? row : { ...row, ruleVersion })
}
