import type { AuditNoun } from '#domain/audit/policy.ts'

export interface AuditRowView {
  seq: number
  at: Date
  by: string
  noun: string
  objectId: string
  deed: string
  fromStatus: string | null
  toStatus: string | null
  reason: string | null
  ruleVersion: string | null
  hash: string
  number: string | null
  title: string | null
}

export interface AuditPageView {
  rows: readonly AuditRowView[]
  next: number | null
  query: {
    organization: string
    person: string
    object: string
    kind?: AuditNoun
    deed?: string
    from?: string
    to?: string
    before?: number
  }
  kinds: readonly AuditNoun[]
  chain: { seq: number; sealedSeq: number | null; sealedAt: Date | null }
  late: readonly string[] | null
}

export interface SnapshotView {
  seq: number
  at: Date
  deed: string
  noun: string
  objectId: string
  whole: boolean
  content: unknown
}

export interface MomentView {
  row: AuditRowView & {
    beforeHash: string | null
    afterHash: string | null
    prevHash: string
    requestId: string
  }
  chain: { rowHolds: boolean; linkHolds: boolean; sealedAt: Date | null; sealHolds: boolean }
  shown: SnapshotView | null
  before: SnapshotView | null
  neighbours: readonly SnapshotView[]
  history: readonly AuditRowView[]
}
