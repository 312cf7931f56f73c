import { canDraftAs, isSignedIn } from '../organizations/policy.ts'
import { keepsBack, seesConfidential } from '../scenarios/confidential.ts'
import type { ScenarioFacts } from '../scenarios/policy.ts'
import { canEditScenario, canSeeScenario } from '../scenarios/policy.ts'
import type { ScenarioDraft } from '../scenarios/scenario.ts'
import type { Actor } from '../shared/actor.ts'
import { holds, isMember, membershipOf, oversees } from '../shared/actor.ts'
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

/** A scenario that took a profile over, as the profile's lists and photos ask about it. */
export interface SiteUse {
  scenario: ScenarioFacts
  content: Pick<ScenarioDraft, 'confidential' | 'sitePhotos'>
}

/** The lists of the version that a scenario took over: for whoever reads the site of that scenario. */
export function canSeeSiteOf(actor: Actor, { scenario, content }: SiteUse): Verdict {
  const isKept = keepsBack(content, 'site') && !seesConfidential(actor, scenario)
  return all(canSeeScenario(actor, scenario), when(!isKept, 'site.unknown'))
}

/** 随场景公开现场照片: the bureau sees them with every scenario that it may read, everybody else where it says so. */
export function canSeePhotosOf(actor: Actor, use: SiteUse): Verdict {
  const { scenario, content } = use
  return all(
    canSeeSiteOf(actor, use),
    when(isDeskOf(actor, scenario) || content.sitePhotos === true, 'site.unknown'),
  )
}

/** The bureau and its district, once the scenario has come to them. */
export function isDeskOf(actor: Actor, { status, district }: ScenarioFacts): boolean {
  const isOfficer = holds(actor, 'handler', 'approver', 'auditor') || oversees(actor, district)
  return isOfficer && status !== 'draft'
}
