import { z } from 'zod'
import { findAccountByEmail } from '#db/queries/accounts.ts'
import { insertOfficeInvitation, revokeOfficeInvitation } from '#db/queries/officers.ts'
import { Email } from '#domain/accounts/credentials.ts'
import { canManageOfficers } from '#domain/accounts/policy.ts'
import { isSystem } from '#domain/organizations/policy.ts'
import { choice, optional } from '#domain/shared/fields.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { InvitationId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { districtCodes, officerRoleIds } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { postLetter } from '../letters.ts'
import { accountIdOf, record } from '../record.ts'
import { permit, Refusal } from '../refusal.ts'
import { hashOfToken, newToken } from '../token.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone } from '../transition.ts'

const invitationDays = 7

export const InviteOfficer = z
  .object({
    email: Email,
    role: choice(officerRoleIds),
    /** 区级主管 of this district; other offices are the city's. */
    district: optional(choice(districtCodes)),
    formKey,
  })
  .refine(({ role, district }) => role !== 'district' || district !== undefined, {
    error: 'field.required',
    path: ['district'],
  })
export type InviteOfficer = z.infer<typeof InviteOfficer>

/**
 * 邀请任职: the letter's link proves the address, and who accepts it holds the office. Answers what the letter
 * carries, for the command line, which has no other way to hand the first one over.
 */
export async function inviteOfficer(ctx: Context, input: InviteOfficer): Promise<{ token: string }> {
  const { email, role, district, formKey: key } = InviteOfficer.parse(input)
  if (!isSystem(ctx.actor).ok) permit(canManageOfficers(ctx.actor))
  const id = brand<InvitationId>(key)
  const token = newToken()
  await inTransaction(ctx, async tx => {
    if (await alreadyDone(tx, id, key)) return
    const known = await findAccountByEmail(tx, email)
    if (known?.demo) throw new Refusal('invalid', 'account.demoStays', { path: 'email' })
    const expiresAt = new Date(ctx.now.getTime() + invitationDays * 86_400_000)
    const row = { email, officeRole: role, district: role === 'district' ? district : null }
    const by = accountIdOf(ctx.actor)
    await insertOfficeInvitation(tx, { id, ...row, tokenHash: hashOfToken(token), invitedBy: by, expiresAt })
    const born = { noun: 'invitation', id, deed: 'invite', from: null, to: 'open', formKey: key, after: row }
    await record(tx, ctx, born)
    const params = { role, days: invitationDays }
    await postLetter(tx, ctx, {
      to: email,
      locale: known?.locale ?? 'zh',
      name: 'officeInvitation',
      params,
      token,
    })
  })
  return { token }
}

export const RevokeInvitation = z.object({
  id: z.uuid().transform(value => brand<InvitationId>(value)),
  formKey,
})
export type RevokeInvitation = z.infer<typeof RevokeInvitation>

/** 收回邀请: its link opens nothing any more. */
export async function revokeInvitation(ctx: Context, input: RevokeInvitation): Promise<void> {
  const { id, formKey: key } = RevokeInvitation.parse(input)
  permit(canManageOfficers(ctx.actor))
  await inTransaction(ctx, async tx => {
    if (!(await revokeOfficeInvitation(tx, id))) return
    await record(tx, ctx, {
      noun: 'invitation',
      id,
      deed: 'revoke',
      from: 'open',
      to: 'revoked',
      formKey: key,
    })
  })
}
