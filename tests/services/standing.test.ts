import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { matchesForProduct } from '#services/matching/for-product.ts'
import { showStanding } from '#services/standing/show.ts'
import { as, later, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { hospital, membershipOf, officer, publishedScenario, robotFirm } from '../support/factories.ts'
import { draftedProduct, publishedProduct, revise } from '../support/products.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })

type Need = [criterion: 'payloadKg' | 'elevator' | 'runtimeHours' | 'noiseDbA', value: number | true]

/** Calls that a robot of 60 kg, without lifts, silent about its runtime, misses in different ways. */
const calls: Record<string, Need[]> = {
  heavy: [['payloadKg', 100]],
  heavier: [['payloadKg', 150]],
  heavyAndHigh: [
    ['payloadKg', 120],
    ['elevator', true],
  ],
  high: [['elevator', true]],
  long: [
    ['payloadKg', 50],
    ['runtimeHours', 10],
  ],
  quiet: [['noiseDbA', 50]],
}
const scenarios: Record<string, ScenarioId> = {}
let firm: Person
let robot: ProductId
let reviewer: Person

const specs = {
  payloadKg: { value: '60' },
  elevator: { value: 'false' },
  noiseDbA: { value: '48' },
}

beforeAll(async () => {
  reviewer = await officer(db, 'handler')
  const demand = await hospital(db)
  for (const [name, needs] of Object.entries(calls)) {
    const requirements = needs.map(([criterion, value]) => ({ criterion, value, necessity: 'must' as const }))
    const { id } = await publishedScenario(ctx, {
      content: { title: `示例场景 ${name}`, requirements },
      demand,
      reviewer,
    })
    scenarios[name] = id
  }
  firm = await robotFirm(db)
  robot = (await publishedProduct(ctx, { firm, reviewer, content: { specs } })).id
})

const own = () => as(ctx, firm)

describe('a firm reads why its product was not suggested', () => {
  it('three concrete gaps with counts, the smallest first', async () => {
    const { near, tally, computed } = await showStanding(own(), { id: robot })
    expect(near.map(each => [each.scenario.title, each.need, each.have, each.difference])).toEqual([
      ['示例场景 heavy', 100, 60, 40],
      ['示例场景 heavier', 150, 60, 90],
      ['示例场景 high', true, false, null],
    ])
    expect(tally).toEqual({ met: 1, pending: 1, near: 3, ruledOut: 1, otherWork: 0, otherWorkRuledOut: 0 })
    expect(computed).toBe(6)
  })

  it('the three specifications that cost most, and which value would do for how many', async () => {
    const { costly, alsoCostly, undisclosed } = await showStanding(own(), { id: robot })
    expect(costly).toMatchObject([
      { criterion: 'payloadKg', alone: 2, together: 1, pending: 0 },
      { criterion: 'elevator', alone: 1, together: 1, pending: 0 },
      { criterion: 'runtimeHours', alone: 0, together: 0, pending: 1, pendingAlone: 1 },
    ])
    const [payload] = costly
    expect(payload?.steps.map(each => [each.value, each.enters.length])).toEqual([
      [100, 1],
      [150, 2],
    ])
    expect(payload?.kept.map(each => each.id).sort()).toEqual([scenarios.heavy, scenarios.heavier].sort())
    expect([alsoCostly, undisclosed]).toEqual([0, 1])
  })

  it('in the very numbers of the product’s page of matches', async () => {
    const { counts } = await matchesForProduct(own(), { id: robot })
    const { tally, computed } = await showStanding(own(), { id: robot })
    expect(counts).toEqual({
      computed,
      main: tally.met + tally.pending,
      near: tally.near,
      others: tally.otherWork,
      ruledOut: tally.ruledOut + tally.otherWorkRuledOut,
    })
  })

  it('what open scenarios ask for, in counts and spread', async () => {
    const { heat } = await showStanding(own(), { id: robot })
    expect(heat[0]).toMatchObject({
      criterion: 'payloadKg',
      asked: 4,
      spread: { min: 50, median: 110, max: 150 },
    })
  })

  it('drops a call whose deadline has passed', async () => {
    expect((await showStanding(later(own(), 24 * 15), { id: robot })).computed).toBe(0)
  })

  it('reads everything once, however many scenarios there are', async () => {
    const before = queries.length
    await showStanding(own(), { id: robot })
    expect(queries.length - before).toBeLessThanOrEqual(5)
  })
})

describe('what if', () => {
  it('says what would come in and what would be lost, and keeps nothing', async () => {
    const supposed = { specs: { payloadKg: 100, elevator: true, noiseDbA: 60 } }
    const { answer } = await showStanding(own(), { id: robot, supposed })
    const named = (ids: readonly string[] = []) => ids.map(id => answer?.names.get(id)?.title).sort()
    expect(named(answer?.enters)).toEqual(['示例场景 heavy', '示例场景 high'])
    expect(named(answer?.loses)).toEqual(['示例场景 quiet'])
    expect(answer?.after).toMatchObject({ met: 2, pending: 1, near: 3 })
    const again = await showStanding(own(), { id: robot })
    expect(again.answer).toBeNull()
    expect(again.seen.specs.payloadKg?.value).toBe(60)
  })

  it('cannot change what is said of other firms', async () => {
    const supposed = { specs: { payloadKg: 1000 } }
    const plain = await showStanding(own(), { id: robot })
    expect((await showStanding(own(), { id: robot, supposed })).cells).toEqual(plain.cells)
  })
})

describe('who may read it', () => {
  it('its firm and the bureau; to all others there is no such page', async () => {
    const auditor = await officer(db, 'auditor')
    expect((await showStanding(as(ctx, reviewer), { id: robot })).product.isOwn).toBe(false)
    expect((await showStanding(as(ctx, auditor), { id: robot })).near).toHaveLength(3)
    const strangers = [visitor, await robotFirm(db), await hospital(db), await officer(db, 'expert')]
    for (const actor of strangers)
      await expect(showStanding(as(ctx, actor), { id: robot })).rejects.toMatchObject({
        code: 'notFound',
        reason: 'product.unknown',
      })
  })

  it('a firm previews its draft; a draft revision is not the bureau’s to see', async () => {
    const { id } = await draftedProduct(ctx, { firm, content: { specs } })
    expect(await showStanding(own(), { id })).toMatchObject({
      product: { isDraft: true },
      tally: { near: 3 },
    })
    await expect(showStanding(as(ctx, reviewer), { id })).rejects.toMatchObject({ code: 'notFound' })
    const { id: revised } = await publishedProduct(ctx, { firm, reviewer, content: { specs } })
    await revise(ctx, { id: revised, firm })
    expect((await showStanding(own(), { id: revised })).product.version).toBe(2)
    expect((await showStanding(as(ctx, reviewer), { id: revised })).product.version).toBe(1)
  })
})

describe('what is said of other firms', () => {
  const payloadCell = async (reader: Person) =>
    (await showStanding(as(ctx, reader), { id: robot })).cells.get('payloadKg')

  it('nothing below five of them, then steps and round figures; who belongs to one of them counts it as known', async () => {
    const others: Person[] = []
    for (const payload of [80, 100, 140, 220]) {
      const other = await robotFirm(db)
      others.push(other)
      await publishedProduct(ctx, {
        firm: other,
        reviewer,
        content: { specs: { payloadKg: { value: `${payload}` } } },
      })
    }
    const [first] = others
    if (!first) throw new Error('no other firm')
    // A firm's second product is no second firm.
    await publishedProduct(ctx, { firm: first, reviewer, content: { specs: { payloadKg: { value: '90' } } } })
    expect(await payloadCell(firm)).toBeUndefined()
    await publishedProduct(ctx, { reviewer, content: { specs: { payloadKg: { value: '300' } } } })
    const cell = await payloadCell(firm)
    expect(cell).toEqual({ criterion: 'payloadKg', firms: 5, quartiles: [100, 150, 200] })
    const both: Person = { ...firm, memberships: [membershipOf(firm), membershipOf(first)] }
    expect(await payloadCell(both)).toBeUndefined()
    await publishedProduct(ctx, { firm, reviewer, content: { specs: { payloadKg: { value: '999' } } } })
    expect(await payloadCell(firm)).toEqual(cell)
  })
})
