import { canWorkAs as canWorkFor, isSignedIn } from '../organizations/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, membershipOf, oversees } from '../shared/actor.ts'
import type { OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { Duty } from '../vocabulary.ts'
import type { PilotStatus } from './lifecycle.ts'

export type Side = 'demand' | 'supply'

export interface PilotFacts {
  status: PilotStatus
  demandOrganizationId: OrganizationId
  supplyOrganizationId: OrganizationId
  district: string
}

/** The side a person stands on; nobody may stand on both. */
export function sideOf(actor: Actor, pilot: PilotFacts): Side | null {
  if (isMember(actor, pilot.demandOrganizationId)) return 'demand'
  return isMember(actor, pilot.supplyOrganizationId) ? 'supply' : null
}

export function canSeePilot(actor: Actor, pilot: PilotFacts): Verdict {
  const officer = holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, pilot.district)
  return all(isSignedIn(actor), when(sideOf(actor, pilot) !== null || officer, 'pilot.unknown'))
}

/** A pilot under way goes on, whatever becomes of its organisations meanwhile: neither suspension nor expiry stops it. */
function canWorkAs(actor: Actor, pilot: PilotFacts, side: Side, duty: Duty = 'draft'): Verdict {
  const organizationId = side === 'demand' ? pilot.demandOrganizationId : pilot.supplyOrganizationId
  return all(isSignedIn(actor), canWorkFor(membershipOf(actor, organizationId), duty))
}

/** 部署、运行、申请验收: the robot firm's deeds, each in its own state. */
export function canDeploy(actor: Actor, pilot: PilotFacts): Verdict {
  return all(canWorkAs(actor, pilot, 'supply'), when(pilot.status === 'agreed', 'pilot.notAgreed'))
}

/** 风险包、保险: both sides, from the agreement to the end of the run. */
export function canSafeguard(actor: Actor, pilot: PilotFacts): Verdict {
  const side = sideOf(actor, pilot)
  return all(
    isSignedIn(actor),
    when(side !== null, 'pilot.notYours'),
    canWorkAs(actor, pilot, side ?? 'supply'),
    when(
      ['agreed', 'deploying', 'running', 'acceptanceRequested', 'rework'].includes(pilot.status),
      'pilot.notSafeguardable',
    ),
  )
}

export function canRun(actor: Actor, pilot: PilotFacts): Verdict {
  return all(canWorkAs(actor, pilot, 'supply'), when(pilot.status === 'deploying', 'pilot.notDeploying'))
}

export function canReport(actor: Actor, pilot: PilotFacts): Verdict {
  return all(canWorkAs(actor, pilot, 'supply'), when(pilot.status === 'running', 'pilot.notRunning'))
}

export function canRequestAcceptance(actor: Actor, pilot: PilotFacts): Verdict {
  return canReport(actor, pilot)
}

export function canResume(actor: Actor, pilot: PilotFacts): Verdict {
  return all(canWorkAs(actor, pilot, 'supply'), when(pilot.status === 'rework', 'pilot.notInRework'))
}

export function canSign(actor: Actor, pilot: PilotFacts, side: Side): Verdict {
  return all(
    canWorkAs(actor, pilot, side, 'sign'),
    when(pilot.status === 'acceptanceRequested', 'pilot.acceptanceNotRequested'),
  )
}

/** 整改、不通过: the demand side's answer to a request for acceptance. */
export function canSendBack(actor: Actor, pilot: PilotFacts): Verdict {
  return canSign(actor, pilot, 'demand')
}

export function canTerminatePilot(actor: Actor, pilot: PilotFacts): Verdict {
  return all(
    canWorkAs(actor, pilot, 'demand', 'sign'),
    when(['agreed', 'deploying', 'running', 'rework'].includes(pilot.status), 'pilot.notTerminable'),
  )
}
