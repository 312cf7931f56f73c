import { listHistory } from '#db/queries/history.ts'
import type { PartRecord } from '#db/queries/solution-parts.ts'
import { listParts } from '#db/queries/solution-parts.ts'
import type { SolutionRecord, SolutionVersionRow } from '#db/queries/solutions.ts'
import { listSolutionVersions } from '#db/queries/solutions.ts'
import { firmPageOf } from '#domain/organizations/firm-page.ts'
import type { Actor } from '#domain/shared/actor.ts'
import { holds, isMember } from '#domain/shared/actor.ts'
import type { OrganizationId, ProductId, SolutionId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all } from '#domain/shared/verdict.ts'
import type { SolutionStatus } from '#domain/solutions/lifecycle.ts'
import type { ConsentStatus } from '#domain/solutions/parts.ts'
import { partsReady } from '#domain/solutions/parts.ts'
import type { SolutionFacts } from '#domain/solutions/policy.ts'
import {
  canEditSolution,
  canReviewSolution,
  canReviseSolution,
  canSubmitSolution,
  canWithdrawSolution,
  isPublicSolution,
  readsDraft,
} from '#domain/solutions/policy.ts'
import type { SolutionDraft } from '#domain/solutions/solution.ts'
import { Solution } from '#domain/solutions/solution.ts'
import type { Source } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { found } from '../refusal.ts'
import { factsOf, loadSolution, partFacts } from './load.ts'

export interface SolutionPartView {
  productId: ProductId
  name: string
  version: number
  quantity: number
  role: string
  /** `firm` is the id of its public page, null where it has none. */
  organization: { name: string; firm: OrganizationId | null }
  /** False once the product is withdrawn or suspended. */
  isPublic: boolean
  /** A newer version of the product is public by now. */
  isOutdated: boolean
  /** The other firm's answer; null for the firm's own product. The public learns of a refusal only. */
  consent: ConsentStatus | null
  /** Whether this reader answers for the product. */
  isOurs: boolean
  /** 已验收试点 of the product. */
  accepted: number
}

export interface SolutionView {
  id: SolutionId
  number: string | null
  rev: number
  status: SolutionStatus
  source: Source
  isPublic: boolean
  publishedAt: Date | null
  organization: { name: string; firm: OrganizationId | null }
  content: SolutionDraft
  version: number
  versions: { version: number; publishedAt: Date | null; isPublic: boolean; isShown: boolean }[]
  parts: SolutionPartView[]
  reader: 'public' | 'partner' | 'member' | 'officer'
  history: { deed: string; at: Date; by: string; reason: string | null }[]
  /** What has to be filled in before it can be submitted; only its firm sees it. */
  missing: { field: string; error: string }[]
  can: Record<'edit' | 'submit' | 'review' | 'revise' | 'withdraw', Verdict>
}

/** The solution's page: its firm, the firms in it and the bureau read the latest version, others the published one. */
export async function showSolution(
  ctx: Context,
  { id, version }: { id: unknown; version?: number },
): Promise<SolutionView> {
  const loaded = await loadSolution(ctx, id)
  const { solution, organization } = loaded
  const facts = factsOf(loaded)
  const reader = readerOf(ctx.actor, facts)
  const rows = (await listSolutionVersions(ctx.db, solution.id)).filter(
    row => reader !== 'public' || row.publishedAt,
  )
  const shown = found(choose(rows, loaded, { reader, version }), 'solution.unknown')
  const [records, history] = await Promise.all([
    listParts(ctx.db, solution.id, shown.id),
    reader === 'member' || reader === 'officer' ? listHistory(ctx.db, 'solution', solution.id) : [],
  ])
  const { number, rev, status, source, publishedAt, publishedVersionId } = solution
  return {
    ...{ id: solution.id, number, rev, source, publishedAt, reader },
    // The public does not learn that a revision is under way.
    status: reader === 'public' && isPublicSolution(facts) ? 'published' : status,
    isPublic: isPublicSolution(facts),
    organization: {
      name: organization.name,
      firm: isPublicSolution(facts) ? firmPageOf(organization) : null,
    },
    content: shown.content,
    version: shown.version,
    versions: rows.map(row => ({
      ...{ version: row.version, publishedAt: row.publishedAt },
      isPublic: row.id === publishedVersionId,
      isShown: row.id === shown.id,
    })),
    parts: records.map(each => partView(ctx.actor, each, reader)),
    history: history
      .filter(row => row.deed !== 'edit')
      .map(({ deed, at, actorName: by, reason }) => ({ deed, at, by, reason })),
    missing: reader === 'member' ? missingIn(loaded) : [],
    can: {
      edit: canEditSolution(ctx.actor, facts),
      submit: all(canSubmitSolution(ctx.actor, facts), partsReady(records.map(partFacts))),
      review: canReviewSolution(ctx.actor, facts),
      revise: canReviseSolution(ctx.actor, facts),
      withdraw: canWithdrawSolution(ctx.actor, facts),
    },
  }
}

export function readerOf(actor: Actor, facts: SolutionFacts): SolutionView['reader'] {
  if (isMember(actor, facts.organizationId)) return 'member'
  if (readsDraft(actor, facts)) return 'partner'
  // A draft revision is the firm's own until it is submitted.
  return holds(actor, 'handler', 'approver', 'auditor') && facts.status !== 'draft' ? 'officer' : 'public'
}

function choose(
  rows: readonly SolutionVersionRow[],
  { solution, version: latest }: SolutionRecord,
  { reader, version }: { reader: SolutionView['reader']; version?: number },
): SolutionVersionRow | undefined {
  if (version !== undefined) return rows.find(row => row.version === version)
  const id = reader === 'public' ? solution.publishedVersionId : latest.id
  return rows.find(row => row.id === id)
}

function partView(actor: Actor, record: PartRecord, reader: SolutionView['reader']): SolutionPartView {
  const { part, product, pinned, organization, consent, accepted } = record
  const { isPublic } = partFacts(record)
  // What a revision asks for now is not what the public version was agreed to.
  const same = consent?.quantity === part.quantity && consent.role === part.role
  const answer = consent?.status ?? null
  return {
    productId: product.id,
    name: pinned.name,
    version: pinned.version,
    quantity: part.quantity,
    role: part.role,
    organization: { name: organization.name, firm: isPublic ? firmPageOf(organization) : null },
    isPublic,
    isOutdated: isPublic && product.publishedVersionId !== pinned.id,
    consent: reader === 'public' && !(same && answer === 'declined') ? null : answer,
    isOurs: consent !== null && isMember(actor, consent.organizationId),
    accepted,
  }
}

function missingIn({ solution, version }: SolutionRecord): SolutionView['missing'] {
  if (solution.status !== 'draft' && solution.status !== 'returned') return []
  const parsed = Solution.safeParse(version.content)
  if (parsed.success) return []
  return parsed.error.issues.map(issue => ({ field: fieldOf(issue.path), error: issue.message }))
}

/** `software[0].name`, as the form names its fields. */
const fieldOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (name, key) =>
      typeof key === 'number' ? `${name}[${key}]` : name ? `${name}.${String(key)}` : String(key),
    '',
  )
