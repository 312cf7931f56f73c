import type { KeptContent } from '#db/queries/audit-content.ts'
import { chainAround, lastContents } from '#db/queries/audit-content.ts'
import type { AuditLine } from '#db/queries/audit-log.ts'
import { listAuditLog } from '#db/queries/audit-log.ts'
import { auditNounsOf, canReadAudit, seesWholeAudit } from '#domain/audit/policy.ts'
import type { Context } from '../context.ts'
import { sha256 } from '../digest.ts'
import { hashOf } from '../record.ts'
import { found, permit } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { recordAccess } from './access.ts'
import { neighboursOf } from './neighbours.ts'
import { type AuditRowView, viewOf } from './search.ts'
import { bearsItsName } from './verify.ts'

export interface Snapshot {
  seq: number
  at: Date
  deed: string
  noun: string
  objectId: string
  /** False when it does not read as the chain says. */
  whole: boolean
  content: unknown
}

export interface AuditMoment {
  row: AuditRowView & {
    beforeHash: string | null
    afterHash: string | null
    prevHash: string
    requestId: string
  }
  /** Whether the row still is what was chained, and whether a signed head covers it. */
  chain: { rowHolds: boolean; linkHolds: boolean; sealedAt: Date | null; sealHolds: boolean }
  shown: Snapshot | null
  before: Snapshot | null
  neighbours: Snapshot[]
  /** The object's acts up to this one, the newest first. */
  history: AuditRowView[]
}

const historyShown = 100
const start = '0'.repeat(64)

/** 当时所见: one act with what was known at that moment, and nothing that came later. The looking is on record. */
export async function showAuditRow(ctx: Context, seq: unknown): Promise<AuditMoment> {
  permit(canReadAudit(ctx.actor))
  const line = found(await lineOf(ctx, seq), 'audit.unknown')
  await inTransaction(ctx, tx => recordAccess(tx, ctx, { of: String(line.seq), deed: 'viewRow' }))
  const { noun, objectId } = line
  const around = await neighboursOf(ctx, line)
  const [contents, history, chain] = await Promise.all([
    lastContents(ctx.db, [
      { key: 'shown', noun, objectId, until: line.seq, pinned: line.afterHash },
      { key: 'before', noun, objectId, until: line.seq - 1 },
      ...around.map((each, index) => ({ key: `beside ${index}`, until: line.seq, ...each })),
    ]),
    listAuditLog(
      ctx.db,
      { ...sightOf(ctx), objects: [objectId], before: line.seq + 1 },
      { limit: historyShown },
    ),
    chainAround(ctx.db, line.seq),
  ])
  const snapshots = new Map(contents.map(each => [each.key, snapshotOf(each)]))
  const own = contents.find(({ key, hash }) => key === 'shown' && hash === line.afterHash)
  const { beforeHash, afterHash, prevHash, requestId } = line
  return {
    row: { ...viewOf(line), beforeHash, afterHash, prevHash, requestId },
    chain: { ...holdsOf(line, chain.before), sealedAt: chain.sealedAt, sealHolds: chain.sealHolds },
    shown: own ? snapshotOf(own) : null,
    before: snapshots.get('before') ?? null,
    neighbours: [...snapshots].flatMap(([key, each]) => (key.startsWith('beside') ? [each] : [])),
    history: history.filter(each => each.noun === noun).map(viewOf),
  }
}

function sightOf({ actor }: Context) {
  const free = { organizations: null, people: null, objects: null }
  return { nouns: auditNounsOf(actor), drafts: seesWholeAudit(actor), ...free }
}

async function lineOf(ctx: Context, text: unknown): Promise<AuditLine | null> {
  const seq = typeof text === 'string' && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null
  if (seq === null) return null
  const [line] = await listAuditLog(ctx.db, { ...sightOf(ctx), seq }, { limit: 1 })
  return line ?? null
}

function holdsOf({ hash, number: _, title: __, shownName: ___, ...row }: AuditLine, before: string | null) {
  return {
    rowHolds: hashOf(row) === hash && bearsItsName(row),
    linkHolds: row.prevHash === (row.seq === 1 ? start : before),
  }
}

function snapshotOf({ key: _, hash, content, ...kept }: KeptContent): Snapshot {
  const parsed: unknown = JSON.parse(content)
  return { ...kept, whole: sha256(content) === hash, content: parsed }
}
