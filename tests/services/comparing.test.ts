import { v7 } from 'uuid'
import { beforeAll, expect, it } from 'vitest'
import { fen } from '#domain/shared/money.ts'
import { compare } from '#services/comparing/compare.ts'
import type { Context } from '#services/context.ts'
import { withdrawProduct } from '#services/products/withdraw.ts'
import { as, testContext } from '../support/context.ts'
import { testDatabase } from '../support/database.ts'
import { draftedScenario, officer, publishedScenario } from '../support/factories.ts'
import { draftedProduct, productRev, publish, publishedProduct, revise, submit } from '../support/products.ts'
import { acceptedPilot, castOf } from '../support/trip.ts'

const { db, queries } = await testDatabase()
const ctx = testContext({ db })
let ids: string[]

beforeAll(async () => {
  const reviewer = await officer(db, 'handler')
  ids = []
  for (let nth = 1; nth <= 6; nth++)
    ids.push((await publishedProduct(ctx, { reviewer, content: { name: `对比用 ${nth} 号` } })).id)
}, 60_000)

const idsOf = async (reader: Context, p: readonly string[]) =>
  (await compare(reader, { p })).products.map(each => each.id)

it('keeps the order of the address, once each, and says which of six were left out', async () => {
  const [a = '', b = ''] = ids
  expect(await idsOf(ctx, [b, a, b])).toEqual([b, a])
  const six = await compare(ctx, { p: ids })
  expect(six.products.map(each => each.id)).toEqual(ids.slice(0, 5))
  expect(six).toMatchObject({ left: 1, unknown: 0 })
})

it('what is no id, unknown, a draft or withdrawn is told as a number, for its own firm too', async () => {
  const [a = ''] = ids
  const draft = await draftedProduct(ctx)
  const gone = await publishedProduct(ctx)
  const firm = as(ctx, gone.firm)
  await withdrawProduct(firm, { id: gone.id, rev: await productRev(firm, gone.id), formKey: v7() })
  const asked = { p: [a, 'nonsense', v7(), draft.id, gone.id] }
  for (const reader of [ctx, firm, as(ctx, draft.firm)])
    expect(await compare(reader, asked)).toMatchObject({ products: [{ id: a }], unknown: 4 })
  expect(await compare(ctx, { p: [] })).toMatchObject({ products: [], rows: [], unknown: 0 })
})

it('shows the published version while a newer one is drafted, and never the funding declaration', async () => {
  const made = await publishedProduct(ctx)
  await revise(ctx, made)
  expect(await compare(ctx, { p: [made.id] })).toMatchObject({ products: [{ version: 1 }] })
  await submit(ctx, made)
  await publish(ctx, made)
  const view = await compare(ctx, { p: [made.id] })
  expect(view.products[0]?.version).toBe(2)
  expect(JSON.stringify(view)).not.toContain('funding')
})

it('a scenario is held against them only for who may see it', async () => {
  const [a = ''] = ids
  const open = await publishedScenario(ctx)
  const own = await draftedScenario(ctx)
  const answers = async (reader: Context, scenario: string) =>
    (await compare(reader, { p: [a], scenario })).rows.some(row => row.answers[0] !== null)
  expect(await answers(ctx, open.id)).toBe(true)
  expect(await answers(as(ctx, own.demand), own.id)).toBe(true)
  const foreign = await compare(ctx, { p: [a], scenario: own.id })
  expect(foreign).toMatchObject({ scenario: null, scenarioUnknown: true })
  expect(foreign.rows.every(row => row.answers[0] === null)).toBe(true)
})

it('a budget that is for verified firms only takes no part, whoever asks', async () => {
  const [a = ''] = ids
  const priced = async (confidential: 'budget'[]) => {
    const { id, demand } = await publishedScenario(ctx, { content: { confidential } })
    const { rows } = await compare(as(ctx, demand), { p: [a], scenario: id })
    return rows.find(row => row.subject === 'price')?.answers[0] ?? null
  }
  expect(await priced([])).not.toBeNull()
  expect(await priced(['budget'])).toBeNull()
})

it('a budget for rent is held against rents, by the month', async () => {
  const content = { commercialForms: ['rental'], priceFromFen: '', priceToFen: '', rentalFromFen: '6600' }
  const { id } = await publishedProduct(ctx, { content })
  const asking = { commercialForm: 'rental', budgetFen: fen(36_000_000), units: 2, termMonths: 24 } as const
  const scenario = await publishedScenario(ctx, { content: asking })
  const { rows } = await compare(ctx, { p: [ids[0] ?? '', id], scenario: scenario.id })
  const answersIn = (subject: string) => rows.find(row => row.subject === subject)?.answers
  expect(rows.find(row => row.subject === 'rental')).toMatchObject({ budget: 750_000 })
  expect(answersIn('rental')).toEqual([null, { state: 'T', difference: null, relative: 0 }])
  expect(answersIn('price')).toEqual([null, null])
})

it('counts the accepted pilots of all versions of a product', async () => {
  const cast = await castOf(ctx)
  const accepted = async () => (await compare(ctx, { p: [cast.productId] })).products[0]?.facts.accepted
  expect(await accepted()).toBe(0)
  await acceptedPilot(ctx, cast)
  expect(await accepted()).toBe(1)
}, 60_000)

it('offers what the search finds, without what is there already', async () => {
  const [a = ''] = ids
  const { found } = await compare(ctx, { p: [a], q: '对比用' })
  expect(found.length).toBeGreaterThan(0)
  expect(found.map(each => each.id)).not.toContain(a)
})

it('five products cost as many statements as two', async () => {
  const statements = async (n: number) => {
    const before = queries.length
    await compare(ctx, { p: ids.slice(0, n) })
    return queries.length - before
  }
  expect(await statements(5)).toBe(await statements(2))
})
