import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '#db/client.ts'
import { matchBasis, product } from '#db/schema/index.ts'
import type { Pairing } from '#domain/matching/all-pairs.ts'
import { builtInWeights as weights } from '#domain/matching/weights.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { ProductId, ScenarioId } from '#domain/shared/ids.ts'
import { currentBasis, renewBasis } from '#services/matching/basis.ts'
import { finderOf, stockOf } from '#services/matching/finder.ts'
import { matchesForProduct } from '#services/matching/for-product.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, later, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { draftedScenario, hospital, officer, publishedScenario, robotFirm } from '../support/factories.ts'
import { draftedProduct, productRev, publishedProduct, revise, tested } from '../support/products.ts'

const { db, queries, url } = await testDatabase()
const ctx = testContext({ db })

/** A scenario that must carry 100 kg, a robot that carries 50, one that carries 120 and one that does not say. */
let scenario: ScenarioId
let weak: ProductId
let strong: ProductId
let silent: ProductId
let welder: ProductId

beforeAll(async () => {
  const requirements = [
    { criterion: 'payloadKg' as const, necessity: 'must' as const, value: 100 },
    { criterion: 'elevator' as const, necessity: 'must' as const, value: true },
    { criterion: 'noiseDbA' as const, necessity: 'should' as const, value: 55 },
  ]
  const reviewer = await officer(db, 'handler')
  scenario = (await publishedScenario(ctx, { content: { requirements }, reviewer })).id
  const robot = async (name: string, specs: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
    (await publishedProduct(ctx, { content: { name, specs, ...rest }, reviewer })).id
  const elevator = { value: 'true', grade: 'C' }
  weak = await robot('载重五十', { payloadKg: { value: '50' }, elevator })
  strong = await robot('载重一百二', { payloadKg: { value: '120', ...tested }, elevator })
  silent = await robot('未披露', { elevator })
  welder = await robot(
    '焊接机器人',
    { payloadKg: { value: '200' } },
    {
      category: 'weldingRobot',
      tasks: ['welding'],
      domains: ['manufacturing'],
      summary: '厚板多层多道弧焊机器人，用于钢结构与船舶分段的焊接。',
    },
  )
})

const ids = (list: { party: { id: string } }[]) => list.map(each => each.party.id)

describe('the best products of a scenario', () => {
  it('never suggests a 50 kg robot for 100 kg, and says 50 < 100 among the near misses', async () => {
    const { main, near } = await matchesForScenario(ctx, { id: scenario })
    expect(ids(main)).not.toContain(weak)
    const miss = near.find(each => each.party.id === weak)?.match
    expect(miss?.gap).toMatchObject({ criterion: 'payloadKg', need: 100, have: 50, difference: 50 })
    expect(miss?.verdict).toBe('F')
  })

  it('keeps a product that does not say, flagged as unknown and never as met', async () => {
    const { main, unanswered } = await matchesForScenario(ctx, { id: scenario })
    const match = main.find(each => each.party.id === silent)?.match
    const row = match?.demandRows.find(each => each.subject === 'payloadKg')
    expect(match?.verdict).toBe('U')
    expect(row).toMatchObject({ state: 'U', known: false, have: null, need: 100 })
    expect(match?.risks.map(each => each.key)).toContain('match.risk.mustUnknown')
    expect(unanswered).toBeGreaterThanOrEqual(1)
    expect(ids(main)[0]).toBe(strong)
  })

  it('counts everything it computed, and names what does not fit', async () => {
    const { counts, others } = await matchesForScenario(ctx, { id: scenario })
    const { computed, main, near, others: rest, ruledOut } = counts
    expect(main + near + rest + ruledOut).toBe(computed)
    expect(computed).toBe(4)
    expect([...others.map(each => each.id)]).not.toContain(strong)
    expect((await matchesForScenario(ctx, { id: scenario })).main.map(each => each.party.id)).not.toContain(
      welder,
    )
  })

  it('gives a score that can be worked out again from its own rows', async () => {
    const { main } = await matchesForScenario(ctx, { id: scenario })
    for (const { match } of main) {
      const sum = match.demandRows.reduce((total, row) => total + row.weight * row.g, 0)
      const known = match.demandRows.reduce((total, row) => total + (row.known ? row.weight : 0), 0)
      expect(match.demand).toBeCloseTo(sum * (1 - weights.unknownDiscount * (1 - known)), 9)
      expect(match.score).toBeCloseTo((2 * match.demand * match.supply) / (match.demand + match.supply), 9)
    }
  })

  it('stays within the queries of a detail page', async () => {
    const before = queries.length
    await matchesForScenario(ctx, { id: scenario })
    // The scenario, what is new on the market, the rows that are shown, two for their order, and the count of showings.
    expect(queries.length - before).toBeLessThanOrEqual(6)
  })
})

describe('the best scenarios of a product', () => {
  it('has the very same scores in the mirror', async () => {
    const there = (await matchesForScenario(ctx, { id: scenario })).main.find(
      each => each.party.id === strong,
    )
    const here = (await matchesForProduct(ctx, { id: strong })).main.find(each => each.party.id === scenario)
    expect(here?.match.score).toBe(there?.match.score)
    expect(here?.match.demandRows).toEqual(there?.match.demandRows)
  })

  it('puts the 100 kg scenario among the near misses of the 50 kg robot', async () => {
    const { main, near } = await matchesForProduct(ctx, { id: weak })
    expect(ids(main)).not.toContain(scenario)
    expect(near.find(each => each.party.id === scenario)?.match.gap.difference).toBe(50)
  })

  it('drops a call whose deadline has passed', async () => {
    const { counts } = await matchesForProduct(later(ctx, 24 * 15), { id: strong })
    expect(counts.computed).toBe(0)
  })
})

describe('previews', () => {
  it('lets members match their own drafts, and nobody else', async () => {
    const demand = await hospital(db)
    const { id } = await draftedScenario(ctx, { demand })
    const seen = await matchesForScenario(as(ctx, demand), { id })
    expect(seen.scenario.isDraft).toBe(true)
    expect(seen.counts.computed).toBe(4)
    await expect(matchesForScenario(as(ctx, visitor), { id })).rejects.toMatchObject({ code: 'notFound' })
    const firm = await robotFirm(db)
    await expect(matchesForScenario(as(ctx, firm), { id })).rejects.toMatchObject({ code: 'notFound' })
    const { id: own } = await draftedProduct(ctx, { firm })
    expect((await matchesForProduct(as(ctx, firm), { id: own })).product.isDraft).toBe(true)
    await expect(matchesForProduct(as(ctx, demand), { id: own })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('matches the published version for the public and the draft revision for its firm', async () => {
    const { id, firm } = await publishedProduct(ctx)
    await revise(ctx, { id, firm })
    expect((await matchesForProduct(as(ctx, firm), { id })).product.version).toBe(2)
    expect((await matchesForProduct(as(ctx, visitor), { id })).product.version).toBe(1)
  })

  it('never offers a draft to others', async () => {
    const { id } = await draftedProduct(ctx)
    const { main, near, others } = await matchesForScenario(ctx, { id: scenario, all: true })
    expect([...ids(main), ...ids(near), ...others.map(each => each.id)]).not.toContain(id)
  })
})

describe('two processes', () => {
  // A connection of its own is a process of its own, as far as the column store is concerned.
  const second = connect(url, { max: 2 })
  const there = testContext({ db: second.db })
  afterAll(() => second.close())

  it('answer the same after either publishes, and a product that is withdrawn is gone from both at once', async () => {
    const answers = () =>
      Promise.all([ctx, there].map(each => matchesForScenario(each, { id: scenario, all: true })))
    const [here, also] = await answers()
    expect(also).toEqual(here)
    const firm = await robotFirm(db)
    const specs = { payloadKg: { value: '300' }, elevator: { value: 'true' } }
    const { id: product } = await publishedProduct(ctx, { firm, content: { name: '后来的', specs } })
    const [first, other] = await answers()
    expect(ids(first?.main ?? [])).toContain(product)
    expect(other).toEqual(first)
    const { id: second } = await publishedProduct(there, { firm, content: { name: '别处的', specs } })
    const [mine, theirs] = await answers()
    expect(ids(mine?.main ?? [])).toContain(second)
    expect(theirs).toEqual(mine)
    for (const id of [product, second]) {
      const rev = await productRev(ctx, id)
      await withdrawProduct(as(ctx, firm), { id, rev, formKey: v7() })
    }
    for (const after of await answers()) {
      expect(after).toEqual(here)
      expect(ids(after.main)).not.toContain(product)
    }
  })

  it('go by one basis, whoever makes it, and it is never changed', async () => {
    const versions = await Promise.all([db, second.db].map(currentBasis))
    expect(versions[0]).toEqual(versions[1])
    expect(versions[0]?.version).toBeGreaterThan(0)
    await expect(db.update(matchBasis).set({ seq: 0 })).rejects.toThrow()
    await expect(db.delete(matchBasis)).rejects.toThrow()
  })
})

describe('what is worked out', () => {
  it('is nobody’s, the one that is asked for, or each', async () => {
    const opened = async (open: string | null) => {
      const { main } = await matchesForScenario(ctx, { id: scenario, open })
      expect(main.length).toBeGreaterThan(1)
      return { all: ids(main), open: ids(main.filter(each => each.outlook)) }
    }
    const { all, open: nobody } = await opened(null)
    expect(nobody).toEqual([])
    expect((await opened(all[1] ?? '')).open).toEqual(all.slice(1, 2))
    expect((await opened('all')).open).toEqual(all)
    expect((await opened('somebody else')).open).toEqual([])
  })

  it('of a near miss is the change that brings it in', async () => {
    const { near } = await matchesForScenario(ctx, { id: scenario })
    expect(near.find(each => each.party.id === weak)?.remedy).toMatchObject({ criterion: 'payloadKg' })
  })
})

describe('the basis of the scores', () => {
  const inForce = async () => (await stockOf(ctx)).world.basisVersion

  it('stays as it is until a twentieth of what is public has changed, and is renewed once then', async () => {
    await renewBasis(db)
    const before = await inForce()
    expect(await renewBasis(db)).toBe(false)
    expect(await inForce()).toBe(before)
    const scores = (await matchesForScenario(ctx, { id: scenario })).main.map(each => each.match.score)
    await publishedProduct(ctx, { content: { name: '又一台', specs: { payloadKg: { value: '400' } } } })
    const kept = (await matchesForScenario(ctx, { id: scenario })).main.filter(
      each => each.party.title !== '又一台',
    )
    expect(kept.map(each => each.match.score)).toEqual(scores)
    expect(await renewBasis(db)).toBe(true)
    expect(await renewBasis(db)).toBe(false)
    expect(await inForce()).toBe(before + 1)
  })
})

describe('all pairs', () => {
  it('are the lists of the pages, with their scores, for every open call and every product', async () => {
    const progress: number[] = []
    const pairings: Pairing[] = []
    for await (const each of finderOf(ctx).allPairs(done => progress.push(done))) pairings.push(each)
    const page = await matchesForScenario(ctx, { id: scenario, all: true })
    const own = pairings.find(each => each.noun === 'scenario' && each.id === scenario)
    expect(own?.hits.map(each => each.id)).toEqual(ids(page.main))
    for (const [at, hit] of (own?.hits ?? []).entries())
      expect(hit.score).toBeCloseTo(page.main[at]?.match.score ?? -1, 9)
    const mirror = pairings.find(each => each.noun === 'product' && each.id === silent)
    const theirs = await matchesForProduct(ctx, { id: silent, all: true })
    expect(mirror?.hits.map(each => each.id)).toEqual(ids(theirs.main))
    const calls = pairings.filter(each => each.noun === 'scenario')
    expect(progress).toEqual(calls.map((_, at) => at + 1))
  })
})

describe('a store that is behind its rows', () => {
  it('shows the version that is published, where it now belongs, and nothing that is no longer public', async () => {
    const lost = await publishedProduct(ctx, {
      content: { name: '将撤回', specs: { payloadKg: { value: '500' }, elevator: { value: 'true' } } },
    })
    const before = await matchesForScenario(ctx, { id: scenario, all: true })
    expect(ids(before.main)).toContain(lost.id)
    expect(ids(before.main)).toContain(strong)
    // Past the product's verbs nothing is told to the store.
    await db.update(product).set({ status: 'suspended' }).where(eq(product.id, lost.id))
    const [row] = await db
      .select({ version: product.publishedVersionId })
      .from(product)
      .where(eq(product.id, strong))
    const latest = await publishedProduct(ctx, {
      content: { name: '改版', specs: { payloadKg: { value: '10' } } },
    })
    const [weaker] = await db
      .select({ version: product.publishedVersionId })
      .from(product)
      .where(eq(product.id, latest.id))
    await db
      .update(product)
      .set({ publishedVersionId: weaker?.version ?? null })
      .where(eq(product.id, strong))
    try {
      const after = await matchesForScenario(ctx, { id: scenario, all: true })
      expect(ids(after.main)).not.toContain(lost.id)
      expect(ids(after.main)).not.toContain(strong)
      expect(after.near.find(each => each.party.id === strong)?.match.gap.have).toBe(10)
    } finally {
      await db
        .update(product)
        .set({ publishedVersionId: row?.version ?? null })
        .where(eq(product.id, strong))
    }
  })
})
