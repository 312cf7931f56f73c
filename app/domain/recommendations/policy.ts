import type { EntryFacts } from '../catalog/policy.ts'
import { isParty } from '../catalog/policy.ts'
import { isSignedIn } from '../organizations/policy.ts'
import type { ScenarioFacts } from '../scenarios/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, isRecused, oversees } from '../shared/actor.ts'
import type { OrganizationId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'

/** 区级推荐意见 on a scenario, before or after the bureau's own review; it decides nothing. */
export function canRecommendScenario(actor: Actor, scenario: ScenarioFacts): Verdict {
  const { id, status, source, district, organizationId } = scenario
  return all(
    canRecommend(actor, { id, district, isOwn: isMember(actor, organizationId) }),
    when(source !== 'report', 'scenario.reportedCase'),
    when(status === 'submitted' || status === 'published', 'scenario.notRecommendable'),
  )
}

/** 区级推荐意见 on a catalog entry, while the bureau looks at it and before the experts do. */
export function canRecommendEntry(actor: Actor, entry: EntryFacts): Verdict {
  const { id, status, pilot } = entry
  return all(
    canRecommend(actor, { id, district: pilot.district, isOwn: isParty(actor, pilot) }),
    when(status === 'nominated' || status === 'formalReview', 'entry.notRecommendable'),
  )
}

/** The officer of the object's own district, who belongs to no party and has not stood back. */
function canRecommend(
  actor: Actor,
  { id, district, isOwn }: { id: string; district: string | null; isOwn: boolean },
): Verdict {
  return all(
    isSignedIn(actor),
    when(oversees(actor, district), 'officer.districtOnly'),
    when(!isOwn, 'officer.ownOrganization'),
    when(!isRecused(actor, id), 'officer.recused'),
  )
}

/** Who reads the opinions: the bureau and the district with the officer's name, the parties without it, nobody else. */
export function readsRecommendations(
  actor: Actor,
  { district, parties }: { district: string | null; parties: readonly OrganizationId[] },
): 'named' | 'unnamed' | 'no' {
  if (holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, district)) return 'named'
  return parties.some(id => isMember(actor, id)) ? 'unnamed' : 'no'
}
