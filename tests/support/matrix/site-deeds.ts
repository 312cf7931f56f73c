import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { scenario, site, siteVersion } from '#db/schema/index.ts'
import { brand, type SiteId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { retireSite } from '#services/sites/retire.ts'
import { as } from '../context.ts'
import { draftedScenario } from '../factories.ts'
import { draftedSite } from '../sites.ts'
import type { Deed, Target } from './deed.ts'
import { sight } from './routes.ts'

const words = { name: '矩阵里的病房楼', 'facts.passageWidthMm': '900mm', 'facts.elevator': 'true' }

const rowsOf = (ctx: Context, id: SiteId) => async () => [
  await ctx.db.select().from(site).where(eq(site.id, id)),
  await ctx.db.select().from(siteVersion).where(eq(siteVersion.siteId, id)),
]

function target(
  ctx: Context,
  id: SiteId,
  { path, rev = 0, fields = {} }: { path: (id: string) => string; rev?: number; fields?: object },
): Target {
  return { url: path(id), id, fields: { id, rev: `${rev}`, ...fields }, rows: rowsOf(ctx, id) }
}

const own = { may: 'demand', sees: sight['site.current'], asksFirst: true } as const

export const siteDeeds: Record<string, Deed> = {
  'sites/new': {
    may: 'demand supply both',
    sees: 'all',
    async make(ctx) {
      const formKey = v7()
      const rows = rowsOf(ctx, brand<SiteId>(formKey))
      return { url: paths.siteNew(), id: '', fields: { ...words, formKey }, rows }
    },
  },
  'sites/:siteId/edit': {
    ...own,
    make: async (ctx, { persons }) =>
      target(ctx, (await draftedSite(ctx, persons)).id, { path: paths.siteEdit, fields: words }),
  },
  'sites/:siteId/retirement': {
    ...own,
    make: async (ctx, { persons }) =>
      target(ctx, (await draftedSite(ctx, persons)).id, { path: paths.siteRetirement }),
  },
  'sites/:siteId/restoration': {
    ...own,
    async make(ctx, { persons }) {
      const { id } = await draftedSite(ctx, persons)
      await retireSite(as(ctx, persons.demand), { id, rev: 0, formKey: v7() })
      return target(ctx, id, { path: paths.siteRestoration, rev: 1 })
    },
  },
  'scenarios/:scenarioId/site': {
    may: 'demand',
    sees: sight['scenario.draft'],
    async make(ctx, { casts, persons }) {
      const { id: siteId } = await draftedSite(ctx, persons)
      const { id } = await draftedScenario(ctx, casts.A)
      const rows = () => ctx.db.select().from(scenario).where(eq(scenario.id, id))
      const [row] = await rows()
      return { url: paths.scenarioSite(id), id, fields: { id, siteId, rev: `${row?.rev}` }, rows }
    },
  },
}
