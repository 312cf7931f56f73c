import { canDraftAs, isSignedIn } from '../organizations/policy.ts'
import type { ScenarioFacts } from '../scenarios/policy.ts'
import { canEditScenario } from '../scenarios/policy.ts'
import type { Actor } from '../shared/actor.ts'
import { isMember, membershipOf } from '../shared/actor.ts'
import type { OrganizationId, SiteId } from '../shared/ids.ts'
import type { Verdict } from '../shared/verdict.ts'
import { all, when } from '../shared/verdict.ts'
import type { SiteStatus } from './lifecycle.ts'

export interface SiteStanding {
  id: SiteId
  status: SiteStatus
  organizationId: OrganizationId
}

/** A profile is the organisation's own paper: nobody else reads it, the bureau included. */
export function canSeeSite(actor: Actor, site: SiteStanding): Verdict {
  return all(isSignedIn(actor), when(isMember(actor, site.organizationId), 'site.unknown'))
}

export function canDraftSite(actor: Actor, organizationId: OrganizationId | null): Verdict {
  return all(isSignedIn(actor), canDraftAs(organizationId ? membershipOf(actor, organizationId) : null))
}

export function canEditSite(actor: Actor, site: SiteStanding): Verdict {
  return all(
    canSeeSite(actor, site),
    canDraftAs(membershipOf(actor, site.organizationId)),
    when(site.status === 'current', 'site.retired'),
  )
}

export function canRetireSite(actor: Actor, site: SiteStanding): Verdict {
  return canEditSite(actor, site)
}

export function canRestoreSite(actor: Actor, site: SiteStanding): Verdict {
  return all(
    canSeeSite(actor, site),
    canDraftAs(membershipOf(actor, site.organizationId)),
    when(site.status === 'retired', 'site.current'),
  )
}

/** A current profile on a draft of the very organisation whose site it is. */
export function canApplySite(actor: Actor, site: SiteStanding, scenario: ScenarioFacts): Verdict {
  return all(
    canSeeSite(actor, site),
    canEditScenario(actor, scenario),
    when(site.organizationId === scenario.organizationId, 'site.otherOrganization'),
    when(site.status === 'current', 'site.retired'),
  )
}
