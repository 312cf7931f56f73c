import { canActAs, canSubmitAs, canWorkAs, isSignedIn } from '../organizations/policy.ts'
import type { ScenarioFacts } from '../scenarios/policy.ts'
import { isOpenCall } from '../scenarios/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, membershipOf } from '../shared/actor.ts'
import type { OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, ok, when } from '../shared/verdict.ts'
import type { Source } from '../vocabulary.ts'
import type { Direction } from './introduction.ts'
import type { IntroductionStatus } from './lifecycle.ts'

/** A published scenario beside a published product, before anybody has said anything. */
export interface Pairing {
  scenario: ScenarioFacts
  product: { organizationId: OrganizationId; source: Source }
  /** 关联单位 of the demand side. */
  relatedTo: readonly string[]
}

/** Who stands on which side of an introduction or an inquiry. */
export interface Sides {
  demandOrganizationId: OrganizationId
  supplyOrganizationId: OrganizationId
}

export interface IntroductionFacts extends Sides {
  status: IntroductionStatus
  direction: Direction
}

/** The two sides, and the bureau, which can tell afterwards who asked whom, when and on what score. */
export function canSeeTalk(actor: Actor, sides: Readonly<Sides>, noun: 'introduction' | 'inquiry'): Verdict {
  const side = isMember(actor, sides.demandOrganizationId) || isMember(actor, sides.supplyOrganizationId)
  return when(side || holds(actor, 'handler', 'approver', 'auditor'), `${noun}.unknown`)
}

/** All introductions and inquiries, to read and nothing else. */
export function canReadAllTalks(actor: Actor): Verdict {
  return all(isSignedIn(actor), when(holds(actor, 'handler', 'approver', 'auditor'), 'officer.only'))
}

/** Somebody is there to ask, and it is neither oneself nor a 关联单位 (S28). */
export function canBeIntroduced({ scenario, product, relatedTo }: Pairing): Verdict {
  return all(
    isOpenCall(scenario),
    when(product.source !== 'report', 'introduction.nobodyThere'),
    when(product.organizationId !== scenario.organizationId, 'introduction.ownOrganization'),
    when(!relatedTo.includes(product.organizationId), 'introduction.relatedOrganization'),
  )
}

/** 邀请: the scenario's own people. The firm need not be verified yet: it may be asked to become so. */
export function canInvite(actor: Actor, pairing: Pairing): Verdict {
  return all(
    isSignedIn(actor),
    canActAs(membershipOf(actor, pairing.scenario.organizationId), 'publishScenarios'),
    canBeIntroduced(pairing),
  )
}

/** 自荐: the product's own firm, once it may bid. */
export function canOffer(actor: Actor, pairing: Pairing): Verdict {
  return all(
    isSignedIn(actor),
    canSubmitAs(membershipOf(actor, pairing.product.organizationId), 'bid'),
    canBeIntroduced(pairing),
  )
}

/** The one the introduction went to. */
export const receiverOf = ({ direction, demandOrganizationId, supplyOrganizationId }: IntroductionFacts) =>
  direction === 'invite' ? supplyOrganizationId : demandOrganizationId

export const senderOf = ({ direction, demandOrganizationId, supplyOrganizationId }: IntroductionFacts) =>
  direction === 'invite' ? demandOrganizationId : supplyOrganizationId

/** 答复: work on what came in, so it needs no verification. */
export function canAnswerIntroduction(actor: Actor, facts: IntroductionFacts): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, receiverOf(facts)), 'publish'),
    when(facts.status === 'sent', 'introduction.answered'),
  )
}

export function canWithdrawIntroduction(actor: Actor, facts: IntroductionFacts): Verdict {
  return all(
    isSignedIn(actor),
    canWorkAs(membershipOf(actor, senderOf(facts)), 'publish'),
    when(facts.status === 'sent', 'introduction.answered'),
  )
}

/** The lists of one scenario or one product: its own people, and the bureau. */
export function canReadTalksOf(actor: Actor, organizationId: OrganizationId): Verdict {
  if (isMember(actor, organizationId)) return ok
  return all(
    isSignedIn(actor),
    when(holds(actor, 'handler', 'approver', 'auditor'), 'organization.notMember'),
  )
}
