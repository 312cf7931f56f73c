import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import {
  capabilityRequest,
  department,
  invitation,
  membership,
  organization,
  organizationClaim,
  organizationDocument,
  organizationRelation,
} from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { type AccountId, brand, type OrganizationId } from '#domain/shared/ids.ts'
import { dutyIds } from '#domain/vocabulary.ts'
import type { Context } from '#services/context.ts'
import { officer, someUscc } from '../factories.ts'
import type { Deed, Target } from './deed.ts'
import type { People } from './people.ts'
import { seats } from './people.ts'

// Each deed has a new organisation: what becomes of it touches nothing that other deeds stand on. `demand` is its
// owner, `editor` and `viewer` sit beside them, and a second owner lets the first one go.

/** Who knows that the organisation is there. */
export const insiders = 'demand editor viewer'
const knows = `${insiders} handler approver auditor district`

export interface House {
  id: OrganizationId
  uscc: string
  basics: Record<string, string>
  documentId: string
  /** Its other owner. */
  partner: AccountId
}

export async function bareOrganization(db: Db) {
  const id = brand<OrganizationId>(v7())
  const uscc = someUscc()
  // Sorted last among what a person belongs to, so that it is never the one that somebody acts for by default.
  const name = `龘矩阵单位${uscc.slice(-8)}`
  const basics = { uscc, name, type: 'enterprise', industry: 'Q84', district: '110106' } as const
  const legalRepresentative = `示例${uscc.slice(-8)}`
  await db.insert(organization).values({ id, ...basics, legalRepresentative, source: 'platform' })
  return { id, uscc, basics: { ...basics, legalRepresentative } }
}

export async function houseOf({ db }: Context, { persons }: People): Promise<House> {
  const made = await bareOrganization(db)
  const organizationId = made.id
  const partner = (await officer(db)).accountId
  const documentId = v7()
  await db.insert(membership).values([
    { organizationId, accountId: persons.demand.accountId, role: 'owner' },
    { organizationId, accountId: persons.editor.accountId, role: 'editor' },
    { organizationId, accountId: persons.viewer.accountId, role: 'viewer' },
    { organizationId, accountId: partner, role: 'owner' },
  ])
  const licence = { kind: 'registration' as const, number: '11010600001', issuer: '示例市场监管局' }
  await db.insert(organizationDocument).values({ id: documentId, organizationId, ...licence })
  return { ...made, documentId, partner }
}

/** The owner as a verb sees them: this organisation and no other. */
export function ownerOf({ id }: House, { persons }: People): Person {
  const standing = { name: '', status: 'registered' as const, source: 'platform' as const, capabilities: [] }
  const own = { organizationId: id, role: 'owner' as const, duties: dutyIds, relatedTo: [], ...standing }
  return { ...persons.demand, memberships: [own] }
}

type Rows = (db: Db, id: OrganizationId) => Promise<unknown>
export const itself: Rows = (db, id) => db.select().from(organization).where(eq(organization.id, id))
export const papers: Rows = (db, id) =>
  db.select().from(organizationDocument).where(eq(organizationDocument.organizationId, id))
export const requests: Rows = (db, id) =>
  db.select().from(capabilityRequest).where(eq(capabilityRequest.organizationId, id))
export const relations: Rows = db => db.select().from(organizationRelation)
export const claims: Rows = (db, id) =>
  db.select().from(organizationClaim).where(eq(organizationClaim.organizationId, id))
export const people: Rows = (db, id) => db.select().from(membership).where(eq(membership.organizationId, id))
export const departments: Rows = (db, id) =>
  db.select().from(department).where(eq(department.organizationId, id))
export const invitations: Rows = (db, id) =>
  db.select().from(invitation).where(eq(invitation.organizationId, id))

interface Line {
  may: string
  sees?: string
  rows: Rows
  /** Where the form goes, and what it says beside the organisation's id. */
  form(ctx: Context, house: House, who: People): Promise<{ url: string; fields: Record<string, string> }>
}

export function line({ may, sees = knows, rows, form }: Line): Deed {
  return {
    ...{ may, sees, seats, asksFirst: true },
    async make(ctx, who): Promise<Target> {
      const house = await houseOf(ctx, who)
      const { url, fields } = await form(ctx, house, who)
      const { id } = house
      return { url, id, fields: { id, ...fields }, rows: () => rows(ctx.db, id) }
    },
  }
}
