import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import {
  capabilityRequest,
  department,
  invitation,
  organization,
  organizationRelation,
} from '#db/schema/index.ts'
import { brand, type DepartmentId, type InvitationId, type OrganizationId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { claimOrganization } from '#services/organizations/claim.ts'
import { inviteMember } from '#services/organizations/invite.ts'
import { hashOfToken, newToken } from '#services/token.ts'
import { as } from '../context.ts'
import { officer, someUscc } from '../factories.ts'
import type { Deed } from './deed.ts'
import {
  bareOrganization,
  claims,
  departments,
  type House,
  houseOf,
  insiders,
  invitations,
  itself,
  line,
  ownerOf,
  papers,
  people,
  relations,
  requests,
} from './organization-house.ts'
import type { People } from './people.ts'
import { seats } from './people.ts'

const reason = '材料已核对，与登记一致'

const rev = async ({ db }: Context, id: OrganizationId) => {
  const [row] = await db.select({ rev: organization.rev }).from(organization).where(eq(organization.id, id))
  return `${row?.rev}`
}

async function requestFor({ db }: Context, organizationId: OrganizationId): Promise<number> {
  // A capability that the owner's first organisation has as well, so that nobody gains a part to play.
  const asked = { organizationId, capability: 'publishScenarios' as const, status: 'asked' as const }
  const [row] = await db.insert(capabilityRequest).values(asked).returning({ id: capabilityRequest.id })
  return row?.id ?? 0
}

async function related({ db }: Context, { id }: House): Promise<OrganizationId> {
  const other = await bareOrganization(db)
  const [a, b] = [id, other.id].sort() as [OrganizationId, OrganizationId]
  await db.insert(organizationRelation).values({ a, b, kind: 'control' })
  return other.id
}

async function claimOn(ctx: Context, { uscc }: House): Promise<string> {
  const claimId = v7()
  const statement = '我是本单位设备科负责人，由我办理平台事项'
  await claimOrganization(as(ctx, await officer(ctx.db)), { uscc, statement, formKey: claimId })
  return claimId
}

async function invited(ctx: Context, house: House, who: People, email = `${v7()}@example.cn`) {
  const invitationId = v7()
  const asked = { id: house.id, email, role: 'viewer' as const, formKey: invitationId }
  await inviteMember(as(ctx, ownerOf(house, who)), { ...asked, departmentId: undefined })
  return invitationId
}

async function departmentIn({ db }: Context, organizationId: OrganizationId): Promise<DepartmentId> {
  const id = brand<DepartmentId>(v7())
  await db.insert(department).values({ id, organizationId, name: '设备科', duties: ['draft'] })
  return id
}

export const organizationDeeds: Record<string, Deed> = {
  'organizations/:organizationId/edit': line({
    may: 'demand',
    rows: itself,
    form: async (ctx, { id, basics }) => ({
      url: paths.organizationEdit(id),
      fields: { ...basics, industry: 'C34', rev: await rev(ctx, id) },
    }),
  }),
  'organizations/:organizationId/documents': line({
    may: 'demand',
    rows: papers,
    form: async (_, { id }) => ({
      url: paths.organizationDocuments(id),
      fields: { kind: 'registration', number: '11010600002', issuer: '示例市场监管局' },
    }),
  }),
  'organizations/:organizationId/documents/removal': line({
    may: 'demand',
    rows: papers,
    form: async (_, { id, documentId }) => ({
      url: paths.organizationDocumentRemoval(id),
      fields: { documentId },
    }),
  }),
  'organizations/:organizationId/capabilities': line({
    may: 'demand',
    rows: requests,
    form: async (_, { id }) => ({
      url: paths.organizationCapabilities(id),
      fields: { capabilities: 'publishScenarios' },
    }),
  }),
  'organizations/:organizationId/requests/:requestId': line({
    may: 'handler',
    rows: requests,
    async form(ctx, { id }) {
      const requestId = await requestFor(ctx, id)
      const fields = { requestId: `${requestId}`, deed: 'grant', reason, rev: await rev(ctx, id) }
      return { url: paths.organizationRequest(id, requestId), fields }
    },
  }),
  'organizations/:organizationId/suspension': line({
    may: 'approver',
    rows: itself,
    form: async (ctx, { id }) => ({
      url: paths.organizationSuspension(id),
      fields: { reason, rev: await rev(ctx, id) },
    }),
  }),
  'organizations/:organizationId/relations': line({
    may: 'demand',
    rows: relations,
    form: async ({ db }, { id }) => ({
      url: paths.organizationRelations(id),
      fields: { uscc: (await bareOrganization(db)).uscc, kind: 'control' },
    }),
  }),
  'organizations/:organizationId/relations/lifting': line({
    may: 'handler',
    rows: relations,
    form: async (ctx, house) => ({
      url: `${paths.organizationRelations(house.id)}/lifting`,
      fields: { otherId: await related(ctx, house), kind: 'control', reason },
    }),
  }),
  // The organisation has an owner, so who asks to join it is none of the bureau's business.
  'organizations/:organizationId/claims/:claimId': line({
    may: 'demand',
    sees: insiders,
    rows: claims,
    async form(ctx, house) {
      const claimId = await claimOn(ctx, house)
      const fields = { claimId, answer: 'approved', reason }
      return { url: paths.organizationClaimOf(house.id, claimId), fields }
    },
  }),
  'organizations/:organizationId/members': line({
    may: 'demand',
    rows: invitations,
    form: async (_, { id }) => ({
      url: paths.organizationMembers(id),
      fields: { email: `${v7()}@example.cn`, role: 'viewer' },
    }),
  }),
  'organizations/:organizationId/members/:accountId': line({
    may: 'demand',
    rows: people,
    form: async (_, { id, partner }) => ({
      url: paths.organizationMember(id, partner),
      fields: { accountId: partner, role: 'editor' },
    }),
  }),
  'organizations/:organizationId/departure': line({
    may: insiders,
    rows: people,
    form: async (_, { id }) => ({ url: paths.organizationDeparture(id), fields: {} }),
  }),
  'organizations/:organizationId/invitations': line({
    may: 'demand',
    rows: invitations,
    form: async (ctx, house, who) => ({
      url: paths.organizationInvitation(house.id),
      fields: { invitationId: await invited(ctx, house, who), deed: 'revoke' },
    }),
  }),
  'organizations/:organizationId/departments': line({
    may: 'demand',
    rows: departments,
    form: async (_, { id }) => ({
      url: paths.organizationDepartments(id),
      fields: { name: '信息科', duties: 'draft' },
    }),
  }),
  'organizations/:organizationId/departments/:departmentId': line({
    may: 'demand',
    rows: departments,
    async form(ctx, { id }) {
      const departmentId = await departmentIn(ctx, id)
      const fields = { departmentId, name: '医学工程科', duties: 'publish' }
      return { url: `${paths.organizationDepartments(id)}/${departmentId}`, fields }
    },
  }),
  // Whoever holds the link knows of it; it opens for the address that it was sent to.
  'invitations/:token': {
    may: 'supply',
    sees: 'all',
    seats,
    async make(ctx, who) {
      const house = await houseOf(ctx, who)
      const email = `${who.persons.supply.accountId}@example.cn`
      const id = brand<InvitationId>(await invited(ctx, house, who, email))
      const token = newToken()
      await ctx.db
        .update(invitation)
        .set({ tokenHash: hashOfToken(token) })
        .where(eq(invitation.id, id))
      const rows = () => people(ctx.db, house.id)
      return { url: paths.invitation(token), id: token, fields: { token }, rows }
    },
  },
}

const signedIn = 'none demand supply both handler approver auditor administrator expert district'

/** Played at the end: whoever founds an organisation belongs to one from then on. */
export const foundingDeeds: Record<string, Deed> = {
  'organizations/claim': {
    may: 'none supply both handler approver auditor administrator expert district',
    sees: 'all',
    seats,
    standIns: ['none', 'supply', 'handler'],
    async make(ctx, who) {
      const { id, uscc } = await houseOf(ctx, who)
      const fields = { uscc, statement: '我是本单位设备科负责人，由我办理平台事项' }
      return { url: paths.organizationClaim(), id: '', fields, rows: () => claims(ctx.db, id) }
    },
  },
  'organizations/new': {
    may: signedIn,
    sees: 'all',
    standIns: ['none', 'demand', 'handler'],
    async make({ db }) {
      const formKey = v7()
      const uscc = someUscc()
      const basics = { uscc, name: `龘矩阵新单位${uscc.slice(-8)}`, type: 'enterprise', industry: 'Q84' }
      const fields = { ...basics, district: '110106', legalRepresentative: `示例${uscc.slice(-8)}`, formKey }
      const id = brand<OrganizationId>(formKey)
      return { url: paths.organizationNew(), id: '', fields, rows: () => itself(db, id) }
    },
  },
}
