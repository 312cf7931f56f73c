import type { DepartmentRow } from '#db/queries/members.ts'
import { listDepartments, listInvitations, listMembers } from '#db/queries/members.ts'
import { canSeeContact } from '#domain/audit/policy.ts'
import type { InvitationStanding } from '#domain/organizations/people.ts'
import { leavesAnOwner, maskedEmail, standingOfInvitation } from '#domain/organizations/people.ts'
import { canLeave, canManage } from '#domain/organizations/policy.ts'
import type { AccountId, DepartmentId, OrganizationId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import { all } from '#domain/shared/verdict.ts'
import type { Duty, MemberRole } from '#domain/vocabulary.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { accountIdOf } from '../record.ts'
import { found } from '../refusal.ts'
import { loadOrganization } from './load.ts'

export interface MemberView {
  accountId: AccountId
  name: string
  /** Masked: colleagues recognise it, nobody can write to it. */
  email: string
  role: MemberRole
  department: string | null
  departmentId: DepartmentId | null
  since: Date
  isSelf: boolean
}

export interface PeoplePage {
  organization: { id: OrganizationId; name: string }
  members: MemberView[]
  departments: { id: DepartmentId; name: string; duties: readonly Duty[]; people: number }[]
  invitations: {
    id: string
    email: string
    role: MemberRole
    department: string | null
    expiresAt: Date
    standing: InvitationStanding
  }[]
  can: { manage: Verdict; leave: Verdict; contact: Verdict }
  formKey: string
}

/** 人员与部门: who is in the organisation, with which role, in which department, and who was invited. */
export async function showPeople(ctx: Context, id: unknown): Promise<PeoplePage> {
  const organization = await loadOrganization(ctx, id)
  const now = await ctx.clock(ctx.db)
  const [members, departments, invitations] = await Promise.all([
    listMembers(ctx.db, organization.id),
    listDepartments(ctx.db, organization.id),
    listInvitations(ctx.db, organization.id),
  ])
  const self = accountIdOf(ctx.actor)
  const nameOf = namesIn(departments)
  const manage = canManage(ctx.actor, organization.id)
  return {
    organization: { id: organization.id, name: organization.name },
    members: members.map(({ email, departmentId, ...rest }) => ({
      ...{ ...rest, departmentId, email: maskedEmail(email), department: nameOf(departmentId) },
      isSelf: rest.accountId === self,
    })),
    departments: departments.map(({ id: departmentId, name, duties }) => ({
      ...{ id: departmentId, name, duties },
      people: members.filter(each => each.departmentId === departmentId).length,
    })),
    // The owner typed the address, so the owner may read it; colleagues see it masked.
    invitations: invitations.map(each => ({
      ...{ id: each.id, role: each.role ?? 'viewer', expiresAt: each.expiresAt },
      email: manage.ok ? each.email : maskedEmail(each.email),
      department: nameOf(each.departmentId),
      standing: standingOfInvitation(each, now),
    })),
    can: {
      manage,
      contact: canSeeContact(ctx.actor),
      leave: all(canLeave(ctx.actor, organization.id), self ? leavesAnOwner(members, self, null) : manage),
    },
    formKey: newFormKey(),
  }
}

const namesIn = (departments: readonly DepartmentRow[]) => (id: DepartmentId | null) =>
  departments.find(each => each.id === id)?.name ?? null

/** One member's place, for whoever may change it. */
export async function showMember(ctx: Context, id: unknown, accountId: unknown) {
  const page = await showPeople(ctx, id)
  const member = found(
    page.members.find(each => each.accountId === accountId),
    'organization.unknown',
  )
  return { page, member }
}

/** One department, for whoever may change it. */
export async function showDepartment(ctx: Context, id: unknown, departmentId: unknown) {
  const page = await showPeople(ctx, id)
  const department = found(
    page.departments.find(each => each.id === departmentId),
    'organization.unknown',
  )
  return { page, department }
}
