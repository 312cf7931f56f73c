import type { z } from 'zod'
import { findSite, insertSite, insertSiteVersion } from '#db/queries/sites.ts'
import { actsFor } from '#domain/shared/actor.ts'
import { dayOf } from '#domain/shared/dates.ts'
import { formKey } from '#domain/shared/id-schemas.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { brand } from '#domain/shared/ids.ts'
import { canDraftSite } from '#domain/sites/policy.ts'
import { isMeasuredBy, SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '../context.ts'
import { accountIdOf, record } from '../record.ts'
import { demand, found, permit, Refusal } from '../refusal.ts'
import { inTransaction } from '../transaction.ts'

/** The form's key becomes the site's id, so the same form sent twice makes one profile. */
export const DraftSite = SiteProfile.extend({ formKey })
export type DraftSite = z.infer<typeof DraftSite>

/** 新建现场档案 with its version 1, for the organisation the actor acts for. */
export async function draftSite(ctx: Context, input: DraftSite): Promise<{ id: SiteId }> {
  const { formKey: key, ...content } = DraftSite.parse(input)
  const membership = actsFor(ctx.actor, 'publishScenarios')
  permit(canDraftSite(ctx.actor, membership?.organizationId ?? null))
  const { organizationId } = found(membership, 'site.unknown')
  demand(isMeasuredBy(content, dayOf(ctx.now)))
  const siteId = brand<SiteId>(key)
  return inTransaction(ctx, async tx => {
    if (await insertSite(tx, { id: siteId, organizationId, createdAt: ctx.now, updatedAt: ctx.now })) {
      const createdBy = accountIdOf(ctx.actor)
      await insertSiteVersion(tx, { siteId, version: 1, content, createdBy, createdAt: ctx.now })
      await record(tx, ctx, {
        noun: 'site',
        id: siteId,
        deed: 'draft',
        from: null,
        to: 'current',
        after: content,
      })
      return { id: siteId }
    }
    const first = found(await findSite(tx, siteId), 'site.unknown')
    if (first.site.organizationId !== organizationId) throw new Refusal('notFound', 'site.unknown')
    return { id: siteId }
  })
}
