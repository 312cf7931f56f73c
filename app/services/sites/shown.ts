import { findSite, findSiteVersion } from '#db/queries/sites.ts'
import type { SiteUse } from '#domain/sites/policy.ts'
import { canSeePhotosOf, canSeeSiteOf } from '#domain/sites/policy.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '../context.ts'
import { siteHolder } from '../files/holder.ts'
import { type FileView, filesOf } from '../files/list.ts'
import { factsOf, loadScenario } from '../scenarios/load.ts'

/** What a scenario's readers see of the profile that it took over. */
export interface ShownSite {
  /** The version taken over; its lists stand on the scenario's page. */
  content: SiteProfile
  /** Photos and plans, as far as the scenario shows them to this reader. */
  files: FileView[]
}

/** Null where no profile was taken over, and for whom the scenario keeps its site from. */
export async function shownSiteOf(ctx: Context, id: unknown): Promise<ShownSite | null> {
  const { scenario } = await loadScenario(ctx, id)
  const { siteId, siteVersion } = scenario.content
  const use: SiteUse = { scenario: factsOf(scenario), content: scenario.content }
  if (siteId === undefined || siteVersion === undefined || !canSeeSiteOf(ctx.actor, use).ok) return null
  const [taken, record] = await Promise.all([
    findSiteVersion(ctx.db, siteId, siteVersion),
    findSite(ctx.db, siteId),
  ])
  if (!taken || !record) return null
  const holder = siteHolder(ctx.actor, record.site, [scenario])
  const files = canSeePhotosOf(ctx.actor, use).ok ? await filesOf(ctx, holder) : []
  return { content: taken.content, files }
}
