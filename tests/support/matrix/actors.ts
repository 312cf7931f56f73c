import type { BidStatus } from '#domain/bids/lifecycle.ts'
import type { EntryStatus } from '#domain/catalog/lifecycle.ts'
import type { PilotStatus } from '#domain/pilots/lifecycle.ts'
import type { ProductStatus } from '#domain/products/lifecycle.ts'
import type { ClaimStatus } from '#domain/rewards/lifecycle.ts'
import type { ScenarioStatus } from '#domain/scenarios/lifecycle.ts'
import type { Actor, Membership, Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type {
  AccountId,
  ClaimId,
  EntryId,
  OrganizationId,
  ProductId,
  ScenarioId,
  SolutionId,
} from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import type { SolutionStatus } from '#domain/solutions/lifecycle.ts'
import type { OfficerRole } from '#domain/vocabulary.ts'
import { capabilityIds, dutyIds } from '#domain/vocabulary.ts'

// The people of the pure matrix. The object belongs to a demand side and to a robot firm; each organisation has every
// capability, so that only the seat decides.

const organization = (name: string) => brand<OrganizationId>(name)
export const demandId = organization('demand')
export const supplyId = organization('supply')
const id = '01931111-1111-7111-8111-111111111111'

function member(organizationId: OrganizationId, over: Partial<Membership> = {}): Membership {
  const standing = { name: organizationId, status: 'verified' as const, source: 'platform' as const }
  const rights = { capabilities: capabilityIds, duties: dutyIds, relatedTo: [] }
  return { organizationId, role: 'owner', ...standing, ...rights, ...over }
}

function person(name: string, over: Partial<Person> = {}): Person {
  const accountId = brand<AccountId>(name)
  return { kind: 'person', accountId, name, memberships: [], offices: [], recused: [], assigned: [], ...over }
}

const own = '110106'
/** The objects lie in `own`; this officer is of another district. */
const elsewhere = { offices: [{ role: 'district' as const, district: '110108' }] }
const officer = (...roles: OfficerRole[]) => ({
  offices: roles.map(role => ({ role, district: role === 'district' ? own : null })),
})
const belongs = (organizationId: OrganizationId, over: Partial<Membership> = {}) => ({
  memberships: [member(organizationId, over)],
})
const assigned = { assigned: [brand<EntryId>(id)] }

export const matrixActors = {
  visitor,
  nobody: person('nobody'),
  'demand owner': person('demand owner', belongs(demandId)),
  'demand editor': person('demand editor', belongs(demandId, { role: 'editor' })),
  'demand viewer': person('demand viewer', belongs(demandId, { role: 'viewer' })),
  'firm owner': person('firm owner', belongs(supplyId)),
  'firm editor': person('firm editor', belongs(supplyId, { role: 'editor' })),
  'firm viewer': person('firm viewer', belongs(supplyId, { role: 'viewer' })),
  'firm unverified': person('unverified', belongs(supplyId, { status: 'registered' })),
  'firm suspended': person('suspended', belongs(supplyId, { status: 'suspended' })),
  foreign: person('foreign', belongs(organization('foreign'))),
  handler: person('handler', officer('handler')),
  'handler who handled': person('handled', officer('handler', 'approver')),
  approver: person('approver', officer('approver')),
  auditor: person('auditor', officer('auditor')),
  administrator: person('administrator', officer('administrator')),
  district: person('district', officer('district')),
  'district elsewhere': person('district elsewhere', elsewhere),
  'expert assigned': person('expert assigned', { ...officer('expert'), ...assigned }),
  'expert not assigned': person('expert not assigned', officer('expert')),
  /** An officer with every office who belongs to both parties. */
  insider: person('insider', {
    ...{ ...officer('handler', 'approver', 'expert'), ...assigned },
    memberships: [member(demandId), member(supplyId)],
  }),
  recused: person('recused', { ...officer('handler', 'approver', 'expert'), ...assigned, recused: [id] }),
} satisfies Record<string, Actor>
export type MatrixActor = keyof typeof matrixActors

/** Who has taken the handler's steps. */
export const handled = [matrixActors['handler who handled'].accountId]

const parties = { demandOrganizationId: demandId, supplyOrganizationId: supplyId, district: own }

/** The facts that each noun's policies read. */
export const facts = {
  scenario: (status: ScenarioStatus) => ({
    ...{ id: brand<ScenarioId>(id), status, organizationId: demandId, source: 'platform' as const },
    district: own,
  }),
  product: (status: ProductStatus) => ({
    ...{ id: brand<ProductId>(id), status, organizationId: supplyId },
    hasPublishedVersion: ['published', 'suspended', 'withdrawn'].includes(status),
  }),
  solution: (status: SolutionStatus) => ({
    ...{ id: brand<SolutionId>(id), status, organizationId: supplyId },
    // The other side's product is in it, so it was asked.
    asked: [demandId],
    hasPublishedVersion: status === 'published' || status === 'withdrawn',
  }),
  bid: (status: BidStatus) => ({ status, organizationId: supplyId }),
  pilot: (status: PilotStatus) => ({ status, ...parties }),
  claim: (status: ClaimStatus) => ({ id: brand<ClaimId>(id), status, organizationId: supplyId }),
  entry: (status: EntryStatus) => ({ id: brand<EntryId>(id), status, handlers: handled, pilot: parties }),
}
