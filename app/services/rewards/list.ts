import { z } from 'zod'
import type { ClaimLine } from '#db/queries/rewards.ts'
import { listClaims as findClaims } from '#db/queries/rewards.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { ClaimStatus } from '#domain/rewards/lifecycle.ts'
import { claimLifecycle } from '#domain/rewards/lifecycle.ts'
import { holds } from '#domain/shared/actor.ts'
import { choice, optional } from '#domain/shared/fields.ts'
import { type DomainId, domainIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

const pageSize = 20

/** The three shelves of the list: under way, granted, ended without a grant. */
const shelves = ['open', 'granted', 'ended'] as const
type Shelf = (typeof shelves)[number]

const statusesOf: Record<Shelf, readonly ClaimStatus[]> = {
  open: ['draft', 'submitted', 'precheck', 'review', 'notice'],
  granted: ['approved', 'paid'],
  ended: ['rejected', 'reversed'],
}

/** The list's address; a value that is none counts as not given. */
const ClaimsQuery = z.object({
  shelf: optional(choice(shelves)).catch(undefined),
  page: z.coerce.number().int().min(1).max(500).catch(1),
})

export interface ClaimsPage {
  items: (Omit<ClaimLine, 'total' | 'domain'> & { domain: DomainId | null })[]
  total: number
  page: number
  pageSize: number
  shelf: Shelf | null
  /** An officer sees every firm's; a member those of the own organisations. */
  officer: boolean
}

/** 奖励申报: the reader's own firms', and for an officer all that were submitted. */
export async function listClaims(ctx: Context, input: unknown): Promise<ClaimsPage> {
  const { actor } = ctx
  permit(isSignedIn(actor))
  const { shelf = null, page } = ClaimsQuery.parse(input)
  const officer = holds(actor, 'handler', 'approver', 'auditor')
  const organizationIds = actor.kind === 'person' ? actor.memberships.map(each => each.organizationId) : []
  const statuses = shelf === null ? claimLifecycle.statuses : statusesOf[shelf]
  const window = { offset: (page - 1) * pageSize, limit: pageSize }
  const rows = await findClaims(ctx.db, { organizationIds, all: officer, statuses }, window)
  return {
    items: rows.map(({ total: _, domain, ...line }) => ({
      ...line,
      domain: domainIds.find(each => each === domain) ?? null,
    })),
    total: rows[0]?.total ?? 0,
    ...{ page, pageSize, shelf, officer },
  }
}
