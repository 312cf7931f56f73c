import { randomBytes } from 'node:crypto'
import type { DbOrTx, Tx } from '#db/client.ts'
import { appendAudit, insertContents, lockAuditHead } from '#db/queries/audit.ts'
import type { AuditRow } from '#db/queries/consistency.ts'
import { insertHistory } from '#db/queries/history.ts'
import { keepsContent } from '#domain/audit/content.ts'
import type { Actor } from '#domain/shared/actor.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import type { Context } from './context.ts'
import { canonicalJson, digest, sha256 } from './digest.ts'

/** What happened to one object, for its history and for the audit chain. */
export interface Happening {
  noun: string
  id: string
  deed: string
  from: string | null
  to: string
  reason?: string
  formKey?: string
  /** The object's content before and after. The chain keeps their digests; what `keepsContent` names stays readable. */
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

/** What a transaction has done so far and not yet chained: a row of the chain without its place, and its content. */
type Told = Omit<AuditRow, 'seq' | 'at' | 'requestId' | 'prevHash' | 'hash'>
interface Act {
  told: Told
  content: string | null
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
  const { noun, id, deed, from, to, reason = null, formKey, before, after, ruleVersion = null } = happening
  const text = after === undefined ? null : canonicalJson(after)
  const afterHash = text === null ? null : sha256(text)
  // The actor of the deed, who may be sealed, not the one of the transaction.
  const by = { actorId: accountIdOf(ctx.actor), actorName: actorName(ctx.actor) }
  const what = { noun, objectId: id, deed, fromStatus: from, toStatus: to, reason }
  await insertHistory(tx, { ...what, ...by, contentHash: afterHash, formKey: formKey ?? null, at: ctx.now })
  const noted = acts.get(tx)
  if (!noted) throw new Error('a state change outside inTransaction would leave no audit row')
  const beforeHash = before === undefined ? null : digest(before)
  const told = { format: 2, ...what, ...by, ...markedName(by.actorName), beforeHash, afterHash, ruleVersion }
  noted.push({ told, content: keepsContent({ noun, deed, to }) ? text : null })
}

function markedName(name: string) {
  const actorSalt = randomBytes(16).toString('base64url')
  return { actorSalt, actorMark: markOf(actorSalt, name) }
}

/** What the chain holds instead of a name; without the salt it says nothing about whose it is. */
export function markOf(salt: string, name: string): string {
  return sha256(`${salt}\n${name}`)
}

/**
 * Appends the transaction's acts to the hash chain: hash = SHA-256 of the canonical row with the previous hash in it.
 * The head is one row that all writers lock, so this comes last, right before the commit.
 */
export async function closeAudit(tx: Tx, ctx: Context): Promise<void> {
  const noted = acts.get(tx) ?? []
  if (noted.length === 0) return
  await insertContents(
    tx,
    noted.flatMap(({ told: { afterHash: hash }, content }) => (hash && content ? [{ hash, content }] : [])),
  )
  let { seq, hash } = await lockAuditHead(tx)
  const rows = noted.map(({ told }) => {
    const row = { seq: seq + 1, at: ctx.now, ...told, requestId: ctx.requestId, prevHash: hash }
    seq = row.seq
    hash = hashOf(row)
    return { ...row, hash }
  })
  await appendAudit(tx, rows)
}

/** Columns that older rows do not have; there they are left out of the hash, as they were when it was made. */
const later = ['actorSalt', 'actorMark', 'fromStatus', 'toStatus', 'reason', 'ruleVersion']

/** What the chain hashes of a row: all of it, but for the name, which its mark stands for. */
export function hashOf(row: Omit<AuditRow, 'hash'>): string {
  const { format, ...first } = row
  if (format === 1)
    return digest(
      Object.fromEntries(
        Object.entries(first).filter(([key, value]) => value !== null || !later.includes(key)),
      ),
    )
  const { actorName: _, actorSalt: __, ...told } = row
  return digest(told)
}
