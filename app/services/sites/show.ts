import { listSiteVersions } from '#db/queries/sites.ts'
import { actsFor } from '#domain/shared/actor.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import type { Verdict } from '#domain/shared/verdict.ts'
import type { SiteStatus } from '#domain/sites/lifecycle.ts'
import { canDraftSite, canEditSite, canRestoreSite, canRetireSite } from '#domain/sites/policy.ts'
import type { SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '../context.ts'
import { siteHolder } from '../files/holder.ts'
import { type FileView, filesOf } from '../files/list.ts'
import { newFormKey } from '../new-id.ts'
import { found, permit } from '../refusal.ts'
import { loadSite, standingOf } from './load.ts'

export interface SiteView {
  id: SiteId
  rev: number
  status: SiteStatus
  organization: string
  /** The version that is shown, and what it says. */
  version: number
  latest: number
  content: SiteProfile
  /** The version before the shown one, to tell what it changed. */
  before: SiteProfile | null
  versions: { version: number; at: Date }[]
  can: Record<'edit' | 'retire' | 'restore', Verdict>
  formKey: string
  /** 现场照片与平面图, as they are now. */
  files: FileView[]
}

/** A profile in one of its versions, the latest unless another is asked for. */
export async function showSite(
  ctx: Context,
  { id, version }: { id: unknown; version?: number },
): Promise<SiteView> {
  const { site, organization } = await loadSite(ctx, id)
  const standing = standingOf(site)
  const rows = await listSiteVersions(ctx.db, site.id)
  const shown = found(
    rows.find(each => each.version === (version ?? site.version)),
    'site.unknown',
  )
  return {
    ...{ id: site.id, rev: site.rev, status: site.status, organization: organization.name },
    ...{ version: shown.version, latest: site.version, content: shown.content },
    before: rows.find(each => each.version === shown.version - 1)?.content ?? null,
    versions: rows.map(each => ({ version: each.version, at: each.createdAt })),
    can: {
      edit: canEditSite(ctx.actor, standing),
      retire: canRetireSite(ctx.actor, standing),
      restore: canRestoreSite(ctx.actor, standing),
    },
    formKey: newFormKey(),
    files: await filesOf(ctx, siteHolder(ctx.actor, site, [])),
  }
}

/** What the form starts from: a blank sheet, or the latest version at the revision it was read. */
export interface SiteSheet {
  formKey: string
  organization: string
  draft: { id: SiteId; rev: number; content: SiteProfile } | null
}

export function newSiteSheet(ctx: Context): SiteSheet {
  const membership = actsFor(ctx.actor, 'publishScenarios')
  permit(canDraftSite(ctx.actor, membership?.organizationId ?? null))
  return { formKey: newFormKey(), organization: membership?.name ?? '', draft: null }
}

export async function siteSheet(
  ctx: Context,
  id: unknown,
): Promise<SiteSheet & { draft: NonNullable<SiteSheet['draft']> }> {
  const { site, latest, organization } = await loadSite(ctx, id)
  permit(canEditSite(ctx.actor, standingOf(site)))
  const draft = { id: site.id, rev: site.rev, content: latest.content }
  return { formKey: newFormKey(), organization: organization.name, draft }
}
