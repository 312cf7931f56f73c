import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { marketCount, shownDay } from '#db/schema/index.ts'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import { day, dayOf } from '#domain/shared/dates.ts'
import type { ScenarioId } from '#domain/shared/ids.ts'
import { countMarket } from '#services/market/count.ts'
import { exportExposure } from '#services/market/export.ts'
import { showMarket } from '#services/market/show.ts'
import { reportProduct } from '#services/products/report.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { lookAt } from '../support/exposure.ts'
import {
  districtOfficer,
  hospital,
  membershipOf,
  officer,
  passDeadline,
  publishedScenario,
  robotFirm,
} from '../support/factories.ts'
import { productContent, publishedProduct } from '../support/products.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
const must = (criterion: 'payloadKg' | 'elevator', value: number | true) => ({
  criterion,
  necessity: 'must' as const,
  value,
})

let demand: Person
let reviewer: Person
let shown: Person
let unseen: Person
let apart: Person
let easy: ScenarioId
let heavy: ScenarioId
let welding: ScenarioId

const market = (query: Record<string, string> = {}, reader = reviewer) => showMarket(as(ctx, reader), query)

beforeAll(async () => {
  demand = await hospital(db)
  reviewer = await officer(db, 'handler')
  shown = await robotFirm(db, { name: '被展示的示例公司' })
  unseen = await robotFirm(db, { name: '没展示的示例公司' })
  apart = await robotFirm(db, { name: '不相干的示例公司' })
  const scenario = async (content: NonNullable<Parameters<typeof publishedScenario>[1]>['content']) =>
    (await publishedScenario(ctx, { demand, reviewer, content })).id
  easy = await scenario({ requirements: [must('payloadKg', 50)] })
  heavy = await scenario({
    requirements: [must('payloadKg', 500), must('elevator', true)],
    district: '110108',
  })
  welding = await scenario({ tasks: ['welding'], requirements: [must('payloadKg', 5)] })
  await publishedProduct(ctx, { firm: shown, reviewer })
  const weak = { payloadKg: { value: '20' }, elevator: { value: 'true' } }
  await publishedProduct(ctx, { firm: unseen, reviewer, content: { specs: weak } })
  const cleaning = { category: 'indoorCleaner', tasks: ['indoorCleaning'], specs: {} }
  await publishedProduct(ctx, { firm: apart, reviewer, content: cleaning })
  const system = as(ctx, { kind: 'system', name: '测试' })
  const { organizationId } = membershipOf(await robotFirm(db, { name: '报道里的公司', source: 'report' }))
  await reportProduct(system, { organizationId, content: productContent(), sourceUrl: null })
}, 60_000)

describe('who may see the market', () => {
  it('is the bureau and the auditor, and a district officer for what its calls lack', async () => {
    await expect(market({}, visitor as unknown as Person)).rejects.toMatchObject({ code: 'unauthenticated' })
    for (const reader of [demand, shown, await officer(db, 'expert'), await officer(db, 'administrator')])
      await expect(market({}, reader)).rejects.toMatchObject({ code: 'forbidden' })
    expect((await market({}, await officer(db, 'auditor'))).exposure).not.toBeNull()
    const district = await districtOfficer(db, '110108')
    const view = await market({}, district)
    expect(view.exposure).toBeNull()
    expect(view.totals.open).toBe(1)
    expect(view.districts).toEqual(['110108'])
    await expect(exportExposure(as(ctx, district), {})).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('what the market lacks', () => {
  it('is not known before it was counted, and is then told with its reasons', async () => {
    expect((await market()).totals).toEqual({ open: 3, counted: 0, without: 0, from: null, to: null })
    expect(await countMarket(db, ctx.now)).toBe(3)
    const { totals, unmatched, tasks } = await market()
    expect(totals).toEqual({ open: 3, counted: 3, without: 2, from: ctx.now, to: ctx.now })
    const [first, second] = unmatched.rows
    const byId = new Map([first, second].map(row => [row?.id, row]))
    expect(byId.get(heavy)).toMatchObject({ published: 4, work: 3, near: 3 })
    expect(byId.get(heavy)?.musts).toEqual([
      { criterion: 'payloadKg', need: 500, unmet: 3, alone: 3, undisclosed: 0 },
    ])
    expect(byId.get(welding)).toMatchObject({ published: 4, work: 0, musts: [] })
    expect(tasks).toEqual({ tasks: 2, rows: [{ task: 'welding', scenarios: 1, products: 0, firms: 0 }] })
  })

  it('forgets a call that is open no more, and says that a new one is not counted yet', async () => {
    await passDeadline(db, heavy)
    expect((await market()).totals).toMatchObject({ open: 2, counted: 2, without: 1 })
    await publishedScenario(ctx, { demand, reviewer })
    expect((await market()).totals).toMatchObject({ open: 3, counted: 2 })
    const next = new Date(ctx.now.getTime() + 60_000)
    expect(await countMarket(db, next)).toBe(3)
    expect(await db.select().from(marketCount).where(eq(marketCount.scenarioId, heavy))).toEqual([])
    expect((await market()).totals).toMatchObject({ open: 3, counted: 3, from: next })
  })
})

describe('how what is shown is shared out', () => {
  it('is not made up while nothing was shown', async () => {
    const { exposure } = await market()
    expect(exposure?.shares).toMatchObject({
      firms: 3,
      shownFirms: 0,
      shown: 0,
      gini: null,
      top: null,
      curve: [],
    })
    expect(exposure?.effects).toMatchObject({ shown: 0, since: null })
    expect(exposure?.unseen.total).toBe(3)
  })

  it('is measured over firms with a published product, and told apart from reported cases', async () => {
    await lookAt(ctx, easy)
    const { exposure } = await market()
    expect(exposure?.shares).toMatchObject({
      firms: 3,
      shownFirms: 1,
      shown: 1,
      gini: expect.closeTo(2 / 3, 9),
    })
    expect(exposure?.shares.top).toEqual({ firms: 1, shown: 1, share: 1 })
    const all = await market({ firms: 'all' })
    expect(all.exposure?.shares).toMatchObject({ firms: 4, shownFirms: 2, shown: 2, gini: 0.5 })
    expect(all.exposure?.effects).toMatchObject({ shown: 2, newcomers: 0, opened: 0 })
    const { rows } = await exportExposure(as(ctx, reviewer), { firms: 'all' })
    expect(rows.map(({ name, products, shown: n }) => [name, products, n])).toEqual(
      expect.arrayContaining([
        ['被展示的示例公司', 1, 1],
        ['报道里的公司', 1, 1],
        ['没展示的示例公司', 1, 0],
        ['不相干的示例公司', 1, 0],
      ]),
    )
  })

  it('names the firms that were never shown, how far they reach, and what keeps them out', async () => {
    const { exposure } = await market()
    expect(
      exposure?.unseen.rows.map(({ name, work, fits, obstacles }) => ({ name, work, fits, obstacles })),
    ).toEqual([
      { name: '不相干的示例公司', work: 0, fits: 0, obstacles: [] },
      {
        name: '没展示的示例公司',
        work: 2,
        fits: 0,
        obstacles: [{ criterion: 'payloadKg', scenarios: 2, alone: 2 }],
      },
    ])
    const { organizationId } = membershipOf(apart)
    const counts = { shown: 2, places: 20, newcomers: 2, opened: 0, family: 0 }
    await db.insert(shownDay).values({ day: dayOf(ctx.now), organizationId, ...counts })
    const after = (await market()).exposure
    expect(after?.unseen.rows.map(({ name }) => name)).toEqual(['没展示的示例公司'])
    expect(after?.effects).toMatchObject({ shown: 4, newcomers: 2, newcomerFirms: 1, opened: 0 })
  })

  it('counts the days of its address only, and reads any address harmlessly', async () => {
    await db.update(shownDay).set({ day: day('2026-01-01') })
    expect((await market({ days: '7' })).exposure?.shares.shown).toBe(0)
    const odd = await market({ days: '-1', firms: v7(), unseen: 'x', unmatched: '1e9' })
    expect(odd.query).toEqual({ days: 30, firms: 'platform', unseen: 1, unmatched: 1 })
  })

  it('asks as many questions however many there are', async () => {
    const before = queries.length
    await market()
    expect(queries.length - before).toBeLessThanOrEqual(12)
  })
})
