import { findSite, findSiteVersion, listSitesOf } from '#db/queries/sites.ts'
import type { ScenarioDraft } from '#domain/scenarios/scenario.ts'
import type { OrganizationId, ScenarioId, SiteId } from '#domain/shared/ids.ts'
import type { SiteDeviation } from '#domain/sites/needs.ts'
import { deviationsOf } from '#domain/sites/needs.ts'
import { canSeeSite } from '#domain/sites/policy.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '../context.ts'
import { newFormKey } from '../new-id.ts'
import { loadScenario } from '../scenarios/load.ts'
import { standingOf } from './load.ts'

/** From which profile a scenario took its site, for the people whose profile it is. */
export interface TakenSite {
  id: SiteId
  name: string
  version: number
  /** The version there is by now. */
  latest: number
  /** What the version taken says and what the latest says, where they are not the same one. */
  taken: SiteProfile
  newer: SiteProfile | null
  /** Where the scenario asks for something else than the version taken implies. */
  deviations: SiteDeviation[]
}

/** Null where no profile was taken, and for everybody who may not see it. */
async function takenSite(ctx: Context, content: ScenarioDraft): Promise<TakenSite | null> {
  const { siteId, siteVersion, requirements } = content
  if (siteId === undefined || siteVersion === undefined) return null
  const record = await findSite(ctx.db, siteId)
  if (!record || !canSeeSite(ctx.actor, standingOf(record.site)).ok) return null
  const row = await findSiteVersion(ctx.db, siteId, siteVersion)
  if (!row) return null
  const { latest } = record
  return {
    id: siteId,
    name: latest.content.name,
    version: siteVersion,
    latest: latest.version,
    taken: row.content,
    newer: latest.version > siteVersion ? latest.content : null,
    deviations: deviationsOf(requirements, row.content),
  }
}

/** The same for a scenario by its id; the permission is asked in `loadScenario`. */
export async function takenSiteOf(ctx: Context, id: unknown): Promise<TakenSite | null> {
  const { scenario } = await loadScenario(ctx, id)
  return takenSite(ctx, scenario.content)
}

/** What the choice of a profile needs on a draft's own pages. */
export interface SiteChoice {
  scenarioId: ScenarioId
  rev: number
  formKey: string
  taken: TakenSite | null
  sites: { id: SiteId; name: string; version: number }[]
}

/** The permission is asked in `loadScenario`; the choice holds only what the reader may see. */
export async function siteChoice(ctx: Context, id: unknown): Promise<SiteChoice> {
  const { scenario } = await loadScenario(ctx, id)
  return {
    scenarioId: scenario.id,
    rev: scenario.rev,
    formKey: newFormKey(),
    taken: await takenSite(ctx, scenario.content),
    sites: await usableSites(ctx, scenario.organizationId),
  }
}

async function usableSites(ctx: Context, organizationId: OrganizationId): Promise<SiteChoice['sites']> {
  const rows = await listSitesOf(ctx.db, [organizationId])
  return rows
    .filter(({ site }) => site.status === 'current' && canSeeSite(ctx.actor, standingOf(site)).ok)
    .map(({ site, latest }) => ({ id: site.id, name: latest.content.name, version: site.version }))
}
