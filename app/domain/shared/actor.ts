import type { Capability, Duty, MemberRole, OfficerRole, OrganizationStatus, Source } from '../vocabulary.ts'
import type { Day } from './dates.ts'
import type { AccountId, EntryId, OrganizationId } from './ids.ts'

/** An organisation as its member acts for it. */
export interface Membership {
  organizationId: OrganizationId
  role: MemberRole
  name: string
  status: OrganizationStatus
  source: Source
  capabilities: readonly Capability[]
  /** What the person's department lets them do of the chain; all of it without a department. */
  duties: readonly Duty[]
  /** 关联单位 of this organisation, declared or found. */
  relatedTo: readonly OrganizationId[]
  /** The day on which the last of its registration documents ran out; absent while one is valid, or none is kept. */
  lapsedOn?: Day | null
}

/** An office held at the bureau or a district; `district` limits a district officer's sight. */
export interface Office {
  role: OfficerRole
  district: string | null
}

export interface Person {
  kind: 'person'
  accountId: AccountId
  name: string
  memberships: readonly Membership[]
  offices: readonly Office[]
  /** Objects, by id, that this person has declared not to be theirs to decide. */
  recused: readonly string[]
  /** The catalog entries that an expert was asked to review. */
  assigned: readonly EntryId[]
}

/** Somebody whose account is being made: no organisation, no office yet. */
export function newcomer(accountId: AccountId, name: string): Person {
  return { kind: 'person', accountId, name, memberships: [], offices: [], recused: [], assigned: [] }
}

/** Who asks. Loaded once per request from the session; never from what the client says. */
export type Actor = { kind: 'visitor' } | Person | { kind: 'system'; name: string }

export const visitor: Actor = { kind: 'visitor' }

const rank: Record<MemberRole, number> = { viewer: 0, editor: 1, owner: 2 }

/** The actor's membership of this organisation, if it is at least `role`. */
export function membershipOf(
  actor: Actor,
  organizationId: string,
  role: MemberRole = 'viewer',
): Membership | null {
  if (actor.kind !== 'person') return null
  const membership = actor.memberships.find(each => each.organizationId === organizationId)
  return membership && rank[membership.role] >= rank[role] ? membership : null
}

export function isMember(actor: Actor, organizationId: string, role: MemberRole = 'viewer'): boolean {
  return membershipOf(actor, organizationId, role) !== null
}

export function holds(actor: Actor, ...roles: OfficerRole[]): boolean {
  return actor.kind === 'person' && actor.offices.some(office => roles.includes(office.role))
}

/** The districts whose officer the person is. */
export function districtsOf(actor: Actor): string[] {
  if (actor.kind !== 'person') return []
  return actor.offices.flatMap(({ role, district }) => (role === 'district' && district ? [district] : []))
}

/** 区级主管: of this very district; what lies in none is overseen by none. */
export function oversees(actor: Actor, district: string | null): boolean {
  return district !== null && districtsOf(actor).includes(district)
}

/** 回避: the person has declared that this object is not theirs to decide. */
export function isRecused(actor: Actor, objectId: string): boolean {
  return actor.kind === 'person' && actor.recused.includes(objectId)
}

/** The organisation a person acts for: the first one with this capability, else the first one. */
export function actsFor(actor: Actor, capability?: Capability): Membership | null {
  if (actor.kind !== 'person') return null
  const able = capability && actor.memberships.find(each => each.capabilities.includes(capability))
  return able ?? actor.memberships[0] ?? null
}
