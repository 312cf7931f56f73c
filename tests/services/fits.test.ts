import { v7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '#domain/shared/actor.ts'
import { visitor } from '#domain/shared/actor.ts'
import type { ProductId } from '#domain/shared/ids.ts'
import { countFits } from '#services/matching/count-fits.ts'
import { matchesForScenario } from '#services/matching/for-scenario.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { draftedScenario, hospital, officer, robotFirm } from '../support/factories.ts'
import { draftedProduct, productRev, publish, publishedProduct, revise, submit } from '../support/products.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
const requirements = [
  { criterion: 'payloadKg' as const, necessity: 'must' as const, value: 100 },
  { criterion: 'elevator' as const, necessity: 'must' as const, value: true },
]
let demand: Person
let reviewer: Person
let id: string

beforeAll(async () => {
  demand = await hospital(db)
  reviewer = await officer(db, 'handler')
  id = (await draftedScenario(ctx, { demand, content: { requirements } })).id
  const product = (specs: Record<string, unknown>) => publishedProduct(ctx, { content: { specs }, reviewer })
  await product({ payloadKg: { value: '50' }, elevator: { value: 'true' } })
  await product({ payloadKg: { value: '120' }, elevator: { value: 'true' } })
  await product({ elevator: { value: 'true' } })
  await draftedProduct(ctx, { content: { specs: { payloadKg: { value: '120' } } } })
})

const counted = async () => {
  // As the page does it: where not all could be read in time, it asks again.
  for (let times = 0; times < 50; times++) {
    const fits = await countFits(as(ctx, demand), id)
    if (fits.counted) return fits.count
  }
  throw new Error('the products were not all read')
}

describe('how many published products would fit a draft', () => {
  it('is what its match page says, drafts of products left out', async () => {
    const { counts } = await matchesForScenario(as(ctx, demand), { id })
    const count = await counted()
    expect(count).toMatchObject({ published: 3, work: 3, fits: 1, open: 1, near: 1, ruledOut: 0 })
    expect(count.fits + count.open).toBe(counts.main)
    expect([count.published, count.near]).toEqual([counts.computed, counts.near])
    expect(count.musts[0]).toMatchObject({ criterion: 'payloadKg', unmet: 1, alone: 1, undisclosed: 1 })
  })

  it('counts a product from the moment it is published until it is withdrawn, in its published version', async () => {
    const firm = await robotFirm(db)
    const specs = { payloadKg: { value: '300' }, elevator: { value: 'true' } }
    const { id: product } = await draftedProduct(ctx, { firm, content: { specs } })
    await submit(ctx, { id: product, firm })
    expect(await counted()).toMatchObject({ published: 3, fits: 1 })
    await publish(ctx, { id: product, reviewer })
    expect(await counted()).toMatchObject({ published: 4, fits: 2 })
    await revise(ctx, { id: product, firm })
    expect(await counted()).toMatchObject({ published: 4, fits: 2 })
    await withdraw(firm, product)
    expect(await counted()).toMatchObject({ published: 3, fits: 1 })
  })

  it('asks for no more than the draft and one look at what is new', async () => {
    await counted()
    const before = queries.length
    await counted()
    expect(queries.length - before).toBe(2)
  })

  it('many at once while products come and go: each count knows what was committed before it', async () => {
    const firm = await robotFirm(db)
    const specs = { payloadKg: { value: '300' }, elevator: { value: 'true' } }
    for (let round = 0; round < 3; round++) {
      const { published } = await counted()
      const noise = Array.from({ length: 8 }, () => counted())
      const { id: product } = await publishedProduct(ctx, { firm, reviewer, content: { specs } })
      const after = await Promise.all(Array.from({ length: 8 }, () => counted()))
      expect(new Set(after.map(count => count.published))).toEqual(new Set([published + 1]))
      await Promise.all(noise)
      await withdraw(firm, product)
    }
  })
})

describe('who may ask', () => {
  it('only those who may edit the draft', async () => {
    const firm = await robotFirm(db)
    for (const actor of [visitor, firm, reviewer, await hospital(db)])
      await expect(countFits(as(ctx, actor), id)).rejects.toMatchObject({ code: 'notFound' })
    await expect(countFits(as(ctx, demand), v7())).rejects.toMatchObject({ code: 'notFound' })
  })
})

async function withdraw(firm: Person, product: ProductId) {
  const own = as(ctx, firm)
  await withdrawProduct(own, { id: product, rev: await productRev(own, product), formKey: v7() })
}
