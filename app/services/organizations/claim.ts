import { z } from 'zod'
import { officersWith } from '#db/queries/accounts.ts'
import { addMember, ownersOf } from '#db/queries/members.ts'
import type { OrganizationRow } from '#db/queries/organizations.ts'
import {
  findOrganizationByUscc,
  findOrganizationClaim,
  findOwnClaim,
  insertOrganizationClaim,
  settleOrganizationClaim,
} from '#db/queries/organizations.ts'
import { canSeeContact } from '#domain/audit/policy.ts'
import { maskedEmail } from '#domain/organizations/people.ts'
import { canClaimOrganization, canFound, canSettleClaim } from '#domain/organizations/standing.ts'
import { choice, text } from '#domain/shared/fields.ts'
import { formKey, id } from '#domain/shared/id-schemas.ts'
import { normalizedUscc } from '#domain/shared/uscc.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { found, permit, Refusal } from '../refusal.ts'
import { tell } from '../tell.ts'
import { alreadyDone, conflict } from '../transition.ts'
import { amend } from './amend.ts'
import { loadOrganization } from './load.ts'

export const ClaimOrganization = z.object({
  uscc: text({ max: 60 }),
  statement: text({ min: 10, max: 500 }),
  formKey,
})
export type ClaimOrganization = z.infer<typeof ClaimOrganization>

export interface ClaimSheet {
  organization: { name: string; uscc: string | null }
  hasOwner: boolean
  /** When this person asked already. */
  askedAt: Date | null
  can: Verdict
  formKey: string
}

async function claimable(ctx: Context, uscc: string): Promise<OrganizationRow> {
  permit(canFound(ctx.actor))
  const organization = found(
    await findOrganizationByUscc(ctx.db, normalizedUscc(uscc)),
    'organization.unknown',
  )
  return organization
}

/** The page of a code that is here already: whose it is, who will answer, whether the person has asked. */
export async function claimSheet(ctx: Context, uscc: string | null): Promise<ClaimSheet> {
  const organization = await claimable(ctx, uscc ?? '')
  const accountId = found(accountIdOf(ctx.actor), 'organization.unknown')
  const [owners, own] = await Promise.all([
    ownersOf(ctx.db, organization.id),
    findOwnClaim(ctx.db, organization.id, accountId),
  ])
  return {
    organization: { name: organization.name, uscc: organization.uscc },
    hasOwner: owners.length > 0,
    askedAt: own?.createdAt ?? null,
    can: canClaimOrganization(ctx.actor, organization),
    formKey: newFormKey(),
  }
}

/** 认领: somebody asks to join an organisation that is here already; its owner answers, or the bureau's handler. */
export async function claimOrganization(ctx: Context, input: ClaimOrganization): Promise<void> {
  const { uscc, statement, formKey: key } = ClaimOrganization.parse(input)
  const organization = await claimable(ctx, uscc)
  const { id: organizationId, name } = organization
  if (await alreadyDone(ctx.db, organizationId, key)) return
  permit(canClaimOrganization(ctx.actor, organization))
  const accountId = found(accountIdOf(ctx.actor), 'organization.unknown')
  const entry = { id: organizationId, deed: 'claim', formKey: key, after: { statement } }
  await amend(ctx, entry, async tx => {
    const row = { id: key, organizationId, accountId, statement, createdAt: ctx.now }
    if (!(await insertOrganizationClaim(tx, row))) throw new Refusal('conflict', 'organization.claimWaiting')
    const owners = await ownersOf(tx, organizationId)
    await tell(tx, owners.length > 0 ? owners : await officersWith(tx, ['handler']), {
      event: 'organization.claimed',
      noun: 'organization',
      id: organizationId,
      params: { organization: name },
      key: `organization.claimed:${key}`,
    })
  })
}

export const SettleClaim = z.object({
  id: id.organization,
  claimId: formKey,
  answer: choice(['approved', 'refused']),
  reason: text({ min: 4, max: 500 }),
  formKey,
})
export type SettleClaim = z.infer<typeof SettleClaim>

/** One claim as whoever answers it sees it. */
export async function showClaimOnOrganization(ctx: Context, organizationId: unknown, claimId: unknown) {
  const organization = await loadOrganization(ctx, organizationId)
  const known = formKey.safeParse(claimId)
  const row = known.success ? await findOrganizationClaim(ctx.db, organization.id, known.data) : null
  const { claim, person } = found(row, 'organization.unknown')
  const hasOwner = (await ownersOf(ctx.db, organization.id)).length > 0
  const can = canSettleClaim(ctx.actor, organization, { accountId: claim.accountId, hasOwner })
  // Viewers and editors see that somebody asks, not who and why.
  permit(can)
  const { status, statement, createdAt } = claim
  return {
    organization: { id: organization.id, name: organization.name },
    // Masked for the owner too; the bureau asks for the address on record.
    claim: {
      id: claim.id,
      status,
      statement,
      createdAt,
      name: person.name,
      email: maskedEmail(person.email),
    },
    contact: canSeeContact(ctx.actor).ok ? claim.accountId : null,
    hasOwner,
    formKey: newFormKey(),
  }
}

/** 认领答复: approved by an owner the person joins as an editor, approved by the bureau as the first owner. */
export async function settleClaim(ctx: Context, input: SettleClaim): Promise<void> {
  const { id: organizationId, claimId, answer, reason, formKey: key } = SettleClaim.parse(input)
  const organization = await loadOrganization(ctx, organizationId)
  if (await alreadyDone(ctx.db, organizationId, key)) return
  const { claim } = found(
    await findOrganizationClaim(ctx.db, organizationId, claimId),
    'organization.unknown',
  )
  const { accountId } = claim
  const deed = answer === 'approved' ? 'approveClaim' : 'refuseClaim'
  await amend(ctx, { id: organizationId, deed, formKey: key, reason }, async tx => {
    const hasOwner = (await ownersOf(tx, organizationId)).length > 0
    permit(canSettleClaim(ctx.actor, organization, { accountId, hasOwner }))
    const decision = { status: answer, decidedBy: accountIdOf(ctx.actor), decidedAt: ctx.now, reason }
    if (!(await settleOrganizationClaim(tx, claimId, decision)))
      throw await conflict(tx, 'organization', organizationId)
    const role = hasOwner ? ('editor' as const) : ('owner' as const)
    if (answer === 'approved') await addMember(tx, { organizationId, accountId, role })
    const about =
      answer === 'approved'
        ? { event: 'organization.claimApproved' as const, noun: 'organization', id: organizationId }
        : { event: 'organization.claimRefused' as const, noun: 'account', id: accountId }
    const params = { organization: organization.name, reason }
    await tell(tx, [accountId], { ...about, params, key: `organization.claim:${claimId}` })
  })
}
