import type { ProductDraft } from '#domain/products/product.ts'
import type { MatterKind, MatterNext, MatterWaits } from '#domain/queue/matters.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { OpinionView } from '../recommendation/opinions.tsx'
import type { ApprovalStateView } from '../review/approval-record.tsx'
import type { ChangeView } from '../review/change-list.tsx'
import type { ComeBackProps } from '../review/return-notes.tsx'

/** One matter as the desk shows it. */
export interface MatterView {
  key: string
  kind: MatterKind
  id: string
  rev: number
  number: string | null
  status: string
  title: string
  organization: string
  district: string | null
  next: MatterNext
  waits: MatterWaits
  since: Date
  due: Date | null
  late: boolean
  mine: boolean
  /** An approval was given and counts no more. */
  lapsed: boolean
}

export interface QueueView {
  late: readonly MatterView[]
  today: readonly MatterView[]
  later: readonly MatterView[]
  counts: Record<MatterKind | 'all' | 'late', number>
  query: { kind?: MatterKind; q: string; item?: string }
  /** Whether it is the bureau's own desk, where decisions are taken. */
  whole: boolean
  now: Date
}

export interface PreviewView {
  matter: MatterView
  steps: readonly { deed: string; at: Date; by: string; reason: string | null; contentHash: string | null }[]
  recommendations: readonly OpinionView[]
  scenario: { content: ScenarioDraft; bidDeadline: Date | null; approval: ApprovalStateView } | null
  product: { content: ProductDraft; version: number } | null
  canReview: Verdict | null
  canApprove: Verdict | null
  canPublish: Verdict | null
  hash: string
  comeBack: (Omit<ComeBackProps, 'content'> & { changes: readonly ChangeView[] }) | null
  publishKey: string
  returnKey: string
}
