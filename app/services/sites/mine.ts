import type { SiteRecord } from '#db/queries/sites.ts'
import { listSitesOf } from '#db/queries/sites.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { siteFactIds } from '#domain/sites/facts.ts'
import type { SiteStatus } from '#domain/sites/lifecycle.ts'
import { canDraftSite } from '#domain/sites/policy.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '../context.ts'
import { permit } from '../refusal.ts'

export interface OwnSite {
  id: SiteId
  name: string
  district: SiteProfile['district']
  building: string | undefined
  status: SiteStatus
  version: number
  /** How many of the typed facts are known, of how many. */
  known: number
  facts: number
  updatedAt: Date
}

/** The profiles of the reader's own organisations, those in use first. */
export async function listMySites(ctx: Context): Promise<{ sites: OwnSite[]; mayDraft: boolean }> {
  permit(isSignedIn(ctx.actor))
  const memberships = ctx.actor.kind === 'person' ? ctx.actor.memberships : []
  const rows = await listSitesOf(
    ctx.db,
    memberships.map(each => each.organizationId),
  )
  const own = actsFor(ctx.actor, 'publishScenarios')?.organizationId ?? null
  return { sites: rows.map(ownOf), mayDraft: canDraftSite(ctx.actor, own).ok }
}

function ownOf({ site, latest: { content } }: SiteRecord): OwnSite {
  const { id, status, version, updatedAt } = site
  const { name, district, building, facts } = content
  const known = siteFactIds.filter(each => facts[each] !== undefined).length
  return { id, name, district, building, status, version, known, facts: siteFactIds.length, updatedAt }
}
