import type { CertificateStanding } from '#domain/products/certificates.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import type { CertificateKind, DeploymentStage, UseAnswer } from '#domain/products/vocabulary.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { SpokenSpecs } from './spoken.ts'

export interface VersionView {
  version: number
  publishedAt: Date | null
  isPublic: boolean
  isShown: boolean
}

export interface CertificateLine {
  id: string
  kind: CertificateKind
  number: string
  issuer: string
  scope: string | null
  issuedOn: string
  validUntil: string | null
  standing: CertificateStanding
  /** Null where this reader may not fetch it. */
  fileId: string | null
}

/** With its kind in the reader's words. */
export interface SpokenCertificate extends CertificateLine {
  kindName: string
}

export interface DeploymentLine {
  id: string
  place: string | null
  isAnonymous: boolean
  region: string | null
  since: string | null
  units: number | null
  task: string
  stage: DeploymentStage | null
  evidenceUrl: string | null
  evidenceNote: string | null
  inUse: UseAnswer
}

export interface EvidenceLines {
  measuredIn: number
  accepted: number
  entries: readonly {
    id: string
    number: string | null
    title: string
    units: number
    acceptedAt: Date | null
    district: string
    isSource: boolean
  }[]
}

/** 暂停展示 as its firm and the bureau read it. */
export interface HoldLines {
  by: 'firm' | 'bureau'
  reason: string | null
  at: Date
  appeal: { reason: string; at: Date } | null
}

/** A product as its page draws it for one reader. */
export interface ProductPageView {
  id: string
  number: string | null
  rev: number
  status: ProductStatus
  source: Source
  sourceUrl: string | null
  isPublic: boolean
  organization: { name: string; region: string | null }
  content: Omit<ProductDraft, 'specs'>
  version: VersionView
  versions: readonly VersionView[]
  history: readonly { deed: string; at: Date; by: string; reason: string | null; isOffice: boolean }[]
  reader: 'public' | 'member' | 'officer'
  /** What `content.specs` says, in the reader's words. */
  specs: SpokenSpecs
  /** 品类 and 作业 in words; their tables stay with the loader. */
  kindName: string | null
  taskNames: readonly string[]
  /** 价格 on each basis that the firm offers, in words; null is 未披露. */
  prices: readonly { key: string; term: string; value: string | null }[]
  evidence: EvidenceLines
  certificates: readonly SpokenCertificate[]
  deployments: readonly DeploymentLine[]
  missing: readonly { field: string; label: string; error: string }[]
  hold: HoldLines | null
  can: Record<
    | ('edit' | 'submit' | 'review' | 'revise' | 'withdraw' | 'record')
    | ('suspend' | 'halt' | 'resume' | 'appeal' | 'uphold'),
    Verdict
  >
}
