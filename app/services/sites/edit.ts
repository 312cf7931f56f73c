import type { z } from 'zod'
import { findSite, insertSiteVersion, nextSiteVersion } from '#db/queries/sites.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { canEditSite } from '#domain/sites/policy.ts'
import { isMeasuredBy, SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '../context.ts'
import { digest } from '../digest.ts'
import { accountIdOf, record } from '../record.ts'
import { demand } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'
import { alreadyDone, conflict, permitFresh } from '../transition.ts'
import { loadSite, standingOf } from './load.ts'

export const EditSite = SiteProfile.extend({ id: id.site, rev, formKey })
export type EditSite = z.infer<typeof EditSite>

/**
 * 修改现场档案: what is saved becomes the next version, and the ones before stay as they were. Saving what is there
 * already makes no version.
 */
export async function editSite(ctx: Context, input: EditSite): Promise<{ id: SiteId; version: number }> {
  const { id: siteId, rev: shown, formKey: key, ...content } = EditSite.parse(input)
  const { site, latest } = await loadSite(ctx, siteId)
  if (await alreadyDone(ctx.db, siteId, key)) return { id: siteId, version: site.version }
  await permitFresh(ctx.db, 'site', { ...site, shown }, canEditSite(ctx.actor, standingOf(site)))
  demand(isMeasuredBy(content, dayOf(ctx.now)))
  if (digest(content) === digest(latest.content)) return { id: siteId, version: site.version }
  return inTransaction(ctx, async tx => {
    const version = await nextSiteVersion(tx, { id: siteId, rev: shown, at: ctx.now })
    if (version === null) {
      const first = (await alreadyDone(tx, siteId, key)) && (await findSite(tx, siteId))
      if (first) return { id: siteId, version: first.site.version }
      throw await conflict(tx, 'site', siteId)
    }
    const createdBy = accountIdOf(ctx.actor)
    await insertSiteVersion(tx, { siteId, version, content, createdBy, createdAt: ctx.now })
    const deed = { noun: 'site', id: siteId, deed: 'edit', from: site.status, to: site.status, formKey: key }
    await record(tx, ctx, { ...deed, before: latest.content, after: content })
    return { id: siteId, version }
  })
}
