import type { Evidence, Lesson, Missing } from '#domain/matching/learning.ts'
import type { Detail, Verdict } from '#domain/shared/verdict.ts'
import type { WeightChange, WeightField } from '#domain/weights/content.ts'
import type { WeightsStatus } from '#domain/weights/lifecycle.ts'
import type { WeightsOffice, WeightsOrigin } from '#domain/weights/policy.ts'
import type { WeightsPreview } from '#domain/weights/preview.ts'
import type { SeenPreview } from '#domain/weights/seen.ts'

export type { WeightChange }

/** What was seen of a version's effects before it was published, in totals. */
export interface SeenTotals extends Pick<WeightsPreview, 'scenarios' | 'places' | 'pairs'> {
  seq: number
  at: string
}

export interface VersionView {
  version: number
  publishedAt: Date | null
  origin: WeightsOrigin | null
  proposedBy: WeightsOffice | null
  publishedBy: WeightsOffice | null
  grounds: string | null
  changes: readonly WeightChange[]
  seen: SeenTotals | null
}

export interface WeightsView {
  versions: readonly VersionView[]
  page: number
  pageSize: number
  all: number
  inForce: number
  mayPropose: boolean
  waiting: number | null
}

export interface ProposalLineView {
  id: string
  origin: WeightsOrigin
  basedOn: number
  grounds: string
  status: WeightsStatus
  by: string
  at: Date
}

export interface ProposalsView {
  lines: readonly ProposalLineView[]
  page: number
  pageSize: number
  all: number
  waiting: number
  mayPropose: boolean
}

export interface PreviewView extends SeenPreview {
  names: Readonly<Record<string, string>>
}

export interface ProposalView extends ProposalLineView {
  rev: number
  weights: readonly WeightChange[]
  learned: { evidence: Evidence; lesson: Lesson } | null
  inForce: number
  problem: { reason: string; detail?: Detail } | null
  preview: PreviewView | null
  seen: string | null
  kept: PreviewView | null
  decision: { by: string; at: Date; reason: string | null } | null
  version: number | null
  can: Record<'review' | 'withdraw', Verdict>
  formKey: string
}

export interface SheetView {
  formKey: string
  basedOn: number
  typed: Record<WeightField, string>
}

export interface LearningView {
  evidence: Evidence
  missing: Missing
  needed: { pairs: number; later: number }
  inForce: number
  may: Verdict
  formKey: string
}
