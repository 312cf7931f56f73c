import { asc, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { attachment } from '#db/schema/index.ts'
import { paths } from '#paths'
import type { Context } from '#services/context.ts'
import { addFiles } from '#services/files/add.ts'
import { as } from '../context.ts'
import { draftedScenario } from '../factories.ts'
import { makePdf, uploadOf } from '../files/make.ts'
import type { Deed } from './deed.ts'
import { sight } from './routes.ts'

const rowsOf = (ctx: Context, objectId: string) => () =>
  ctx.db.select().from(attachment).where(eq(attachment.objectId, objectId)).orderBy(asc(attachment.id))

/** Files of a scenario stand for those of all nouns: each asks its own policy, see `tests/services/files.test.ts`. */
export const fileDeeds: Record<string, Deed> = {
  'files/of/:noun/:objectId': {
    may: 'demand',
    sees: sight['scenario.draft'],
    asksFirst: true,
    async make(ctx, { casts }) {
      const { id } = await draftedScenario(ctx, casts.A)
      const fields = { noun: 'scenario', objectId: id, purpose: 'drawing' }
      const file = { name: '平面图.pdf', content: makePdf(['Plan']) }
      return { url: paths.filesOf('scenario', id), id, fields, file, rows: rowsOf(ctx, id) }
    },
  },
  'files/:fileId/removal': {
    may: 'demand',
    sees: sight['scenario.draft'],
    async make(ctx, { casts }) {
      const { id: objectId } = await draftedScenario(ctx, casts.A)
      const form = { noun: 'scenario', objectId, purpose: 'drawing', formKey: v7() } as const
      await addFiles(as(ctx, casts.A.demand), form, [uploadOf('a.pdf', makePdf(['Plan']))])
      const rows = rowsOf(ctx, objectId)
      const [row] = await rows()
      const id = row?.id ?? ''
      return { url: paths.fileRemoval(id), id, fields: { id }, rows }
    },
  },
}
