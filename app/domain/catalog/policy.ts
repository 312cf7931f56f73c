import { canDraftAs, isSignedIn } from '../organizations/policy.ts'
import type { PilotFacts } from '../pilots/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, membershipOf, oversees } from '../shared/actor.ts'
import type { AccountId, EntryId, OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, ok, when } from '../shared/verdict.ts'
import type { EntryStatus } from './lifecycle.ts'

/** The handler's steps; who took one of them is not the second officer. */
export const handlerDeeds = ['accept', 'passFormal', 'assign', 'list', 'reject'] as const

export interface EntryFacts {
  id: EntryId
  status: EntryStatus
  /** All who took one of the handler's steps on it, not only the last. */
  handlers: readonly (AccountId | null)[]
  pilot: Pick<PilotFacts, 'demandOrganizationId' | 'supplyOrganizationId' | 'district'>
}

/** Statuses in which anybody may read the entry: from the public notice on. */
export const publicEntryStatuses = [
  'notice',
  'objection',
  'published',
  'amended',
] as const satisfies EntryStatus[]

export const isParty = (actor: Actor, pilot: EntryFacts['pilot']) =>
  isMember(actor, pilot.demandOrganizationId) || isMember(actor, pilot.supplyOrganizationId)

export function canSeeEntry(actor: Actor, entry: EntryFacts): Verdict {
  if ((publicEntryStatuses as readonly string[]).includes(entry.status) || isParty(actor, entry.pilot))
    return ok
  return when(readsEntryFile(actor, entry) || isAssigned(actor, entry), 'entry.unknown')
}

/** 卷宗: who did what and why is for the bureau, and for the officer of the pilot's own district. */
export function readsEntryFile(actor: Actor, { pilot }: EntryFacts): boolean {
  return holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, pilot.district)
}

/** An expert sees and scores what the handler has assigned, and nothing else that is not public. */
function isAssigned(actor: Actor, { id }: EntryFacts): boolean {
  return actor.kind === 'person' && holds(actor, 'expert') && actor.assigned.includes(id)
}

/** 提名: either side of an accepted pilot. Nothing is published without an accepted pilot. */
export function canNominate(actor: Actor, pilot: PilotFacts): Verdict {
  const own =
    membershipOf(actor, pilot.demandOrganizationId) ?? membershipOf(actor, pilot.supplyOrganizationId)
  return all(isSignedIn(actor), canDraftAs(own), when(pilot.status === 'accepted', 'entry.pilotNotAccepted'))
}

/** 形式审查、列入拟入选、不予收录: the handler, who stands on neither side. */
export function canHandleEntry(actor: Actor, entry: EntryFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler'), 'officer.handlerOnly'),
    when(!isParty(actor, entry.pilot), 'officer.ownOrganization'),
    when(!isRecused(actor, entry.id), 'officer.recused'),
  )
}

/** 专家指派: the handler, while the entry waits for its experts. */
export function canAssignExperts(actor: Actor, entry: EntryFacts): Verdict {
  return all(canHandleEntry(actor, entry), when(entry.status === 'expertReview', 'entry.notInReview'))
}

/** An expert for this entry: one who belongs to neither side and has not recused themselves. */
export function canReviewFor(
  expert: { organizationIds: readonly OrganizationId[]; recused: boolean },
  pilot: Pick<PilotFacts, 'demandOrganizationId' | 'supplyOrganizationId'>,
): Verdict {
  const sides: readonly string[] = [pilot.demandOrganizationId, pilot.supplyOrganizationId]
  return all(
    when(!expert.organizationIds.some(id => sides.includes(id)), 'officer.ownOrganization'),
    when(!expert.recused, 'officer.recused'),
  )
}

/** 专家评审 by an assigned expert who stands on neither side; the declaration on the form comes first. */
export function canScoreEntry(actor: Actor, entry: EntryFacts): Verdict {
  return all(
    isSignedIn(actor),
    when(holds(actor, 'expert'), 'officer.expertOnly'),
    when(isAssigned(actor, entry), 'entry.notAssigned'),
    when(!isParty(actor, entry.pilot), 'officer.ownOrganization'),
    when(!isRecused(actor, entry.id), 'officer.recused'),
    when(entry.status === 'expertReview', 'entry.notInReview'),
  )
}

/** 公示、发布、撤出: a second officer. */
export function canApproveEntry(actor: Actor, entry: EntryFacts): Verdict {
  const self = actor.kind === 'person' && entry.handlers.includes(actor.accountId)
  return all(
    isSignedIn(actor),
    when(holds(actor, 'approver'), 'officer.approverOnly'),
    when(!isParty(actor, entry.pilot), 'officer.ownOrganization'),
    when(!isRecused(actor, entry.id), 'officer.recused'),
    when(!self, 'officer.fourEyes'),
  )
}

/** 异议: anybody, during the public notice, with a real name. */
export function canObject(entry: EntryFacts): Verdict {
  return when(entry.status === 'notice' || entry.status === 'objection', 'entry.notInNotice')
}

/** 异议办结: never the officer who handled the entry, whom the objection may concern. */
export function canSettle(actor: Actor, entry: EntryFacts): Verdict {
  return all(canApproveEntry(actor, entry), when(entry.status === 'objection', 'entry.noObjection'))
}
