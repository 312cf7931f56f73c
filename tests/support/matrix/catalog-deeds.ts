import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { catalogEntry, objection } from '#db/schema/index.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import { brand, type EntryId } from '#domain/shared/ids.ts'
import { paths } from '#paths'
import { handleEntry } from '#services/catalog/handle.ts'
import { objectToEntry } from '#services/catalog/object.ts'
import { scoreEntry } from '#services/catalog/score.ts'
import type { Context } from '#services/context.ts'
import { as } from '../context.ts'
import { assignedExpert, noticedEntry, reviewedEntry } from '../entries.ts'
import { acceptedPilot } from '../trip.ts'
import type { Deed, Target } from './deed.ts'
import type { People } from './people.ts'
import { sight } from './routes.ts'
import { nominatedEntry, nomination } from './world.ts'

async function entryTarget(
  ctx: Context,
  entry: string,
  path: (id: string) => string,
  fields: Record<string, string> = {},
): Promise<Target> {
  const id = brand<EntryId>(entry)
  const rows = () => ctx.db.select().from(catalogEntry).where(eq(catalogEntry.id, id))
  const [row] = await rows()
  return { url: path(id), id, fields: { id, rev: `${row?.rev}`, ...fields }, rows }
}

async function listedEntry(ctx: Context, who: People): Promise<string> {
  const { A } = who.casts
  const id = await reviewedEntry(ctx, A)
  const expert = await assignedExpert(ctx, A, id)
  const sheet = { conflictFree: true, recused: false, advancement: 80, fit: 90, maturity: 70, benefit: 80 }
  await scoreEntry(as(ctx, expert), { id, ...sheet, formKey: v7() })
  const { fields } = await entryTarget(ctx, id, paths.entry)
  await handleEntry(as(ctx, A.handler), { id, rev: Number(fields.rev), deed: 'list', formKey: v7() })
  return id
}

const filed = {
  ...{ objectorName: '示例市民', objectorContact: '13800000000', affirmed: 'on' },
  statement: '准时率的统计口径与试点前不同，请说明。',
}

async function disputedEntry(ctx: Context, who: People) {
  const id = await noticedEntry(ctx, who.casts.A)
  await objectToEntry(ctx, { id, ...filed, affirmed: true, formKey: v7() })
  const [row] = await ctx.db.select().from(objection).where(eq(objection.entryId, id))
  return { id, objectionId: `${row?.id}` }
}

async function expiredNotice(ctx: Context, who: People): Promise<EntryId> {
  const id = await noticedEntry(ctx, who.casts.A)
  const today = dayOf(new Date())
  const notice = { noticeFrom: addDays(today, -9), noticeTo: addDays(today, -1) }
  await ctx.db.update(catalogEntry).set(notice).where(eq(catalogEntry.id, id))
  return id
}

export const catalogDeeds: Record<string, Deed> = {
  'pilots/:pilotId/nomination': {
    may: 'demand supply',
    sees: sight['pilot.accepted'],
    asksFirst: true,
    async make(ctx, { casts }) {
      const id = await acceptedPilot(ctx, casts.A)
      return { url: paths.pilotNomination(id), id, fields: { ...nomination, formKey: v7() } }
    },
  },
  'catalog/:entryId/handling': {
    may: 'handler',
    sees: sight['entry.nominated'],
    make: async (ctx, { casts }) =>
      entryTarget(ctx, await nominatedEntry(ctx, casts.A), paths.entryHandling, { deed: 'accept' }),
  },
  'catalog/:entryId/rejection': {
    may: 'handler',
    sees: sight['entry.nominated'],
    make: async (ctx, { casts }) =>
      entryTarget(ctx, await nominatedEntry(ctx, casts.A), paths.entryRejection, {
        reason: '与已收录条目重复',
      }),
  },
  'catalog/:entryId/experts': {
    may: 'handler',
    sees: sight['entry.nominated'],
    make: async (ctx, { casts, persons }) =>
      entryTarget(ctx, await reviewedEntry(ctx, casts.A), paths.entryExperts, {
        experts: persons.expert.accountId,
      }),
  },
  'catalog/:entryId/review': {
    may: 'assigned',
    sees: sight['entry.expertReview'],
    async make(ctx, who) {
      const id = await reviewedEntry(ctx, who.casts.A)
      await who.assign(ctx, id)
      const scores = { advancement: '80', fit: '90', maturity: '70', benefit: '80' }
      return entryTarget(ctx, id, paths.entryReview, { conflictFree: 'on', ...scores })
    },
  },
  'catalog/:entryId/notice': {
    may: 'approver',
    sees: sight['entry.nominated'],
    make: async (ctx, who) => entryTarget(ctx, await listedEntry(ctx, who), paths.entryNotice),
  },
  'catalog/:entryId/objection': {
    may: 'all',
    sees: 'all',
    make: async (ctx, { casts }) =>
      entryTarget(ctx, await noticedEntry(ctx, casts.A), paths.entryObjection, filed),
  },
  'catalog/:entryId/settlement': {
    may: 'approver',
    sees: 'all',
    async make(ctx, who) {
      const { id, objectionId } = await disputedEntry(ctx, who)
      return entryTarget(ctx, id, paths.entrySettlement, { objectionId, answer: '口径一致，已补充说明' })
    },
  },
  'catalog/:entryId/copy': {
    may: 'demand supply both',
    sees: 'all',
    async make(ctx, { casts }) {
      const id = await noticedEntry(ctx, casts.A)
      return { url: paths.entryCopy(id), id, fields: { formKey: v7() } }
    },
  },
  'catalog/:entryId/publication': {
    may: 'approver',
    sees: 'all',
    make: async (ctx, who) => entryTarget(ctx, await expiredNotice(ctx, who), paths.entryPublication),
  },
}
