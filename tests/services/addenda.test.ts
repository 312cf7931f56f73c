import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listHistory } from '#db/queries/history.ts'
import { listNotifications } from '#db/queries/notifications.ts'
import { findScenario } from '#db/queries/scenarios.ts'
import { bidConfirmation, scenario } from '#db/schema/index.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { BidId, ScenarioId } from '#domain/shared/ids.ts'
import { confirmBid } from '#services/bids/confirm.ts'
import { openBids } from '#services/bids/open.ts'
import { showBid, showSelection } from '#services/bids/show.ts'
import { submitBid } from '#services/bids/submit.ts'
import { withdrawBid } from '#services/bids/withdraw.ts'
import { showAddenda } from '#services/scenarios/addenda.ts'
import { AmendScenario, amendScenario } from '#services/scenarios/amend.ts'
import { archiveScenario } from '#services/scenarios/archive.ts'
import { cloneScenario, cloneSheet } from '#services/scenarios/clone.ts'
import { scenarioSheet } from '#services/scenarios/form.ts'
import { showScenario } from '#services/scenarios/show.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { publishedEntry } from '../support/entries.ts'
import { hospital, officer, passDeadline, publishedScenario, revOf } from '../support/factories.ts'
import { biddenScenario, castOf } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const cast = await castOf(ctx)
const [demand, firm] = [as(ctx, cast.demand), as(ctx, cast.firm)]
const said = { summary: '现场补写一道门', reason: '复勘时发现漏写' }

type Typed = Record<string, unknown>
async function amendment(id: ScenarioId, change: Typed = {}) {
  const { content, bidDeadline, rev } = await showScenario(demand, id)
  const form = { ...content, bidDeadline, ...said, site: `${content.site}另有一道门。`, ...change }
  return AmendScenario.parse({ ...form, id, rev, formKey: v7() })
}
const amend = async (id: ScenarioId, change: Typed = {}) => amendScenario(demand, await amendment(id, change))

async function confirmation(bidId: BidId, addendum: number) {
  const { rev } = await showBid(firm, bidId)
  return { id: bidId, rev, addendum, affirmed: true, formKey: v7() }
}
async function opened(id: ScenarioId) {
  await passDeadline(db, id)
  await openBids(demand, { id, rev: await revOf(demand, id), formKey: v7() })
  return (await showSelection(demand, id)).bids
}

describe('an addendum', () => {
  it('keeps both texts, is numbered, public, and once only for one form', async () => {
    const { id } = await publishedScenario(ctx, cast)
    const form = await amendment(id)
    const numbers = await Promise.all([amendScenario(demand, form), amendScenario(demand, form)])
    expect(numbers.map(each => each.number)).toEqual([1, 1])
    const { site } = (await showScenario(ctx, id)).content
    await amend(id, { site, pain: '更正一处错字，其他都没有改动，请放心。' })
    const { addenda } = await showAddenda(ctx, id)
    expect(addenda.map(each => [each.number, each.material])).toEqual([
      [2, false],
      [1, true],
    ])
    expect(addenda[1]?.changes.map(each => each.field)).toContain('site')
    expect((await showScenario(ctx, id)).content.site).toContain('另有一道门')
    expect((await listHistory(db, 'scenario', id)).filter(row => row.deed === 'amend')).toHaveLength(2)
  })

  it('moves the deadline where bidders need the days, and only ever later', async () => {
    const near = await publishedScenario(ctx, { ...cast, content: { days: 2 } })
    const before = (await findScenario(db, near.id))?.scenario.bidDeadline as Date
    const sooner = { bidDeadline: new Date(before.getTime() - 60_000) }
    await expect(amend(near.id, sooner)).rejects.toMatchObject({ reason: 'scenario.deadlineEarlier' })
    await amend(near.id)
    const after = (await findScenario(db, near.id))?.scenario.bidDeadline as Date
    expect(dayOf(after) >= addDays(dayOf(ctx.now), 5)).toBe(true)
    const far = await publishedScenario(ctx, { ...cast, content: { days: 60 } })
    const old = (await findScenario(db, far.id))?.scenario.bidDeadline
    await amend(far.id)
    expect((await findScenario(db, far.id))?.scenario.bidDeadline).toEqual(old)
  })

  it('is refused when nothing changes, when it is late, stale, or of somebody else', async () => {
    const { id } = await publishedScenario(ctx, cast)
    const { content } = await showScenario(demand, id)
    await expect(amend(id, { site: content.site })).rejects.toMatchObject({
      reason: 'scenario.nothingAmended',
    })
    const stale = await amendment(id)
    await amend(id)
    await expect(amendScenario(demand, stale)).rejects.toMatchObject({ reason: 'page.changed' })
    const stranger = as(ctx, await hospital(db))
    await expect(amendScenario(stranger, await amendment(id))).rejects.toMatchObject({ code: 'forbidden' })
    await passDeadline(db, id)
    await expect(amend(id, { bidDeadline: new Date(Date.now() + 9e8) })).rejects.toMatchObject({
      reason: 'bid.deadlinePassed',
    })
  })

  it('never touches the evaluation, by no hand', async () => {
    const { id } = await publishedScenario(ctx, cast)
    const raw = db.execute(
      sql`update scenario set content = jsonb_set(content, '{evaluation}', '[{"name":"价格","weight":100}]') where id = ${id}`,
    )
    await expect(raw).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/keeps its content/) },
    })
    // The same with an addendum that would cover it.
    const forged = db.execute(sql`
      with s as (select content, bid_deadline from scenario where id = ${id}),
        a as (insert into scenario_addendum (scenario_id, number, summary, reason, before, after, material, deadline_before, deadline_after, at)
          select ${id}, 1, 'x', 'y', content, jsonb_set(content, '{evaluation}', '[{"weight":100}]'), true, bid_deadline, bid_deadline, now() from s)
      select 1`)
    await forged
    const covered = db.execute(
      sql`update scenario set addenda = 1, content = jsonb_set(content, '{evaluation}', '[{"weight":100}]') where id = ${id}`,
    )
    await expect(covered).rejects.toMatchObject({
      cause: { message: expect.stringMatching(/evaluation is fixed/) },
    })
  })

  it('and the opening exclude each other', async () => {
    const { id } = await biddenScenario(ctx, cast)
    const form = await amendment(id)
    await passDeadline(db, id)
    const rev = await revOf(demand, id)
    const outcomes = await Promise.allSettled([
      openBids(demand, { id, rev, formKey: v7() }),
      amendScenario(demand, form),
    ])
    expect(outcomes.map(each => each.status)).toEqual(['fulfilled', 'rejected'])
  })

  it('and a bid at the same moment: the bid saw it, or is asked to confirm', async () => {
    const { id } = await publishedScenario(ctx, cast)
    const form = await amendment(id)
    const { bidId } = await biddenScenario(ctx, cast)
    const { content } = await showBid(firm, bidId)
    const offer = { ...content, scenarioId: id, productId: cast.productId, affirmed: true, formKey: v7() }
    const [bid] = await Promise.allSettled([submitBid(firm, offer), amendScenario(demand, form)])
    if (bid.status === 'fulfilled') expect((await showBid(firm, bid.value.id)).unconfirmed).toBe(1)
    else {
      expect(bid.reason).toMatchObject({ reason: 'bid.addendumUnseen' })
      const again = await submitBid(firm, { ...offer, addendum: 1, formKey: v7() })
      expect((await showBid(firm, again.id)).unconfirmed).toBeNull()
    }
  })
})

describe('confirming a sealed bid', () => {
  it('is asked of every firm that has bid, is done once, and is told to nobody before the opening', async () => {
    const { id, bidId } = await biddenScenario(ctx, cast)
    await amend(id)
    const told = await listNotifications(db, cast.firm.accountId, 100)
    expect(
      told.filter(each => each.event === 'bid.confirmationAsked' && each.objectId === bidId),
    ).toHaveLength(1)
    expect((await showBid(firm, bidId)).unconfirmed).toBe(1)
    const seen = [demand, as(ctx, await officer(db, 'handler', 'approver', 'auditor'))]
    const looked = async () =>
      JSON.stringify(
        await Promise.all(
          seen.map(async reader => [await showScenario(reader, id), await showAddenda(reader, id)]),
        ),
      )
    const before = await looked()
    const form = await confirmation(bidId, 1)
    await Promise.all([confirmBid(firm, form), confirmBid(firm, form)])
    expect((await showBid(firm, bidId)).unconfirmed).toBeNull()
    expect(await looked()).toBe(before)
    for (const reader of seen)
      await expect(showBid(reader, bidId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await showSelection(demand, id)).bids).toEqual([])
    expect(await db.select().from(bidConfirmation).where(eq(bidConfirmation.bidId, bidId))).toHaveLength(1)
    expect((await opened(id))[0]?.unconfirmed).toBeNull()
  })

  it('that was left out is shown after the opening, and the bid stays in', async () => {
    const { id } = await biddenScenario(ctx, cast)
    await amend(id)
    expect(await opened(id)).toMatchObject([{ unconfirmed: 1, status: 'opened' }])
  })

  it('is of the firm, on the last addendum, before the deadline', async () => {
    const { id, bidId } = await biddenScenario(ctx, cast)
    await amend(id)
    await amend(id, { units: 4 })
    await expect(confirmBid(firm, await confirmation(bidId, 1))).rejects.toMatchObject({
      reason: 'bid.addendumUnseen',
    })
    await expect(confirmBid(demand, await confirmation(bidId, 2))).rejects.toMatchObject({ code: 'notFound' })
    await passDeadline(db, id)
    await expect(confirmBid(firm, await confirmation(bidId, 2))).rejects.toMatchObject({
      reason: 'bid.deadlinePassed',
    })
  })

  it('is not asked for what is no matter, nor of a bid that was written after it', async () => {
    const { id, bidId } = await biddenScenario(ctx, cast)
    await amend(id, { site: (await showScenario(demand, id)).content.site, title: '改过一个错字的标题' })
    expect((await showBid(firm, bidId)).unconfirmed).toBeNull()
    await amend(id)
    const { rev, content } = await showBid(firm, bidId)
    await withdrawBid(firm, { id: bidId, rev, formKey: v7() })
    const offer = { ...content, scenarioId: id, productId: cast.productId, affirmed: true }
    await expect(submitBid(firm, { ...offer, formKey: v7() })).rejects.toMatchObject({
      reason: 'bid.addendumUnseen',
    })
    const anew = await submitBid(firm, { ...offer, addendum: 2, formKey: v7() })
    expect((await showBid(firm, anew.id)).unconfirmed).toBeNull()
  })
})

describe('a sample', () => {
  it('of a catalog entry fills at least 70 % of a draft, without the other side’s own facts', async () => {
    const entryId = await publishedEntry(ctx, cast)
    const person = await hospital(db, { name: '北京另一医院' })
    const own = as(ctx, person)
    const sheet = await cloneSheet(own, { kind: 'entry', id: entryId })
    expect(sheet.filled).toBeGreaterThanOrEqual(0.7)
    const form = { kind: 'entry' as const, id: entryId, formKey: v7() }
    const [one, two] = await Promise.all([cloneScenario(own, form), cloneScenario(own, form)])
    expect(one.id).toBe(two.id)
    const { draft } = await scenarioSheet(own, one.id)
    expect(draft.title).toMatch(/（参照 .+）$/)
    expect(draft.clonedFrom).toMatchObject({ kind: 'entry', id: entryId })
    const { content } = draft
    expect([content.district, content.site, content.budgetFen, draft.bidDeadline]).toEqual([
      ...[undefined, undefined, undefined, null],
    ])
    expect(
      content.metrics.every(metric => metric.baseline === undefined && metric.target !== undefined),
    ).toBe(true)
  })

  it('needs an organisation, and says so before anything is sent', async () => {
    const { id } = await publishedScenario(ctx, cast)
    const nobody = as(ctx, await officer(db))
    const from = { kind: 'scenario' as const, id }
    expect(await cloneSheet(nobody, from)).toMatchObject({ organization: null, can: { ok: false } })
    await expect(cloneScenario(nobody, { ...from, formKey: v7() })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(cloneSheet(ctx, from)).rejects.toMatchObject({ code: 'unauthenticated' })
  })
})

describe('archiving', () => {
  it('is for a call that closed without a bid, not before, and not where there are bids', async () => {
    const { id } = await publishedScenario(ctx, cast)
    const form = async (each: ScenarioId) => ({ id: each, rev: await revOf(demand, each), formKey: v7() })
    await expect(archiveScenario(demand, await form(id))).rejects.toMatchObject({
      reason: 'scenario.deadlineAhead',
    })
    await passDeadline(db, id)
    await archiveScenario(demand, await form(id))
    const [row] = await db.select().from(scenario).where(eq(scenario.id, id))
    expect(row?.status).toBe('archived')
    const { id: bidden } = await biddenScenario(ctx, cast)
    await passDeadline(db, bidden)
    await expect(archiveScenario(demand, await form(bidden))).rejects.toMatchObject({
      reason: 'scenario.hasBids',
    })
  })
})
