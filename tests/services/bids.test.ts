import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { listBidsOn } from '#db/queries/bids.ts'
import { listNotifications } from '#db/queries/notifications.ts'
import { findPilotOfScenario, listPilotMetrics } from '#db/queries/pilots.ts'
import type { BidId, ScenarioId } from '#domain/shared/ids.ts'
import { yuan } from '#domain/shared/money.ts'
import { bidForm } from '#services/bids/form.ts'
import { openBids } from '#services/bids/open.ts'
import { selectBid } from '#services/bids/select.ts'
import { listMyBids, showBid, showSelection } from '#services/bids/show.ts'
import { submitBid } from '#services/bids/submit.ts'
import { withdrawBid } from '#services/bids/withdraw.ts'
import type { Context } from '#services/context.ts'
import { as, testContext } from '#tests/support/context.ts'
import { testDatabase } from '#tests/support/database.ts'
import {
  colleagueOf,
  hospital,
  officer,
  passDeadline,
  publishedScenario,
  revOf,
  robotFirm,
} from '#tests/support/factories.ts'
import { publishedProduct } from '#tests/support/products.ts'
import { biddenScenario, type Cast, castOf } from '#tests/support/trip.ts'

const base = await testDatabase()
let ctx: Context
let cast: Cast

beforeAll(async () => {
  ctx = testContext({ db: base.db })
  cast = await castOf(ctx)
})

const secret = '机密价格密语九一七三'
const offer = {
  priceFen: yuan(480_000),
  commercialForm: 'trialThenBuy' as const,
  deliveryWeeks: 6,
  approach: `两周勘测建图，两周联调电梯与门禁，之后按病区分批上线。${secret}`,
  support: '驻场工程师一名，远程全天。',
  affirmed: true,
}

async function rivalOf(scenarioId: ScenarioId, approach = offer.approach) {
  const firm = await robotFirm(ctx.db, { name: '北京示例对手有限公司' })
  const { id: productId } = await publishedProduct(ctx, { firm, reviewer: cast.reviewer })
  const own = as(ctx, firm)
  const { id } = await submitBid(own, { ...offer, approach, scenarioId, productId, formKey: v7() })
  return { firm, own, productId, id }
}

describe('submitting', () => {
  it('answers with a receipt and has one effect, however often and however many at once', async () => {
    const { id: scenarioId } = await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    const input = { ...offer, scenarioId, productId: cast.productId, formKey: v7() }
    const own = as(ctx, cast.firm)
    const receipts = await Promise.all([1, 2, 3, 4].map(() => submitBid(own, input)))
    expect(new Set(receipts.map(receipt => receipt.hash)).size).toBe(1)
    expect(receipts[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await submitBid(own, input)).toEqual(receipts[0])
    expect(await listBidsOn(ctx.db, scenarioId, ['submitted'])).toHaveLength(1)
  })

  it('takes one live bid per firm, and another one after a withdrawal', async () => {
    const { id: scenarioId, bidId } = await biddenScenario(ctx, cast)
    const own = as(ctx, cast.firm)
    const second = { ...offer, scenarioId, productId: cast.productId, formKey: v7() }
    await expect(submitBid(own, second)).rejects.toMatchObject({
      code: 'conflict',
      reason: 'bid.alreadySubmitted',
    })
    const { rev } = await showBid(own, bidId)
    await withdrawBid(own, { id: bidId, rev, formKey: v7() })
    await expect(submitBid(own, { ...second, formKey: v7() })).resolves.toMatchObject({
      hash: expect.any(String),
    })
  })

  it('is half-open at the deadline of the database clock', async () => {
    const { id: scenarioId } = await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    const [row] = await ctx.db.execute<{ at: string }>(
      sql`select bid_deadline as at from scenario where id = ${scenarioId}`,
    )
    const deadline = new Date(row?.at ?? 0)
    const input = { ...offer, scenarioId, productId: cast.productId }
    const at = (ms: number): Context => ({
      ...as(ctx, cast.firm),
      clock: async () => new Date(deadline.getTime() + ms),
    })
    await expect(submitBid(at(0), { ...input, formKey: v7() })).rejects.toMatchObject({
      reason: 'bid.deadlinePassed',
    })
    await expect(submitBid(at(-1), { ...input, formKey: v7() })).resolves.toBeTruthy()
  })

  it('is open to any verified firm on any published scenario but its own, and to nobody else', async () => {
    const { id: scenarioId } = await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    const newcomer = await robotFirm(ctx.db, { status: 'registered', capabilities: [] })
    const input = { ...offer, scenarioId, productId: cast.productId }
    await expect(submitBid(as(ctx, newcomer), { ...input, formKey: v7() })).rejects.toMatchObject({
      code: 'forbidden',
      reason: 'organization.notVerified',
    })
    await expect(submitBid(ctx, { ...input, formKey: v7() })).rejects.toMatchObject({
      code: 'unauthenticated',
    })
    const both = await hospital(ctx.db, { capabilities: ['publishScenarios', 'bid'] })
    const own = await publishedScenario(ctx, { demand: both, reviewer: cast.reviewer })
    await expect(
      submitBid(as(ctx, both), { ...input, scenarioId: own.id, formKey: v7() }),
    ).rejects.toMatchObject({ reason: 'bid.ownScenario' })
    const { can } = await bidForm(as(ctx, newcomer), scenarioId)
    expect(can).toMatchObject({ ok: false, reason: 'organization.notVerified' })
  })

  it("quotes only the firm's own published product", async () => {
    const { id: scenarioId } = await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    const { productId } = await rivalOf(scenarioId)
    const foreign = { ...offer, scenarioId, productId, formKey: v7() }
    await expect(submitBid(as(ctx, cast.firm), foreign)).rejects.toMatchObject({
      code: 'invalid',
      path: 'productId',
    })
  })
})

describe('sealed', () => {
  it('is read by its own firm and by nobody else, officers and demand side included', async () => {
    const { id: scenarioId, bidId } = await biddenScenario(ctx, cast)
    const mate = await colleagueOf(ctx.db, cast.firm, 'viewer')
    await expect(showBid(as(ctx, mate), bidId)).resolves.toMatchObject({ id: bidId })
    const strangers = [
      cast.demand,
      await officer(ctx.db, 'handler'),
      await officer(ctx.db, 'approver'),
      await officer(ctx.db, 'auditor'),
      await officer(ctx.db, 'administrator'),
      await robotFirm(ctx.db),
    ]
    for (const stranger of strangers) {
      await expect(showBid(as(ctx, stranger), bidId), stranger.name).rejects.toMatchObject({
        code: 'notFound',
      })
      expect((await listMyBids(as(ctx, stranger))).map(bid => bid.id)).not.toContain(bidId)
    }
    await expect(showBid(ctx, bidId)).rejects.toMatchObject({ code: 'notFound' })
    const selection = await showSelection(as(ctx, cast.demand), scenarioId)
    expect(selection.bids).toEqual([])
  })

  it('leaves its words in no other table: no index, history, audit, notice, mail or job', async () => {
    const { id: scenarioId } = await publishedScenario(ctx, { demand: cast.demand, reviewer: cast.reviewer })
    await rivalOf(scenarioId, `逐条响应必须要求，驻场四周。${secret}独一份`)
    const tables = await ctx.db.execute<{ schema: string; name: string }>(
      sql`select table_schema as schema, table_name as name from information_schema.tables where table_schema in ('public', 'graphile_worker') and table_type = 'BASE TABLE'`,
    )
    const holding: string[] = []
    for (const { schema, name } of tables) {
      const [row] = await ctx.db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.identifier(schema)}.${sql.identifier(name)} t where t::text like ${`%${secret}独一份%`}`,
      )
      if ((row?.n ?? 0) > 0) holding.push(name)
    }
    expect(holding).toEqual(['bid'])
  })
})

describe('opening', () => {
  it('waits for the deadline, needs the demand side, and opens all at once', async () => {
    const { id, bidId } = await biddenScenario(ctx, cast)
    const rival = await rivalOf(id)
    const own = as(ctx, cast.demand)
    const form = { id, rev: await revOf(own, id), formKey: v7() }
    await expect(openBids(own, form)).rejects.toMatchObject({ reason: 'scenario.deadlineAhead' })
    await passDeadline(ctx.db, id)
    await expect(openBids(as(ctx, cast.firm), form)).rejects.toMatchObject({ code: 'forbidden' })
    await Promise.all([openBids(own, form), openBids(own, form)])
    const { bids } = await showSelection(own, id)
    expect(bids.map(bid => bid.id).sort()).toEqual([bidId, rival.id].sort())
    expect(bids.every(bid => bid.status === 'opened' && bid.number !== null)).toBe(true)
    const late = { ...offer, scenarioId: id, productId: cast.productId, formKey: v7() }
    await expect(submitBid(as(ctx, await robotFirm(ctx.db)), late)).rejects.toMatchObject({
      reason: 'scenario.notOpenForBids',
    })
  })
})

describe('selecting', () => {
  async function openedWithRival() {
    const { id, bidId } = await biddenScenario(ctx, cast)
    const rival = await rivalOf(id)
    await passDeadline(ctx.db, id)
    const own = as(ctx, cast.demand)
    await openBids(own, { id, rev: await revOf(own, id), formKey: v7() })
    return { id, bidId, rival, own }
  }
  const choose = (bidId: BidId, losers: BidId[]) => ({
    ...{ bidId, reason: '必须要求逐条响应，到货周期短', conflictFree: true },
    debriefs: losers.map(loser => ({ bidId: loser, reason: '净宽余量不足，驻场安排不明确' })),
  })

  it('tells every bidder in the same transaction and bears the pilot with the metrics unchanged', async () => {
    const { id, bidId, rival, own } = await openedWithRival()
    await selectBid(own, { id, ...choose(bidId, [rival.id]), rev: await revOf(own, id), formKey: v7() })
    expect(await showBid(as(ctx, cast.firm), bidId)).toMatchObject({ status: 'selected' })
    expect(await showBid(rival.own, rival.id)).toMatchObject({
      status: 'notSelected',
      decisionReason: '净宽余量不足，驻场安排不明确',
    })
    const told = await listNotifications(ctx.db, rival.firm.accountId, 50)
    expect(told.filter(each => each.event === 'bid.notSelected' && each.objectId === rival.id)).toHaveLength(
      1,
    )
    const pilot = await findPilotOfScenario(ctx.db, id)
    expect(pilot).toMatchObject({ bidId, status: 'agreed' })
    const metrics = pilot ? await listPilotMetrics(ctx.db, pilot.id) : []
    expect(metrics.map(({ name, target }) => [name, target])).toEqual([
      ['准时送达率', 95],
      ['护士离岗取药', 3],
      ['人工介入', 0.1],
    ])
  })

  it('changes nothing without a debrief for each, a statement of no interest, or when two select at once', async () => {
    const { id, bidId, rival, own } = await openedWithRival()
    const rev = await revOf(own, id)
    await expect(selectBid(own, { id, ...choose(bidId, []), rev, formKey: v7() })).rejects.toMatchObject({
      reason: 'bid.debriefMissing',
    })
    await expect(
      selectBid(own, { id, ...choose(bidId, [rival.id]), conflictFree: false, rev, formKey: v7() }),
    ).rejects.toThrow()
    expect(await showBid(rival.own, rival.id)).toMatchObject({ status: 'opened' })
    const both = await Promise.allSettled([
      selectBid(own, { id, ...choose(bidId, [rival.id]), rev, formKey: v7() }),
      selectBid(own, { id, ...choose(rival.id, [bidId]), rev, formKey: v7() }),
    ])
    expect(both.filter(each => each.status === 'fulfilled')).toHaveLength(1)
    expect(both.find(each => each.status === 'rejected')).toMatchObject({
      reason: { code: 'conflict', reason: 'page.changed' },
    })
    const selected = await listBidsOn(ctx.db, id, ['selected'])
    expect(selected).toHaveLength(1)
  })
})
