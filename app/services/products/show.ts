import { type HistoryRow, listHistory } from '#db/queries/history.ts'
import type { AcceptedPilot } from '#db/queries/product-evidence.ts'
import { type PartOfRow, versionsAndRecords } from '#db/queries/product-records.ts'
import type { ProductRecord, ProductRow, ProductVersionRow } from '#db/queries/products.ts'
import type { Specs } from '#domain/ontology/requirement.ts'
import { firmPageOf } from '#domain/organizations/firm-page.ts'
import { measuredIn } from '#domain/products/evidence.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import type { ProductFacts } from '#domain/products/policy.ts'
import {
  canEditProduct,
  canRecordProduct,
  canReviewProduct,
  canReviseProduct,
  canSeeProduct,
  canSubmitProduct,
  canWithdrawProduct,
  isPublicProduct,
} from '#domain/products/policy.ts'
import type { ProductDraft } from '#domain/products/product.ts'
import { Product } from '#domain/products/product.ts'
import {
  canAppealHold,
  canHaltProduct,
  canResumeProduct,
  canSuspendProduct,
  canUpholdHold,
  type Hold,
  holdOf,
  isOfficeStep,
} from '#domain/products/suspension.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { holds, isMember, visitor } from '#domain/shared/actor.ts'
import type { EntryId, OrganizationId, ProductId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { productHolder } from '../files/holder.ts'
import type { FileView } from '../files/list.ts'
import { filesOf } from '../files/list.ts'
import { found } from '../refusal.ts'
import { factsOf, isOnDesk, loadProduct } from './load.ts'
import { proofGapsOf } from './proof.ts'
import { contentFor } from './public-content.ts'
import { type CertificateView, certificatesOf, type DeploymentView } from './records-view.ts'

export interface VersionLine {
  version: number
  /** Null while it is still drafted or reviewed. */
  publishedAt: Date | null
  /** The one that the public sees and new bids quote. */
  isPublic: boolean
  isShown: boolean
}

export interface Missing {
  /** As the form names its fields. */
  field: string
  /** A key of the `field` namespace, with its facts. */
  error: string
}

export interface ProductStep {
  deed: string
  to: string
  at: Date
  by: string
  reason: string | null
  /** Whether the bureau did it. */
  isOffice: boolean
}

/** What accepted pilots prove; a pilot that is not in the published catalogue is counted and not named. */
export interface EvidenceView {
  /** In how many accepted pilots the shown facts were measured. */
  measuredIn: number
  accepted: number
  entries: {
    id: EntryId
    number: string | null
    title: string
    units: number
    acceptedAt: Date | null
    district: string
    isSource: boolean
  }[]
}

export type ProductAct =
  | ('edit' | 'submit' | 'review' | 'revise' | 'withdraw' | 'record')
  | ('suspend' | 'halt' | 'resume' | 'appeal' | 'uphold')

export type HoldView = Omit<Hold, 'actorId'>

export interface ProductView {
  id: ProductId
  number: string | null
  rev: number
  status: ProductStatus
  source: Source
  sourceUrl: string | null
  publishedAt: Date | null
  isPublic: boolean
  /** `firm` is the id of its public page, null where it has none. */
  organization: { id: OrganizationId; name: string; region: string | null; firm: OrganizationId | null }
  /** What the shown version says; 研制经费声明 is left out for readers who may not see it. */
  content: ProductDraft
  version: VersionLine
  versions: VersionLine[]
  /** Empty for readers outside the firm and the bureau. */
  history: ProductStep[]
  reader: 'public' | 'member' | 'officer'
  /** What has to be filled in before it can be submitted; only its firm sees it. */
  missing: Missing[]
  files: FileView[]
  evidence: EvidenceView
  certificates: CertificateView[]
  /** Declared by the firm; `evidence` has what pilots prove. */
  deployments: DeploymentView[]
  /** 暂停展示, for its firm and the bureau; null while it is not suspended. */
  hold: HoldView | null
  can: Record<ProductAct, Verdict>
  /** Public solutions that it is part of, the newest first. */
  partOf: PartOfRow[]
}

/** The product's page: its firm and the bureau read the latest version, everybody else the published one. */
export async function showProduct(
  ctx: Context,
  { id, version }: { id: unknown; version?: number },
): Promise<ProductView> {
  const loaded = await loadProduct(ctx, id)
  const { product, organization } = loaded
  const facts = factsOf(product)
  const reader = readerOf(ctx.actor, facts)
  const { versions, records } = await versionsAndRecords(ctx.db, product.id)
  const drafts = readsDrafts(reader, product)
  const rows = versions.filter(row => drafts || row.publishedAt)
  const shown = found(choose(rows, loaded, { drafts, version }), 'product.unknown')
  const publicId = isPublicProduct(facts) ? product.publishedVersionId : null
  const lines = rows.map(row => lineOf(row, { shown, publicId }))
  const isHeld = product.status === 'suspended'
  const [history, files] = await Promise.all([
    reader === 'public' ? [] : listHistory(ctx.db, 'product', product.id),
    filesOf(ctx, productHolder(ctx.actor, product)),
  ])
  // Whoever sees a suspended product reads its history.
  const held = { ...facts, hold: isHeld ? holdOf(history) : null }
  return {
    id: product.id,
    number: product.number,
    rev: product.rev,
    // The public does not learn that a revision is under way.
    status: reader === 'public' && isPublicProduct(facts) ? 'published' : product.status,
    source: product.source,
    sourceUrl: product.sourceUrl,
    publishedAt: product.publishedAt,
    isPublic: isPublicProduct(facts),
    organization: {
      ...{ id: organization.id, name: organization.name, region: organization.region },
      firm: isPublicProduct(facts) ? firmPageOf(organization) : null,
    },
    content: contentFor(reader, shown.content),
    version: lineOf(shown, { shown, publicId }),
    versions: lines,
    history: stepsOf(history),
    reader,
    missing: reader === 'member' ? await missingIn(ctx, loaded) : [],
    files,
    evidence: evidenceOf(shown.content.specs, records.pilots),
    certificates: certificatesOf(records.certificates, { now: ctx.now, files }),
    deployments: records.deployments,
    partOf: records.partOf,
    hold: held.hold && holdView(held.hold),
    can: {
      edit: canEditProduct(ctx.actor, facts),
      submit: canSubmitProduct(ctx.actor, facts),
      review: canReviewProduct(ctx.actor, facts),
      revise: canReviseProduct(ctx.actor, facts),
      withdraw: canWithdrawProduct(ctx.actor, facts),
      record: canRecordProduct(ctx.actor, facts),
      suspend: canSuspendProduct(ctx.actor, held),
      halt: canHaltProduct(ctx.actor, held),
      resume: canResumeProduct(ctx.actor, held),
      appeal: canAppealHold(ctx.actor, held),
      uphold: canUpholdHold(ctx.actor, held),
    },
  }
}

const ownSteps = ['edit', 'addFile', 'removeFile']

function stepsOf(history: readonly HistoryRow[]): ProductStep[] {
  return history.flatMap((row, nth) =>
    ownSteps.includes(row.deed)
      ? []
      : {
          ...{ deed: row.deed, to: row.toStatus, at: row.at, by: row.actorName, reason: row.reason },
          isOffice: isOfficeStep(history, nth),
        },
  )
}

/** Without who of the bureau it was. */
export function holdView({ by, reason, at, appeal }: Hold): HoldView {
  return { by, reason, at, appeal }
}

function evidenceOf(specs: Specs, pilots: readonly AcceptedPilot[]): EvidenceView {
  const sources = measuredIn(specs)
  return {
    measuredIn: pilots.filter(({ number }) => number !== null && sources.includes(number)).length,
    accepted: pilots.length,
    entries: pilots.flatMap(({ entry, number, units, acceptedAt, district }) =>
      entry
        ? [{ ...entry, units, acceptedAt, district, isSource: number !== null && sources.includes(number) }]
        : [],
    ),
  }
}

/** The firm reads everything; officers too, once they could see the product were it never published. */
export function readerOf(actor: Actor, facts: ProductFacts): ProductView['reader'] {
  if (isMember(actor, facts.organizationId)) return 'member'
  const officer = holds(actor, 'handler', 'approver', 'auditor') && canSeeProduct(actor, facts).ok
  // A draft revision is the firm's own until it is submitted.
  return officer && facts.status !== 'draft' ? 'officer' : 'public'
}

/** The firm reads every version, an officer those that were put before the bureau, the public the published ones. */
export function readsDrafts(reader: ProductView['reader'], product: ProductRow): boolean {
  return reader === 'member' || (reader === 'officer' && isOnDesk(product))
}

function choose(
  rows: readonly ProductVersionRow[],
  { product, version: latest }: ProductRecord,
  { drafts, version }: { drafts: boolean; version?: number },
): ProductVersionRow | undefined {
  if (version !== undefined) return rows.find(row => row.version === version)
  const id = drafts ? latest.id : product.publishedVersionId
  return rows.find(row => row.id === id)
}

function lineOf(
  row: ProductVersionRow,
  { shown, publicId }: { shown: ProductVersionRow; publicId: string | null },
): VersionLine {
  const { version, publishedAt } = row
  return { version, publishedAt, isPublic: row.id === publicId, isShown: row.id === shown.id }
}

async function missingIn(ctx: Context, { product, version }: ProductRecord): Promise<Missing[]> {
  if (product.status !== 'draft' && product.status !== 'returned') return []
  const parsed = Product.safeParse(version.content)
  const issues = parsed.success ? [] : parsed.error.issues
  return [
    ...issues.map(issue => ({ field: issue.path.join('.'), error: issue.message })),
    ...(await proofGapsOf(ctx, product.id, version.content)),
  ]
}

/** What anybody may read of a product, whoever asks: for the read API. */
export function showPublicProduct(ctx: Context, id: unknown): Promise<ProductView> {
  return showProduct({ ...ctx, actor: visitor }, { id })
}
