import { v7 } from 'uuid'
import type { Person } from '#domain/shared/actor.ts'
import type { SiteId } from '#domain/shared/ids.ts'
import { SiteProfile } from '#domain/sites/site.ts'
import type { Context } from '#services/context.ts'
import { draftSite } from '#services/sites/draft.ts'
import { as } from './context.ts'
import { hospital } from './factories.ts'

/** A profile as its form would send it, with these facts and fields beside the name. */
export function siteProfile(
  facts: Record<string, unknown> = { passageWidthMm: '0.9 m', slopeDeg: '4', elevator: 'true' },
  rest: Record<string, unknown> = {},
): SiteProfile {
  return SiteProfile.parse({ name: '外科楼地下一层至十四层', facts, ...rest })
}

export async function draftedSite(
  ctx: Context,
  { demand, content = siteProfile() }: { demand?: Person; content?: SiteProfile } = {},
): Promise<{ id: SiteId; demand: Person }> {
  const person = demand ?? (await hospital(ctx.db))
  const { id } = await draftSite(as(ctx, person), { ...content, formKey: v7() })
  return { id, demand: person }
}
