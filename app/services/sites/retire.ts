import { z } from 'zod'
import { formKey, id, rev } from '#domain/shared/id-schemas.ts'
import { siteLifecycle } from '#domain/sites/lifecycle.ts'
import { canRestoreSite, canRetireSite } from '#domain/sites/policy.ts'
import type { Context } from '../context.ts'
import { alreadyDone, carryOut, permitFresh } from '../transition.ts'
import { loadSite, standingOf } from './load.ts'

export const SiteDeedForm = z.object({ id: id.site, rev, formKey })
export type SiteDeedForm = z.infer<typeof SiteDeedForm>

const judges = { retire: canRetireSite, restore: canRestoreSite }

/** 停用 and 恢复: a retired profile fills no more drafts; those that took it keep their copy. */
async function moveSite(ctx: Context, input: SiteDeedForm, deed: 'retire' | 'restore'): Promise<void> {
  const { id: siteId, rev: shown, formKey: key } = SiteDeedForm.parse(input)
  const { site } = await loadSite(ctx, siteId)
  if (await alreadyDone(ctx.db, siteId, key)) return
  await permitFresh(ctx.db, 'site', { ...site, shown }, judges[deed](ctx.actor, standingOf(site)))
  const step = { lifecycle: siteLifecycle, id: siteId, from: site.status, deed }
  await carryOut(ctx, { ...step, rev: shown, formKey: key }, async () => undefined)
}

export function retireSite(ctx: Context, input: SiteDeedForm): Promise<void> {
  return moveSite(ctx, input, 'retire')
}

export function restoreSite(ctx: Context, input: SiteDeedForm): Promise<void> {
  return moveSite(ctx, input, 'restore')
}
