import { z } from 'zod'
import {
  listInvitations,
  listOfficers,
  type OfficeInvitation,
  type OfficerRow,
} from '#db/queries/officers.ts'
import { canManageOfficers } from '#domain/accounts/policy.ts'
import { maskedEmail } from '#domain/organizations/people.ts'
import { choice } from '#domain/shared/fields.ts'
import { officerRoleIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export interface OfficersPage {
  /** Masked: whoever needs the address asks for it, on record. */
  officers: OfficerRow[]
  /** Without the hashes of their links. */
  invitations: Omit<OfficeInvitation, 'tokenHash'>[]
}

/** 岗位人员: who holds which office, with a second factor or without, and who was invited. */
export async function listOffices(ctx: Context): Promise<OfficersPage> {
  permit(canManageOfficers(ctx.actor))
  const [officers, invitations] = await Promise.all([listOfficers(ctx.db), listInvitations(ctx.db)])
  return {
    officers: officers.map(each => ({ ...each, email: maskedEmail(each.email) })),
    invitations: invitations.map(({ tokenHash: _, ...rest }) => rest),
  }
}

const OfficeQuery = z.object({ account: z.string(), role: choice(officerRoleIds) })

/** One person's office, for the page that takes it. */
export async function showOfficer(ctx: Context, query: unknown): Promise<OfficerRow> {
  permit(canManageOfficers(ctx.actor))
  const { account, role } = found(OfficeQuery.safeParse(query).data, 'account.unknown')
  const officers = await listOfficers(ctx.db)
  return found(
    officers.find(each => each.accountId === account && each.role === role),
    'account.unknown',
  )
}
