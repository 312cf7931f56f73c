import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#domain/shared/actor.ts'
import type { EntryId, PilotId } from '#domain/shared/ids.ts'
import { announceEntry } from '#services/catalog/announce.ts'
import { handleEntry } from '#services/catalog/handle.ts'
import { listCatalog } from '#services/catalog/list.ts'
import { nominateEntry } from '#services/catalog/nominate.ts'
import { objectToEntry } from '#services/catalog/object.ts'
import { delistEntry, publishEntry } from '#services/catalog/publish.ts'
import { scoreEntry } from '#services/catalog/score.ts'
import { settleObjection } from '#services/catalog/settle.ts'
import { showEntry } from '#services/catalog/show.ts'
import type { Context } from '#services/context.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import { assignedExpert } from '#tests/support/entries.ts'
import { hospital, officer } from '#tests/support/factories.ts'
import { acceptedPilot, type Cast, castOf, runningPilot } from '#tests/support/trip.ts'

const { db } = await testDatabase()
let ctx: Context
let cast: Cast
let expert: Person
let accepted: PilotId

beforeAll(async () => {
  ctx = testContext({ db })
  cast = await castOf(ctx)
  expert = await officer(db, 'expert')
  accepted = await acceptedPilot(ctx, cast)
})

const content = {
  title: '病区药品配送',
  summary: '三台机器人在十四个病区配送药品与标本，准时送达率由八成升至九成五。',
  solution: '自主乘梯、过自动门，到站刷卡开格，院内网关对接取药完成事件。',
  conditions: '电梯须可加装继电器式梯控，病区门净宽不小于 850 mm。',
  failures: '首周电梯厅信号弱，漏接三次，补点后未再现。',
}

const bureau = () => as(ctx, cast.approver)

async function form(id: EntryId) {
  const { rev } = await showEntry(bureau(), id)
  return { id, rev, formKey: v7() }
}

async function nominated(pilotId?: PilotId): Promise<EntryId> {
  const pilot = pilotId ?? (await acceptedPilot(ctx, cast))
  return (await nominateEntry(as(ctx, cast.demand), { ...content, pilotId: pilot, formKey: v7() })).id
}

const scores = { conflictFree: true, recused: false, advancement: 80, fit: 90, maturity: 70, benefit: 80 }

async function listed(): Promise<EntryId> {
  const id = await nominated()
  const desk = as(ctx, cast.handler)
  await handleEntry(desk, { ...(await form(id)), deed: 'accept' })
  await handleEntry(desk, { ...(await form(id)), deed: 'passFormal' })
  const own = await assignedExpert(ctx, cast, id, expert)
  await scoreEntry(as(ctx, own), { id, ...scores, formKey: v7() })
  await handleEntry(desk, { ...(await form(id)), deed: 'list' })
  return id
}

async function inNotice(): Promise<EntryId> {
  const id = await listed()
  await announceEntry(bureau(), await form(id))
  return id
}

/** The same officer after so many days, on a clock that has gone on as well. */
const afterDays = (days: number, person: Person): Context => {
  const now = new Date(ctx.now.getTime() + days * 86_400_000)
  return { ...as(ctx, person), now, clock: async () => now }
}

const objection = {
  objectorName: '王示例',
  objectorContact: '13800000000',
  statement: '基线期与试点期口径不同，请说明。',
  affirmed: true,
}

describe('nomination', () => {
  it('takes an accepted pilot, from either side, once', async () => {
    const input = { ...content, pilotId: accepted, formKey: v7() }
    const running = await runningPilot(ctx, cast, [v7()])
    await expect(nominateEntry(as(ctx, cast.demand), { ...input, pilotId: running })).rejects.toMatchObject({
      reason: 'entry.pilotNotAccepted',
    })
    await expect(nominateEntry(as(ctx, await hospital(db)), input)).rejects.toMatchObject({
      code: 'notFound',
    })
    const [one, two] = await Promise.all([
      nominateEntry(as(ctx, cast.firm), input),
      nominateEntry(as(ctx, cast.firm), input),
    ])
    expect(one).toEqual(two)
    await expect(nominateEntry(as(ctx, cast.demand), { ...input, formKey: v7() })).rejects.toMatchObject({
      reason: 'entry.alreadyNominated',
    })
  })
})

describe('review', () => {
  it('is not public before the notice', async () => {
    const id = await nominated()
    await expect(showEntry(ctx, id)).rejects.toMatchObject({ code: 'notFound' })
    expect((await listCatalog(ctx, { page: 1, domain: null })).entries.map(each => each.id)).not.toContain(id)
    await expect(showEntry(as(ctx, cast.firm), id)).resolves.toMatchObject({ reviews: null })
  })

  it('demands a declaration, leaves the unscored incomplete, and takes no score from who is recused', async () => {
    const id = await nominated()
    const desk = as(ctx, cast.handler)
    await handleEntry(desk, { ...(await form(id)), deed: 'accept' })
    await handleEntry(desk, { ...(await form(id)), deed: 'passFormal' })
    const own = as(ctx, await assignedExpert(ctx, cast, id, expert))
    await expect(scoreEntry(own, { id, ...scores, conflictFree: false, formKey: v7() })).rejects.toThrow(
      /entry\.declareConflict/,
    )
    await expect(scoreEntry(desk, { id, ...scores, formKey: v7() })).rejects.toMatchObject({
      reason: 'officer.expertOnly',
    })
    await scoreEntry(own, { id, ...scores, maturity: undefined, formKey: v7() })
    expect((await showEntry(desk, id)).reviews?.[0]?.total).toBeNull()
    expect((await showEntry(own, id)).reviews).toBeNull()
    await expect(handleEntry(desk, { ...(await form(id)), deed: 'list' })).rejects.toMatchObject({
      reason: 'entry.reviewIncomplete',
    })
    await scoreEntry(own, { id, ...scores, conflictFree: false, recused: true, formKey: v7() })
    expect((await showEntry(own, id)).mean).toBeNull()
    const other = as(ctx, await assignedExpert(ctx, cast, id))
    await expect(handleEntry(desk, { ...(await form(id)), deed: 'list' })).rejects.toMatchObject({
      reason: 'entry.reviewIncomplete',
    })
    await scoreEntry(other, { id, ...scores, formKey: v7() })
    expect((await showEntry(other, id)).mean).toBe(81)
  })

  it('rejects with a reason only', async () => {
    const id = await nominated()
    const desk = as(ctx, cast.handler)
    await expect(handleEntry(desk, { ...(await form(id)), deed: 'reject' })).rejects.toThrow(
      /field\.required/,
    )
    await handleEntry(desk, { ...(await form(id)), deed: 'reject', reason: '与已收录条目重复' })
    expect((await showEntry(desk, id)).status).toBe('delisted')
  })
})

describe('notice', () => {
  it('runs five working days, and the handler publishes nothing', async () => {
    const id = await inNotice()
    expect((await showEntry(ctx, id)).status).toBe('notice')
    await expect(publishEntry(bureau(), await form(id))).rejects.toMatchObject({
      reason: 'entry.noticeRunning',
    })
    await expect(publishEntry(as(ctx, cast.handler), await form(id))).rejects.toMatchObject({
      code: 'forbidden',
    })
    await publishEntry(afterDays(30, cast.approver), await form(id))
    const page = await showEntry(ctx, id)
    expect(page).toMatchObject({ status: 'published', reviews: null })
    expect(page.metrics.every(metric => metric.measured !== null)).toBe(true)
    expect((await listCatalog(ctx, { page: 1, domain: null })).entries.map(each => each.id)).toContain(id)
  })

  it('stands still while an objection is open; the answer is public and the objector is nowhere', async () => {
    const id = await inNotice()
    const filed = { id, ...objection, formKey: v7() }
    await Promise.all([objectToEntry(ctx, filed), objectToEntry(ctx, filed)])
    const page = await showEntry(ctx, id)
    expect(page.status).toBe('objection')
    expect(page.objections).toHaveLength(1)
    expect(JSON.stringify(page)).not.toContain('王示例')
    expect(JSON.stringify(page)).not.toContain('13800000000')
    await expect(publishEntry(afterDays(30, cast.approver), await form(id))).rejects.toMatchObject({
      reason: 'entry.objectionOpen',
    })
    const [{ id: objectionId } = { id: 0 }] = page.objections
    const answer = { id, objectionId, answer: '口径一致，均不含计划检修，见附表。', formKey: v7() }
    await expect(settleObjection(as(ctx, cast.handler), answer)).rejects.toMatchObject({ code: 'forbidden' })
    await settleObjection(bureau(), answer)
    expect(await showEntry(ctx, id)).toMatchObject({
      status: 'notice',
      objections: [{ answer: answer.answer }],
    })
    await publishEntry(afterDays(30, cast.approver), await form(id))
    const tables = ['history', 'audit', 'notification', 'search_document', 'mail']
    for (const table of tables) {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(table)} t where t::text like '%王示例%' or t::text like '%13800000000%'`,
      )
      expect(row?.n, table).toBe(0)
    }
  })

  it('lets one of two publishers win', async () => {
    const id = await inNotice()
    const { rev } = await showEntry(bureau(), id)
    const late = afterDays(30, cast.approver)
    const both = await Promise.allSettled([
      publishEntry(late, { id, rev, formKey: v7() }),
      publishEntry(late, { id, rev, formKey: v7() }),
    ])
    expect(both.filter(each => each.status === 'fulfilled')).toHaveLength(1)
  })

  it('takes a published entry out again, with a reason, and out of the index', async () => {
    const id = await inNotice()
    await publishEntry(afterDays(30, cast.approver), await form(id))
    await delistEntry(bureau(), { ...(await form(id)), reason: '试点验收被撤回' })
    await expect(showEntry(ctx, id)).rejects.toMatchObject({ code: 'notFound' })
    const [row] = await db.execute<{ n: number }>(
      sql`select count(*)::int as n from search_document where id = ${id}`,
    )
    expect(row?.n).toBe(0)
  })
})
