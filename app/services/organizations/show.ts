import type { HistoryRow } from '#db/queries/history.ts'
import { listHistory } from '#db/queries/history.ts'
import { ownersOf } from '#db/queries/members.ts'
import { listRelations } from '#db/queries/organization-relations.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import { listOpenClaims } from '#db/queries/organizations.ts'
import type { DocumentRow } from '#db/queries/verification.ts'
import { listDocuments, listRequests } from '#db/queries/verification.ts'
import type { DocumentStanding } from '#domain/organizations/documents.ts'
import { hasValidRegistration, standingOfDocument } from '#domain/organizations/documents.ts'
import { canManage } from '#domain/organizations/policy.ts'
import type { RequestStatus, VerificationDeed } from '#domain/organizations/standing.ts'
import {
  askable,
  canAsk,
  canLiftRelation,
  canRestore,
  canSettleClaim,
  canSuspend,
  isOpen,
  missingForVerification,
  verificationVerdicts,
} from '#domain/organizations/standing.ts'
import type { Membership } from '#domain/shared/actor.ts'
import { membershipOf } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import type { OrganizationId } from '#domain/shared/ids.ts'
import { checkUscc } from '#domain/shared/uscc.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Capability, DocumentKind, Duty, MemberRole, RelationKind } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { found } from '../refusal.ts'
import { loadOrganization } from './load.ts'

export type OrganizationAct = 'edit' | 'addDocument' | 'ask' | 'relate' | 'lift' | 'suspend' | 'restore'

/** What is peculiar about a code: it does not conform, or only its inner check fails, as some old ones do. */
export type UsccWarning = 'nonconforming' | 'innerCheck'

type Basics = Pick<
  OrganizationRow,
  | 'name'
  | 'nameEn'
  | 'uscc'
  | 'usccNote'
  | 'type'
  | 'industry'
  | 'district'
  | 'region'
  | 'legalRepresentative'
>

export interface RequestView {
  id: number
  capability: Capability
  status: RequestStatus
  askedAt: Date
  endorser: string | null
  decider: string | null
  decidedAt: Date | null
  reason: string | null
  /** Each decision, judged for this reader. */
  can: Record<VerificationDeed, Verdict>
}

export interface OrganizationPage extends Basics {
  id: OrganizationId
  rev: number
  status: OrganizationRow['status']
  source: OrganizationRow['source']
  usccWarning: UsccWarning | null
  capabilities: readonly Capability[]
  /** Null for an officer. */
  role: MemberRole | null
  duties: readonly Duty[]
  documents: {
    id: string
    kind: DocumentKind
    number: string
    issuer: string
    validUntil: string | null
    standing: DocumentStanding
  }[]
  lapsedOn: string | null
  /** Open requests and the last decision on each capability, the newest first. */
  requests: RequestView[]
  claims: { id: string; at: Date; can: Verdict }[]
  relations: { id: string; name: string; kind: RelationKind; isDeclared: boolean }[]
  /** What has to be filled in before anything can be asked for. */
  missing: string[]
  askable: Capability[]
  can: Record<OrganizationAct, Verdict>
  history: { deed: string; at: Date; by: string; reason: string | null }[]
  formKey: string
}

/** 单位页, for its members and the bureau. */
export async function showOrganization(ctx: Context, id: unknown): Promise<OrganizationPage> {
  const organization = await loadOrganization(ctx, id)
  const { db } = ctx
  const [documents, requests, claims, owners, relations, history] = await Promise.all([
    listDocuments(db, organization.id),
    listRequests(db, organization.id),
    listOpenClaims(db, organization.id),
    ownersOf(db, organization.id),
    listRelations(db, organization.id),
    listHistory(db, 'organization', organization.id),
  ])
  const today = dayOf(ctx.now)
  const missing = missingForVerification(organization, hasValidRegistration(documents, today))
  const own = membershipOf(ctx.actor, organization.id)
  const hasOwner = owners.length > 0
  return {
    ...factsOf(organization, own),
    documents: documents.map(each => ({
      ...documentOf(each),
      standing: standingOfDocument(each.validUntil, today),
    })),
    lapsedOn: lapsedOnOf(documents, today),
    requests: latest(requests).map(each => requestOf(ctx, organization, each)),
    claims: claims.map(({ claim }) => ({
      id: claim.id,
      at: claim.createdAt,
      can: canSettleClaim(ctx.actor, organization, { accountId: claim.accountId, hasOwner }),
    })),
    relations: relations.map(each => ({
      ...{ id: each.id, name: each.name, kind: each.kind },
      isDeclared: each.declaredBy !== null,
    })),
    missing,
    askable: askable(
      organization,
      requests.map(each => each.request),
    ),
    can: verdictsOf(ctx, organization, missing),
    history: history.map(stepOf),
    formKey: newFormKey(),
  }
}

function factsOf(organization: OrganizationRow, own: Membership | null) {
  const { id, rev, status, source, capabilities } = organization
  const { name, nameEn, uscc, usccNote, type, industry, district, region, legalRepresentative } = organization
  return {
    ...{ id, rev, status, source, capabilities },
    ...{ name, nameEn, uscc, usccNote, type, industry, district, region, legalRepresentative },
    usccWarning: warningOf(uscc),
    role: own?.role ?? null,
    duties: own?.duties ?? [],
  }
}

function warningOf(uscc: string | null): UsccWarning | null {
  if (uscc === null) return null
  const checked = checkUscc(uscc)
  if (!checked.ok) return 'nonconforming'
  return checked.warnings.length > 0 ? 'innerCheck' : null
}

const documentOf = ({ id, kind, number, issuer, validUntil }: DocumentRow) => ({
  ...{ id, kind, number, issuer, validUntil },
})

/** As `membership.lapsedOn`, which the policies ask. */
function lapsedOnOf(documents: readonly DocumentRow[], today: ReturnType<typeof dayOf>): string | null {
  if (hasValidRegistration(documents, today)) return null
  const ends = documents.flatMap(each => (each.kind === 'registration' ? [each.validUntil ?? ''] : []))
  return ends.sort().at(-1) ?? null
}

type RequestRow = Awaited<ReturnType<typeof listRequests>>[number]

/** The newest of each capability says how it stands; what came before is in the history. */
function latest(rows: readonly RequestRow[]): RequestRow[] {
  const seen = new Set<Capability>()
  return rows.filter(({ request }) => {
    const isFirst = !seen.has(request.capability)
    seen.add(request.capability)
    return isFirst || isOpen(request)
  })
}

function requestOf(
  ctx: Context,
  organization: OrganizationRow,
  { request, endorser, decider }: RequestRow,
): RequestView {
  const { id, capability, status, askedAt, decidedAt, reason } = request
  const can = verificationVerdicts(ctx.actor, organization, request)
  return { id, capability, status, askedAt, endorser, decider, decidedAt, reason, can }
}

function verdictsOf(
  { actor }: Context,
  organization: OrganizationRow,
  missing: readonly string[],
): Record<OrganizationAct, Verdict> {
  const manage = canManage(actor, organization.id)
  return {
    edit: manage,
    addDocument: manage,
    relate: manage,
    ask: canAsk(actor, organization, missing),
    lift: canLiftRelation(actor, organization),
    suspend: canSuspend(actor, organization),
    restore: canRestore(actor, organization),
  }
}

function stepOf({ deed, at, actorName: by, reason }: HistoryRow) {
  return { deed, at, by, reason }
}

/** One request as the deciding officer sees it: each decision and what stands in its way. */
export async function showRequest(ctx: Context, organizationId: unknown, requestId: unknown) {
  const page = await showOrganization(ctx, organizationId)
  const request = found(
    page.requests.find(each => String(each.id) === requestId),
    'organization.unknown',
  )
  return { page, request }
}

/** One relation, for the officer who may lift it. */
export async function showRelation(
  ctx: Context,
  organizationId: unknown,
  pair: { other: string | null; kind: string | null },
) {
  const page = await showOrganization(ctx, organizationId)
  const relation = found(
    page.relations.find(each => each.id === pair.other && each.kind === pair.kind),
    'organization.unknown',
  )
  return { page, relation }
}
