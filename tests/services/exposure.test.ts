import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { matchShown, shownDay } from '#db/schema/index.ts'
import { scoresUnder } from '#domain/matching/features.ts'
import { builtInWeights } from '#domain/matching/weights.ts'
import type { Person } from '#domain/shared/actor.ts'
import { addDays, dayOf } from '#domain/shared/dates.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { arrange } from '#services/exposure/arrange.ts'
import { noteShown } from '#services/exposure/note-shown.ts'
import { exposureOf, shownLately } from '#services/exposure/of-products.ts'
import { outcomesOf } from '#services/exposure/outcomes.ts'
import { keptDays, tidyShown } from '#services/exposure/tidy.ts'
import { reportProduct } from '#services/products/report.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, later, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { lookAt, suggested } from '../support/exposure.ts'
import {
  draftedScenario,
  hospital,
  membershipOf,
  officer,
  publishedScenario,
  robotFirm,
} from '../support/factories.ts'
import { productContent, productRev, publishedProduct } from '../support/products.ts'
import { acceptedPilot, agreedPilot, biddenScenario, type Cast, castOf } from '../support/trip.ts'

const { db } = await testDatabase()
const ctx = testContext({ db })
const today = dayOf(ctx.now)
const tomorrow = later(ctx, 24)

let demand: Person
let reviewer: Person
let big: Person
let id: ScenarioId
const ofBig: ProductId[] = []
const others: ProductId[] = []

const rows = () => db.select().from(matchShown)
const clear = async () => {
  await db.delete(matchShown)
  await db.delete(shownDay)
}

beforeAll(async () => {
  demand = await hospital(db)
  reviewer = await officer(db, 'handler')
  big = await robotFirm(db, { source: 'report' })
  id = (await publishedScenario(ctx, { demand, reviewer })).id
  const system = as(ctx, { kind: 'system', name: '测试' })
  const reported = async (firm: Person, content: Record<string, unknown>) => {
    const { organizationId } = membershipOf(firm)
    return reportProduct(system, { organizationId, content: productContent(content), sourceUrl: null })
  }
  for (let nth = 0; nth < 4; nth++)
    ofBig.push(await reported(big, { name: `大厂配送 ${nth}`, priceToFen: `${15 + nth * 0.1}` }))
  for (let nth = 0; nth < 8; nth++) {
    const firm = await robotFirm(db, { source: 'report' })
    others.push(
      await reported(firm, { name: `别家配送 ${nth}`, priceFromFen: '30', priceToFen: `${30 + nth}` }),
    )
  }
  for (const nth of [8, 9]) {
    const content = { name: `新上架配送 ${nth}`, priceFromFen: '30', priceToFen: `${30 + nth}` }
    others.push((await publishedProduct(ctx, { reviewer, content })).id)
  }
}, 60_000)

describe('the order of a page', () => {
  it('holds the big firm to two, and gives the tenth place to a new listing', async () => {
    const placed = await suggested(ctx, id)
    const first = placed.slice(0, 10)
    expect(placed.length).toBe(14)
    expect(first.filter(each => ofBig.some(own => own === each.entry.productId)).length).toBe(2)
    expect(first[9]).toMatchObject({ placed: 'newListing', entry: { productId: others[8] } })
    expect(placed.filter(each => each.placed === 'firmCap').length).toBe(2)
  })

  it('stays the same on the day it is looked at, and gives the other newcomer its turn on the next', async () => {
    const seen = await lookAt(ctx, id)
    expect((await suggested(later(ctx, 0), id)).slice(0, 10)).toEqual(seen)
    const next = await suggested(tomorrow, id)
    expect(next[9]).toMatchObject({ placed: 'newListing', entry: { productId: others[9] } })
    await clear()
  })

  it('holds a firm to two however many it brings', async () => {
    const placed = (await suggested(ctx, id)).map(each => each.entry)
    const [best] = placed
    if (!best) throw new Error('nothing was suggested')
    const copies = Array.from({ length: 300 }, () => v7())
    await db.execute(sql`
      insert into product (id, number, status, organization_id, source, published_version_id, latest_version_id)
      select each.id, each.id, p.status, p.organization_id, p.source, p.published_version_id, p.latest_version_id
      from product p, json_array_elements_text(${JSON.stringify(copies)}::json) as each(id)
      where p.id = ${best.productId}`)
    const flood = copies.map(productId => ({ ...best, productId }))
    const first = (await arrange(ctx, [...flood, ...placed])).slice(0, 10).map(each => each.entry.productId)
    expect(first.filter(each => copies.includes(each) || ofBig.some(own => own === each)).length).toBe(2)
    await db.execute(sql`delete from product where number = id`)
  })
})

describe('what a page has shown', () => {
  it('is counted once a day for each audience, whoever reloads', async () => {
    const shown = await lookAt(ctx, id)
    await lookAt(ctx, id)
    await lookAt(as(ctx, big), id)
    expect((await rows()).length).toBe(10)
    await lookAt(as(ctx, demand), id)
    await lookAt(as(ctx, reviewer), id)
    const kept = await rows()
    expect(new Set(kept.map(each => each.audience))).toEqual(new Set(['own', 'officers', 'others']))
    expect(kept.length).toBe(30)
    await lookAt(tomorrow, id)
    // The other newcomer's turn: the rest is the same, on another day.
    expect((await rows()).filter(each => each.day === addDays(today, 1)).length).toBe(10)
    const first = kept.find(each => each.position === 1)
    expect(first).toMatchObject({
      scenarioId: id,
      productId: shown[0]?.entry.productId,
      weightsVersion: 1,
      placed: 'score',
    })
    // The features are the score's: it follows from them.
    expect(first?.features && scoresUnder(first.features, builtInWeights).score).toBeCloseTo(
      first?.score ?? 0,
      9,
    )
    await clear()
  })

  it('is counted once the answer is out, where there is one to wait for', async () => {
    const works: (() => Promise<void>)[] = []
    await lookAt({ ...ctx, after: work => void works.push(work) }, id)
    expect(await rows()).toEqual([])
    expect(works.length).toBe(1)
    for (const work of works) await work()
    expect((await rows()).length).toBe(10)
    await clear()
  })

  it('is not counted for robots, nor for a draft, nor for a product that is public no more', async () => {
    await lookAt({ ...ctx, isRead: false }, id)
    expect(await rows()).toEqual([])
    const draft = await draftedScenario(ctx, { demand })
    await lookAt(as(ctx, demand), draft.id)
    expect(await rows()).toEqual([])
    const { id: gone, firm } = await publishedProduct(ctx, { reviewer })
    const shown = await suggested(ctx, id)
    await withdrawProduct(as(ctx, firm), {
      id: gone,
      rev: await productRev(as(ctx, firm), gone),
      formKey: id,
    })
    const { organizationId } = membershipOf(demand)
    expect(shown.map(each => each.entry.productId)).toContain(gone)
    await noteShown(ctx, { organizationId, shown, weights: { version: 1 } })
    expect((await rows()).map(each => each.productId)).not.toContain(gone)
    expect((await rows()).length).toBe(shown.length - 1)
    await clear()
  })

  it('breaks no page: what goes wrong is told to the log', async () => {
    const shown = await suggested(ctx, id)
    const page = {
      organizationId: membershipOf(demand).organizationId,
      shown,
      weights: { version: Number.NaN },
    }
    const problems: unknown[] = []
    await noteShown({ ...ctx, onProblem: error => problems.push(error) }, page)
    expect(problems.length).toBe(1)
    await expect(noteShown(ctx, page)).rejects.toThrow()
  })

  it('tells a firm how often its products stood among the first ten, and at which place', async () => {
    const shown = await lookAt(ctx, id)
    await lookAt(as(ctx, demand), id)
    await noteShown(tomorrow, {
      organizationId: membershipOf(demand).organizationId,
      shown: shown.map(each => ({ ...each, place: each.place + 10 })),
      weights: { version: 1 },
    })
    const product = shown[2]?.entry.productId as ProductId
    const never = ofBig[3] as ProductId
    const exposure = await exposureOf(db, [product, never], { today: addDays(today, 1), days: 30 })
    expect(exposure).toEqual(new Map([[product, { shown: 2, scenarios: 1, meanPosition: 3 }]]))
    expect(await shownLately(db, [product], { from: addDays(today, -3), to: addDays(today, -1) })).toEqual(
      new Map(),
    )
    await clear()
  })

  it('is added to its firm’s day once, and stays counted when the lines are gone', async () => {
    const firms = () => db.select().from(shownDay)
    const sum = (of: 'shown' | 'places' | 'newcomers' | 'opened') => async () =>
      (await firms()).reduce((total, row) => total + row[of], 0)
    await lookAt(ctx, id)
    await lookAt(ctx, id)
    expect(await sum('shown')()).toBe(10)
    expect(await sum('places')()).toBe(55)
    expect(await sum('newcomers')()).toBe(1)
    // Two of the big firm's were held back; the newcomer took the place of one of the two that came for them.
    expect(await sum('opened')()).toBe(1)
    await Promise.all([lookAt(as(ctx, demand), id), lookAt(as(ctx, reviewer), id)])
    expect(await sum('shown')()).toBe(30)
    const inDays = (days: number) => new Date(ctx.now.getTime() + days * 86_400_000)
    expect(await tidyShown(db, inDays(keptDays))).toBe(0)
    expect(await tidyShown(db, inDays(keptDays + 1))).toBe(30)
    expect(await sum('shown')()).toBe(30)
  })
})

describe('what followed a showing', () => {
  let cast: Cast
  const span = { from: addDays(today, -1), to: addDays(today, 1) }
  const outcomeOn = async (scenario: ScenarioId, product: ProductId) =>
    (await outcomesOf(db, span))
      .find(each => each.scenarioId === scenario)
      ?.shown.find(each => each.productId === product)?.outcome

  beforeAll(async () => {
    cast = await castOf(ctx, { demand, reviewer })
  })

  it('is not told while the bid is sealed, and is what came of it afterwards', async () => {
    const { id: sealed } = await biddenScenario(ctx, cast)
    await lookAt(ctx, sealed)
    expect((await outcomesOf(db, span)).map(each => each.scenarioId)).not.toContain(sealed)
    const agreed = await agreedPilot(ctx, cast)
    const accepted = await acceptedPilot(ctx, cast)
    const pilots = await db.query.pilot.findMany()
    const scenarioOf = (pilot: string) => pilots.find(each => each.id === pilot)?.scenarioId as ScenarioId
    for (const pilot of [agreed, accepted]) await lookAt(ctx, scenarioOf(pilot))
    expect(await outcomeOn(scenarioOf(agreed), cast.productId)).toBe('selected')
    expect(await outcomeOn(scenarioOf(accepted), cast.productId)).toBe('accepted')
    const first = (await outcomesOf(db, span)).find(each => each.scenarioId === scenarioOf(agreed))
    expect(first?.day).toBe(today)
    expect(first?.shown.map(each => each.position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(first?.shown.filter(each => each.outcome === 'none').length).toBe(9)
    expect(first?.shown[0]).toMatchObject({
      weightsVersion: 1,
      features: { demand: { task: { g: 1, known: 1 } } },
    })
  }, 30_000)

  it('is a question to a firm that did not bid', async () => {
    const pilot = await agreedPilot(ctx, cast)
    const scenario = (await db.query.pilot.findMany()).find(each => each.id === pilot)
      ?.scenarioId as ScenarioId
    const shown = await lookAt(ctx, scenario)
    const other = shown.find(each => each.entry.productId !== cast.productId)?.entry.productId as ProductId
    expect(await outcomeOn(scenario, other)).toBe('none')
    await db.execute(sql`
      insert into inquiry (id, scenario_id, product_id, product_version_id, demand_organization_id,
        supply_organization_id, criterion, necessity, need, asked_by, created_at)
      select ${v7()}, s.id, p.id, p.published_version_id, s.organization_id, p.organization_id, 'runtimeHours', 'must',
        '8'::jsonb, ${demand.accountId}, ${ctx.now.toISOString()}::timestamptz
      from scenario s, product p where s.id = ${scenario} and p.id = ${other}`)
    expect(await outcomeOn(scenario, other)).toBe('asked')
    // Who went further than a question is told by how far.
    expect(await outcomeOn(scenario, cast.productId)).toBe('selected')
  })

  it('is not what was bid before it was shown', async () => {
    const pilot = await agreedPilot(ctx, cast)
    const scenario = (await db.query.pilot.findMany()).find(each => each.id === pilot)
      ?.scenarioId as ScenarioId
    await lookAt(tomorrow, scenario)
    expect(await outcomeOn(scenario, cast.productId)).toBe('none')
  })
})
