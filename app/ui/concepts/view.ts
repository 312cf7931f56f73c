import type { ChangeKind } from '#domain/concepts/change.ts'
import type { Concept } from '#domain/concepts/concept.ts'
import type { ConceptStatus } from '#domain/concepts/lifecycle.ts'
import type { Detail, Verdict } from '#domain/shared/verdict.ts'

export type { ChangeKind, Concept }

export interface ProgressView {
  done: number
  total: number | null
  finishedAt: Date | null
}

export interface ConceptsView {
  query: { q: string; page: number }
  concepts: readonly Concept[]
  found: number
  all: number
  pageSize: number
  version: number
  publishedAt: Date | null
  progress: ProgressView | null
  mayPropose: boolean
  waiting: number | null
}

export interface ProposalLineView {
  id: string
  kind: ChangeKind
  title: string
  name: string | null
  status: ConceptStatus
  by: string
  at: Date
}

type Counts = Readonly<Record<string, number>>

export interface ProposalView extends ProposalLineView {
  rev: number
  source: string
  before: Concept | null
  after: Concept | null
  problem: { reason: string; detail?: Detail } | null
  preview: { names: readonly { name: string; counts: Counts }[]; touched: Counts } | null
  decision: { by: string; at: Date; reason: string | null } | null
  version: number | null
  progress: ProgressView | null
  can: Record<'review' | 'withdraw', Verdict>
  formKey: string
}
