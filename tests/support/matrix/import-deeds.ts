import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { importJob, productDeployment } from '#db/schema/index.ts'
import { recordOf } from '#domain/imports/records.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { runImport } from '#services/imports/run.ts'
import { startImport } from '#services/imports/steer.ts'
import { submitImported } from '#services/imports/submissions.ts'
import { uploadImport } from '#services/imports/upload.ts'
import { declareDeployment } from '#services/products/declare-deployment.ts'
import { as } from '../context.ts'
import { deskOf, sentFile } from '../imports.ts'
import { productContent } from '../products.ts'
import type { Deed } from './deed.ts'
import type { People } from './people.ts'

const table = '\ufeff产品名称,型号\r\n巡检机器人,X1\r\n'

async function previewed(ctx: Context, { casts }: People) {
  const form = { noun: 'product' as const, formKey: v7() }
  return uploadImport(as(ctx, casts.A.firm), form, [sentFile('a.csv', table)])
}

/** An import whose one draft is complete. */
async function drafted(ctx: Context, { casts }: People) {
  const firm = as(ctx, casts.A.firm)
  const record = JSON.stringify([recordOf('product', v7(), { ...productContent(), name: `整批 ${v7()}` })])
  const { id } = await uploadImport(firm, { noun: 'product', formKey: v7() }, [sentFile('a.json', record)])
  await startImport(firm, { id, which: 'all', lines: [], formKey: v7() })
  await runImport(deskOf(ctx), id)
  return { id, firm }
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
  'imports/:importId/submission/start': {
    ...own,
    async make(ctx, who) {
      const { id } = await drafted(ctx, who)
      return { url: paths.importSubmissionStart(id), id, fields: { id, which: 'all' }, rows: rowsOf(ctx, id) }
    },
  },
  'imports/:importId/submission/cancellation': {
    ...own,
    async make(ctx, who) {
      const { id, firm } = await drafted(ctx, who)
      await submitImported(firm, { id, which: 'all', lines: [], formKey: v7() })
      return { url: paths.importSubmissionCancellation(id), id, fields: { id }, rows: rowsOf(ctx, id) }
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
