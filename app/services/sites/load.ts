import type { SiteRecord, SiteRow } from '#db/queries/sites.ts'
import { findSite } from '#db/queries/sites.ts'
import { isSignedIn } from '#domain/organizations/policy.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { parseId } from '#domain/shared/ids.ts'
import type { SiteStanding } from '#domain/sites/policy.ts'
import { canSeeSite } from '#domain/sites/policy.ts'
import type { Context } from '../context.ts'
import { found, permit } from '../refusal.ts'

export function standingOf({ id, status, organizationId }: SiteRow): SiteStanding {
  return { id, status, organizationId }
}

/** The site with its latest version, for its own people: unknown and foreign ids answer 404. */
export async function loadSite(ctx: Context, id: unknown): Promise<SiteRecord> {
  permit(isSignedIn(ctx.actor))
  const siteId = found(parseId<SiteId>(id), 'site.unknown')
  const record = found(await findSite(ctx.db, siteId), 'site.unknown')
  permit(canSeeSite(ctx.actor, standingOf(record.site)))
  return record
}
