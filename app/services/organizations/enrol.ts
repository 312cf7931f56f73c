import { z } from 'zod'
import { insertAccount, insertMembership, insertOffice } from '#db/queries/accounts.ts'
import { insertOrganization } from '#db/queries/organizations.ts'
import { industryIds } from '#domain/organizations/industries.ts'
import { isSystem } from '#domain/organizations/policy.ts'
import type { AccountId, OrganizationId } from '#domain/shared/ids.ts'
import { checkUscc } from '#domain/shared/uscc.ts'
import {
  capabilityIds,
  districtCodes,
  memberRoleIds,
  officerRoleIds,
  organizationStatuses,
  organizationTypeIds,
  sourceIds,
} from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newId } from '../new-id.ts'
import { record } from '../record.ts'
import { demand, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'

export const EnrolOrganization = z.object({
  name: z.string().min(2).max(120),
  nameEn: z.string().max(200).optional(),
  uscc: z.string().nullable(),
  district: z.enum(districtCodes).nullable(),
  region: z.string().max(80).nullable(),
  type: z.enum(organizationTypeIds).optional(),
  industry: z.enum(industryIds).optional(),
  legalRepresentative: z.string().max(60).optional(),
  source: z.enum(sourceIds),
  status: z.enum(organizationStatuses),
  capabilities: z.array(z.enum(capabilityIds)),
})
export type EnrolOrganization = z.input<typeof EnrolOrganization>

/** 单位入册 by the platform itself: demo organisations, and those that public reports name. */
export async function enrolOrganization(ctx: Context, input: EnrolOrganization): Promise<OrganizationId> {
  const { uscc, ...rest } = EnrolOrganization.parse(input)
  permit(isSystem(ctx.actor))
  const checked = uscc === null ? null : checkUscc(uscc)
  if (checked) demand(checked)
  const organizationId = newId<OrganizationId>()
  await inTransaction(ctx, async tx => {
    const row = { id: organizationId, uscc: checked?.ok ? checked.code : null, ...rest }
    if (!(await insertOrganization(tx, row))) throw new Refusal('conflict', 'organization.exists')
    await record(tx, ctx, {
      noun: 'organization',
      id: organizationId,
      deed: 'enrol',
      from: null,
      to: rest.status,
      after: row,
    })
  })
  return organizationId
}

export const EnrolPerson = z.object({
  email: z.email(),
  name: z.string().min(1).max(80),
  passwordHash: z.string().min(20),
  demo: z.boolean(),
  organization: z.object({ id: z.custom<OrganizationId>(), role: z.enum(memberRoleIds) }).optional(),
  offices: z
    .array(z.object({ role: z.enum(officerRoleIds), district: z.enum(districtCodes).nullable() }))
    .default([]),
})
export type EnrolPerson = z.input<typeof EnrolPerson>

/** 人员入册 by the platform itself: demo people, and the first administrator. */
export async function enrolPerson(ctx: Context, input: EnrolPerson): Promise<AccountId> {
  const { organization, offices, ...rest } = EnrolPerson.parse(input)
  permit(isSystem(ctx.actor))
  const accountId = newId<AccountId>()
  await inTransaction(ctx, async tx => {
    await insertAccount(tx, { id: accountId, ...rest, emailConfirmedAt: ctx.now })
    if (organization)
      await insertMembership(tx, { accountId, organizationId: organization.id, role: organization.role })
    for (const office of offices) await insertOffice(tx, { accountId, ...office })
    await record(tx, ctx, {
      noun: 'account',
      id: accountId,
      deed: 'enrol',
      from: null,
      to: 'active',
      after: { offices, organization },
    })
  })
  return accountId
}
