import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { importJob, productDeployment } from '#db/schema/index.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { startImport } from '#services/imports/steer.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { declareDeployment } from '#services/products/declare-deployment.ts'
import { as } from '../context.ts'
import { sentFile } from '../imports.ts'
import type { Deed } from './deed.ts'
import type { People } from './people.ts'

const table = '\ufeff产品名称,型号\r\n巡检机器人,X1\r\n'

async function previewed(ctx: Context, { casts }: People) {
  const form = { noun: 'product' as const, formKey: v7() }
  return uploadImport(as(ctx, casts.A.firm), form, [sentFile('a.csv', table)])
}

const rowsOf = (ctx: Context, id: string) => () => ctx.db.select().from(importJob).where(eq(importJob.id, id))

/** An import is known to its own organisation alone. */
const own = { may: 'supply', sees: 'supply', asksFirst: true }

export const importDeeds: Record<string, Deed> = {
  'deployments/removal': {
    ...own,
    async make(ctx, { casts }) {
      const id = v7()
      await declareDeployment(as(ctx, casts.A.firm), {
        ...{ task: '门诊导诊', isAnonymous: false, inUse: 'unknown', formKey: id },
      })
      const rows = () => ctx.db.select().from(productDeployment).where(eq(productDeployment.id, id))
      return { url: paths.ownDeploymentRemoval(), id, fields: { id }, rows }
    },
  },
  'imports/:importId/start': {
    ...own,
    async make(ctx, who) {
      const { id } = await previewed(ctx, who)
      return { url: paths.importStart(id), id, fields: { id, which: 'all' }, rows: rowsOf(ctx, id) }
    },
  },
  'imports/:importId/cancellation': {
    ...own,
    async make(ctx, who) {
      const { id } = await previewed(ctx, who)
      await startImport(as(ctx, who.casts.A.firm), { id, which: 'all', lines: [], formKey: v7() })
      return { url: paths.importCancellation(id), id, fields: { id }, rows: rowsOf(ctx, id) }
    },
  },
}
