import type { AuditRow } from '#db/queries/consistency.ts'
import type { AccountId } from '#domain/shared/ids.ts'
import { type Seal, signSeal } from '#services/audit/seal.ts'
import { hashOf, markOf } from '#services/record.ts'

/** A chain as the platform would have written it, without a database. */
export function chainOf(length: number): AuditRow[] {
  const rows: AuditRow[] = []
  let prevHash = '0'.repeat(64)
  for (let seq = 1; seq <= length; seq += 1) {
    const row = rowOf(seq, prevHash)
    prevHash = hashOf(row)
    rows.push({ ...row, hash: prevHash })
  }
  return rows
}

function rowOf(seq: number, prevHash: string): Omit<AuditRow, 'hash'> {
  const actorSalt = `salt-${seq}`
  const named = { actorName: '示例员', actorSalt, actorMark: markOf(actorSalt, '示例员') }
  const who = { format: 2, actorId: `account-${seq % 7}` as AccountId, ...named }
  const step = { fromStatus: 'submitted', toStatus: 'published', reason: null }
  const what = { deed: 'publish', noun: 'scenario', objectId: `object-${seq % 97}`, ...step }
  const digests = { beforeHash: null, afterHash: prevHash, ruleVersion: seq % 5 === 0 ? 'm09-2023' : null }
  const at = new Date(1_790_000_000_000 + seq * 1_000)
  return { seq, at, ...who, ...what, ...digests, requestId: `request-${seq}`, prevHash }
}

export const chainSecret = 's'.repeat(32)

export function sealOf(rows: readonly AuditRow[], seq: number): Seal {
  const row = rows[seq - 1]
  if (!row) throw new Error(`no row ${seq} to seal`)
  return signSeal(chainSecret, { seq, hash: row.hash, at: row.at })
}
