import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Db } from '#db/client.ts'
import { assignedTo } from '#db/queries/experts.ts'
import { catalogEntry, pilot } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import type { EntryId, PilotId } from '#domain/shared/ids.ts'
import { announceEntry } from '#services/catalog/announce.ts'
import { assignExperts } from '#services/catalog/assign.ts'
import { handleEntry } from '#services/catalog/handle.ts'
import { loadEntry } from '#services/catalog/load.ts'
import { nominateEntry } from '#services/catalog/nominate.ts'
import { publishEntry } from '#services/catalog/publish.ts'
import { scoreEntry } from '#services/catalog/score.ts'
import type { Context } from '#services/context.ts'
import { as } from './context.ts'
import { officer } from './factories.ts'
import { acceptedPilot, type Cast } from './trip.ts'

const content = {
  title: '病区药品配送',
  summary: '三台机器人在十四个病区配送药品与标本，准时送达率由八成升至九成五。',
  solution: '自主乘梯、过自动门，到站刷卡开格，院内网关对接取药完成事件。',
  conditions: '电梯须可加装继电器式梯控，病区门净宽不小于 850 mm。',
  failures: '首周电梯厅信号弱，漏接三次，补点后未再现。',
}

const scores = { conflictFree: true, recused: false, advancement: 80, fit: 90, maturity: 70, benefit: 80 }

/** An entry of an accepted pilot that waits for its experts, by the verbs. */
export async function reviewedEntry(
  ctx: Context,
  cast: Cast,
  overrides: Partial<typeof content> = {},
): Promise<EntryId> {
  const pilotId = await acceptedPilot(ctx, cast)
  const nomination = { ...content, ...overrides, pilotId, formKey: v7() }
  const { id } = await nominateEntry(as(ctx, cast.demand), nomination)
  const desk = as(ctx, cast.handler)
  await handleEntry(desk, { ...(await form(ctx, id, cast.handler)), deed: 'accept' })
  await handleEntry(desk, { ...(await form(ctx, id, cast.handler)), deed: 'passFormal' })
  return id
}

/** An expert whom the handler has asked to review this entry, as the session of their next request finds them. */
export async function assignedExpert(
  ctx: Context,
  { handler }: Pick<Cast, 'handler'>,
  id: EntryId,
  expert?: Person,
): Promise<Person> {
  const chosen = expert ?? (await officer(ctx.db, 'expert'))
  const before = await assignedTo(ctx.db, id)
  const experts = [...new Set([...before, chosen.accountId])]
  await assignExperts(as(ctx, handler), { id, experts, formKey: v7() })
  return { ...chosen, assigned: [...chosen.assigned, id] }
}

/** The same, in its public notice. */
export async function noticedEntry(
  ctx: Context,
  cast: Cast,
  overrides: Partial<typeof content> = {},
): Promise<EntryId> {
  const id = await reviewedEntry(ctx, cast, overrides)
  const expert = await assignedExpert(ctx, cast, id)
  const desk = as(ctx, cast.handler)
  await scoreEntry(as(ctx, expert), { id, ...scores, formKey: v7() })
  await handleEntry(desk, { ...(await form(ctx, id, cast.handler)), deed: 'list' })
  await announceEntry(as(ctx, cast.approver), await form(ctx, id, cast.approver))
  return id
}

/** The same, published on a clock that stands after the notice. */
export async function publishedEntry(
  ctx: Context,
  cast: Cast,
  overrides: Partial<typeof content> = {},
): Promise<EntryId> {
  const id = await noticedEntry(ctx, cast, overrides)
  const now = new Date(ctx.now.getTime() + 40 * 86_400_000)
  const later = { ...as(ctx, cast.approver), now, clock: async () => now }
  await publishEntry(later, await form(ctx, id, cast.approver))
  return id
}

async function form(ctx: Context, id: EntryId, officer: Person) {
  const { entry } = await loadEntry(as(ctx, officer), id)
  return { id, rev: entry.rev, formKey: v7() }
}

/** Setup data for counting queries: the entry with its pilot, so many times over, as rows that no verb would make. */
export async function copyEntry(db: Db, id: EntryId, times: number): Promise<void> {
  await db.transaction(async tx => {
    await tx.execute(sql`set local session_replication_role = replica`)
    const [entry] = await tx.select().from(catalogEntry).where(sql`${catalogEntry.id} = ${id}`)
    const [own] = entry ? await tx.select().from(pilot).where(sql`${pilot.id} = ${entry.pilotId}`) : []
    if (!entry || !own) throw new Error('no entry to copy')
    const copies = Array.from({ length: times }, () => ({
      entryId: v7() as EntryId,
      pilotId: v7() as PilotId,
    }))
    await tx
      .insert(pilot)
      .values(copies.map(({ pilotId }) => ({ ...own, id: pilotId, bidId: v7() as never, number: null })))
    await tx
      .insert(catalogEntry)
      .values(copies.map(({ entryId, pilotId }) => ({ ...entry, id: entryId, pilotId, number: null })))
  })
}
